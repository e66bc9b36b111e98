// A document's tables in the format that a command line asks for, in one file or in several.
#pragma once

#include <string>
#include <vector>

#include "extract/result.h"
#include "reconcile/check.h"
#include "tools/command_options.h"
#include "tools/write_file.h"

namespace crossfoot {

// Everything in one file.
Result<std::string> tables_in_one_file(const CheckResult& result, const CommandOptions& options);

// For a folder: one file for each table, STEM-p003-t2.csv, or STEM.json where the format keeps the
// tables of a document together.
Result<std::vector<NamedContent>> table_files(const CheckResult& result, const std::string& stem,
                                              const CommandOptions& options);

}  // namespace crossfoot
