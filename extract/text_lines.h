// Lines of text in a region of a page, found from the ink alone.
#pragma once

#include <vector>

#include "extract/raster.h"

namespace crossfoot {

// Boxes around the ink of each printed line inside `region`, top to bottom; empty where there is no
// ink. ink: 255 for ink, rulings erased. text_height_px as in CleanPage. O(pixels of the region).
std::vector<PixelBox> split_lines(const Raster& ink, const PixelBox& region,
                                  double text_height_px);

// The same for a whole page region that holds several columns of text: each line is cut where the
// white between two pieces is wider than a gap between words. Lines top to bottom, pieces left to
// right.
std::vector<PixelBox> split_pieces(const Raster& ink, const PixelBox& region,
                                   double text_height_px);

}  // namespace crossfoot
