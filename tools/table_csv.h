// Tables as comma-separated values after RFC 4180, UTF-8 without a byte order mark.
#pragma once

#include <string>

#include "reconcile/table.h"

namespace crossfoot {

enum class CsvText {
  as_printed,
  safe,  // ' before a text that a spreadsheet would take for a formula; figures and dashes are none
};

// One field, quoted where it must be.
std::string csv_field(const std::string& field, CsvText text = CsvText::as_printed);

// n_rows records of n_cols fields, each record ended by CR LF.
std::string table_to_csv(const Table& table, CsvText text = CsvText::as_printed);

// All tables, an empty line between them: RFC 4180 knows no file of several tables.
std::string document_to_csv(const TableDocument& document, CsvText text = CsvText::as_printed);

}  // namespace crossfoot
