// A second look at a ruled grid with the words that stand in it.
#pragma once

#include <vector>

#include "extract/lattice_grid.h"

namespace crossfoot {

// words: boxes of the page's words, rulings erased. Takes out edges that run through words, parts
// merged cells at the grid's own edges where the words keep to them, and parts rows that hold
// several lines of figures. The cells tile the grid as before. O(cells + words x edges).
Grid refined(Grid grid, const std::vector<PixelBox>& words, double text_height_px);

// Whether the grid is a frame with rules between rows of several texts each: its columns are told by
// the texts alone, like those of a table without a frame. The lines of a chart have few texts beside
// each other.
bool is_frame_around_rows(const Grid& grid, const std::vector<PixelBox>& words,
                          double text_height_px);

enum class Held { nothing, words, figure };  // by a cell

// Whether the grid frames a drawing rather than text: no two cells beside each other hold any, or
// few cells do and no row is full. A full row without a figure counts in the upper half alone, where
// heads stand. Told from words before anything is read (any may be a figure), and from what was
// read, for each cell of the grid.
bool is_drawing(const Grid& grid, const std::vector<PixelBox>& words);
bool is_drawing(const Grid& grid, const std::vector<Held>& held);

}  // namespace crossfoot
