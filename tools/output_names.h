// Names of the files that a folder given with -o receives.
#pragma once

#include <string>
#include <vector>

#include "reconcile/table.h"

namespace crossfoot {

// One stem for each input, in their order: "scans/report.pdf" gives "report", "-" gives "stdin".
// Inputs of the same name are told apart: "report", "report-2".
std::vector<std::string> output_stems(const std::vector<std::string>& inputs);

// One name for each table, in their order: "report-p003-t2.csv" is the second table that begins on
// page 3.
std::vector<std::string> table_file_names(const std::string& stem, const std::vector<Table>& tables,
                                          const std::string& extension);

}  // namespace crossfoot
