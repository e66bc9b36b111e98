// Tables as comma-separated values after RFC 4180, UTF-8 without a byte order mark.
#pragma once

#include <string>

#include "reconcile/table.h"

namespace crossfoot {

// n_rows records of n_cols fields, each record ended by CR LF.
std::string table_to_csv(const Table& table);

// All tables, an empty line between them: RFC 4180 knows no file of several tables.
std::string document_to_csv(const TableDocument& document);

}  // namespace crossfoot
