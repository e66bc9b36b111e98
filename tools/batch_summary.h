// What became of each input of a batch, and all in all.
#pragma once

#include <filesystem>
#include <string>

#include "tools/console.h"
#include "tools/journal.h"
#include "tools/table_csv.h"

namespace crossfoot {

// Inputs, and of the documents among them - each content once - what was found.
struct BatchTotals {
  int inputs = 0, done = 0, incomplete = 0, failed = 0, duplicates = 0, pending = 0;
  long pages = 0, pages_failed = 0, tables = 0, relations = 0, hold = 0, fail = 0;
  long amounts = 0, proved = 0, repaired = 0, suspect = 0, covered = 0;
  double seconds = 0;
  ExitCode exit_code = ExitCode::all_holds;  // the worst

  void add(const BatchRow& row);
  // "2000 inputs: 1950 done, 3 incomplete, 7 failed, 40 duplicates"
  std::string to_string() const;
};

// Writes summary.csv, a line for each input, and summary.json (crossfoot.batch/1) into the output
// folder, in the order of the paths. O(1) memory.
Result<BatchTotals> write_summary(const Journal& journal, const std::filesystem::path& output,
                                  CsvText csv_text);

}  // namespace crossfoot
