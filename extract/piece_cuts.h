// From words to the pieces that are read in one go: a cell's line, or a stretch of running text.
#pragma once

#include <vector>

#include "extract/raster.h"

namespace crossfoot {

// words: boxes of words or of tighter pieces, in any order, in pixels. The pieces: each the words
// (indexes, left to right) between two column gaps of one printed line; top to bottom, left to right.
std::vector<std::vector<int>> cut_pieces(const std::vector<PixelBox>& words, double text_height_px);

}  // namespace crossfoot
