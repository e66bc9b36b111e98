// Words of a page, found from the ink alone.
#pragma once

#include <vector>

#include "extract/raster.h"

namespace crossfoot {

// Boxes around words or parts of them, outside the boxes of `taken`. ink: 255 for ink, rulings
// erased. Pictures, specks and dotted leaders are left out. Cost O(pixels).
std::vector<PixelBox> ink_words(const Raster& ink, const std::vector<PixelBox>& taken,
                                double text_height_px);

// Boxes of what is drawn, not written: lines of charts, bars, seals. ink as above. Cost O(pixels).
std::vector<PixelBox> pictures(const Raster& ink, double text_height_px);

}  // namespace crossfoot
