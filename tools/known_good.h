// The documents that a comparison is about: files of tables, alone or in folders.
#pragma once

#include <map>
#include <string>

#include "extract/result.h"
#include "reconcile/table.h"

namespace crossfoot {

struct TableFile {
  TableDocument document;
  bool is_csv = false;  // no merged cells, no titles: what it is compared with is flattened first
};

// By name. A file gives one document. A folder gives all of its .json and .csv files and those of
// its folders, named by their path in it without the ending; NAME-p003-t2.csv is a table of the
// document NAME, on page 3. Errors: a path that cannot be read, a file that is no table file.
Result<std::map<std::string, TableFile>> read_table_files(const std::string& path);

// The one document of that name in a folder; nothing where there is none.
Result<std::map<std::string, TableFile>> read_table_file_named(const std::string& folder,
                                                               const std::string& name);

}  // namespace crossfoot
