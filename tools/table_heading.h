// The line above a table that people read: "部门收入总表 (元), pages 3-4".
#pragma once

#include <string>

#include "reconcile/table.h"

namespace crossfoot {

// Title, or id where it has none, unit where it has one, pages.
std::string table_heading(const Table& table);

}  // namespace crossfoot
