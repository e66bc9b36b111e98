// Which boxes of a page stand on one printed line.
#pragma once

#include <vector>

#include "extract/raster.h"

namespace crossfoot {

// Indexes into `boxes`: lines top to bottom, in each from left to right. Every box is in exactly one
// line. text_height_px as in CleanPage. O(boxes x lines).
std::vector<std::vector<int>> printed_lines(const std::vector<PixelBox>& boxes,
                                            double text_height_px);

}  // namespace crossfoot
