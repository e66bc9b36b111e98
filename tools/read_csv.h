// Tables from comma-separated values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/result.h"
#include "reconcile/table.h"

namespace crossfoot {

// RFC 4180, UTF-8 with or without a byte order mark; an empty line divides tables. Every field is a
// cell of its own, short records are filled with empty ones. The tables stand on `page` (0: not
// known). `name` is for messages. Error unreadable: a quote that does not end.
Result<std::vector<Table>> tables_from_csv(std::string_view bytes, const std::string& name,
                                           int page);

// What a table becomes by way of CSV: cells of one slot each, no title, no unit, no header rows.
Table flattened(const Table& table);

}  // namespace crossfoot
