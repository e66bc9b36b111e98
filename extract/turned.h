#pragma once

#include "extract/raster.h"

namespace crossfoot {

// The raster turned clockwise by 0, 90, 180 or 270 degrees; no pixel is lost or changed.
Raster turned(const Raster& raster, int clockwise_deg);

}  // namespace crossfoot
