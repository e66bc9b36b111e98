// Tables for the terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reconcile/table.h"

namespace crossfoot {

// A heading, the table with aligned columns, and a legend where figures are marked: "?" suspect,
// "*" repaired. Lines end in LF.
std::string table_to_text(const Table& table);

// All tables, an empty line between them.
std::string document_to_text(const TableDocument& document);

// Breaks a text into lines of at most `columns` (>= 2) terminal columns: within a word or a figure
// only where it alone is wider, between ideographs anywhere. "" is one empty line.
std::vector<std::string> wrapped(std::string_view text, int columns);

}  // namespace crossfoot
