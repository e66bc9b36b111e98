// Tables in a small text notation, so that a test shows the table it is about.
#pragma once

#include <string_view>

#include "reconcile/table.h"

namespace crossfoot {

// One row a line, cells divided by '|', white space around a text ignored. A line of dashes ends
// the header rows. "<" continues the cell to the left, "^" the cell above; a text that ends in " ?"
// is a suspect cell, in " *" a repaired one. The table stands on page 1, its id is "t1".
//
//   收入 | <
//   项目 | 预算数
//   -----
//   合计 | 1.00
Table table_of(std::string_view notation);

}  // namespace crossfoot
