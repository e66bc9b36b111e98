#pragma once

#include <vector>

#include "extract/clean_page.h"
#include "extract/find_rulings.h"
#include "extract/lattice_grid.h"

namespace crossfoot {

// Paints the rulings of the grids white in page.gray and takes them out of page.ink, with the ragged
// pixels along them, so that no piece of a rule reaches the recogniser. Strokes inside the cells
// that only look like rulings stay. Cost O(pixels).
void erase_rulings(CleanPage& page, const Rulings& rulings, const std::vector<Grid>& grids);

}  // namespace crossfoot
