// A second look at a ruled grid with the words that stand in it.
#pragma once

#include <vector>

#include "extract/lattice_grid.h"

namespace crossfoot {

// words: boxes of the page's words, rulings erased. Takes out edges that run through words, parts
// merged cells at the grid's own edges where the words keep to them, and parts rows that hold
// several lines of figures. The cells tile the grid as before. O(cells + words x edges).
Grid refined(Grid grid, const std::vector<PixelBox>& words, double text_height_px);

// Whether the grid frames a drawing rather than text: next to no words, or hardly any cell with one.
bool is_drawing(const Grid& grid, const std::vector<PixelBox>& words);

}  // namespace crossfoot
