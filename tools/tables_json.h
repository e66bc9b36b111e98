// crossfoot.tables/1: a document's tables as JSON.
#pragma once

#include <string>
#include <string_view>

#include "extract/result.h"
#include "reconcile/table.h"

namespace crossfoot {

// Two spaces of indent, keys in the order of the format, LF at the end.
std::string tables_to_json(const TableDocument& document);

// `name` is the input's name for error messages. Errors (ErrorCode::unreadable): not JSON, with
// line and column; another schema; a member that is missing or of the wrong type, with its path; a
// table whose cells do not tile its grid. Unknown members are ignored.
Result<TableDocument> tables_from_json(std::string_view bytes, const std::string& name);

}  // namespace crossfoot
