// Words that a border between two cells cuts.
#pragma once

#include <vector>

#include "extract/clean_page.h"
#include "extract/lattice_grid.h"

namespace crossfoot {

// One flag for each of grid.cells: a word stands half in it and half in another, so that neither
// reads what is printed. words: boxes of the page's words; page: rulings erased.
// O(words x edges).
std::vector<bool> holds_cut_word(const Grid& grid, const std::vector<PixelBox>& words,
                                 const CleanPage& page);

}  // namespace crossfoot
