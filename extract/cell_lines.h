// The printed lines of a cell that is made of pieces.
#pragma once

#include <vector>

#include "extract/table_regions.h"

namespace crossfoot {

// items: indexes into pieces, in any order. Pieces beside each other (printed_lines.h) are one line,
// with a blank between their texts and between those of their alternatives.
std::vector<TextLine> cell_lines(const std::vector<Piece>& pieces, const std::vector<int>& items,
                                 double text_height_px);

}  // namespace crossfoot
