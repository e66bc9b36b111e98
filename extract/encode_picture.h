// Internal to extract/: Rasters as image files. Not a public header.
#pragma once

#include <string>

#include "extract/raster.h"

namespace crossfoot {

// Gray or RGB by the raster's channels. Empty on a raster without pixels.
std::string png_bytes(const Raster& image);
std::string jpeg_bytes(const Raster& image, int quality);  // quality 1 to 100

}  // namespace crossfoot
