#pragma once

#include <vector>

#include "extract/clean_page.h"
#include "extract/find_rulings.h"
#include "extract/lattice_grid.h"

namespace crossfoot {

// Takes the rules that belong to no grid - of three-line tables, under subtotals, under headings -
// out of page.ink and paints them white in page.gray, so that the recogniser sees text alone. Strokes
// of large type are kept: they are no longer than a few text heights. Cost O(pixels).
void erase_free_rules(CleanPage& page, const Rulings& rulings, const std::vector<Grid>& grids);

}  // namespace crossfoot
