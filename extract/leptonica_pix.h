// Internal to extract/: Leptonica images that free themselves, and as Rasters. Not a public header.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>

#include "extract/raster.h"

namespace crossfoot {

struct PixDeleter {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<PIX, PixDeleter>;

// Leptonica's own lines on standard error, once for the process: the page's error says what they say.
inline void silence_leptonica() {
  [[maybe_unused]] static const l_int32 before = setMsgSeverity(L_SEVERITY_NONE);
}

// Any depth and colour map; 1 channel where the image has no colours, else 3. Empty on a pix that
// Leptonica cannot convert.
inline Raster to_raster(PIX* pix, double dpi_x, double dpi_y) {
  const PixPtr plain(pixRemoveColormap(pix, REMOVE_CMAP_BASED_ON_SRC));
  if (!plain) return {};
  const bool colour = pixGetDepth(plain.get()) == 32;
  const PixPtr image(colour ? pixClone(plain.get()) : pixConvertTo8(plain.get(), 0));
  if (!image) return {};
  Raster raster{pixGetWidth(image.get()), pixGetHeight(image.get()), colour ? 3 : 1,
                dpi_x, dpi_y, {}};
  raster.pixels.resize(raster.stride() * static_cast<std::size_t>(raster.height));
  for (int y = 0; y < raster.height; ++y) {
    const l_uint32* line =
        pixGetData(image.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(image.get());
    std::uint8_t* row = raster.row(y);
    for (int x = 0; x < raster.width; ++x) {
      if (!colour) {
        row[x] = static_cast<std::uint8_t>(GET_DATA_BYTE(line, x));
        continue;
      }
      l_int32 r = 0, g = 0, b = 0;
      extractRGBValues(line[x], &r, &g, &b);
      row[3 * x] = static_cast<std::uint8_t>(r);
      row[3 * x + 1] = static_cast<std::uint8_t>(g);
      row[3 * x + 2] = static_cast<std::uint8_t>(b);
    }
  }
  return raster;
}

}  // namespace crossfoot
