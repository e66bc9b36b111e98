#include "extract/find_skew.h"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace crossfoot {

double find_skew_deg(const Raster& ink) {
  PIX* pix = pixCreate(ink.width, ink.height, 1);
  if (pix == nullptr) return 0;
  for (int y = 0; y < ink.height; ++y) {
    const std::uint8_t* row = ink.row(y);
    l_uint32* line = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
    for (int x = 0; x < ink.width; ++x) {
      if (row[x] != 0) SET_DATA_BIT(line, x);
    }
  }
  l_float32 angle = 0, confidence = 0;
  const bool found = pixFindSkew(pix, &angle, &confidence) == 0;
  pixDestroy(&pix);
  // Ratio of the best to the worst score; Leptonica's own limit for a page that has lines at all.
  constexpr l_float32 kSure = 3.0;
  if (!found || confidence < kSure) return 0;
  // Leptonica gives the clockwise turn that makes the page upright: the tilt the other way round.
  return angle;
}

}  // namespace crossfoot
