// Rows and merged cells that the end of a page cuts in two.
#pragma once

#include "reconcile/table.h"

namespace crossfoot {

// Joins what the break above `row` cut, `row` being the first row of the last part of `table`, which
// stood on another page than the row before. The part has a row less where that row only goes on
// with texts of the one before. open: no ruling closed the part above, so that merged cells go on, too.
// No figure changes. O(cells).
void join_cut_cells(Table& table, int row, bool open);

}  // namespace crossfoot
