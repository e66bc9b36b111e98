// Tables as GitHub Flavored Markdown.
#pragma once

#include <string>

#include "reconcile/table.h"

namespace crossfoot {

// A heading with the table's title, then the table. Markdown has one header row: nested header rows
// become one, the texts above a column joined by " / ". Columns of figures are aligned to the
// right.
std::string table_to_markdown(const Table& table);

std::string document_to_markdown(const TableDocument& document);

}  // namespace crossfoot
