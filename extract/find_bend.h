#pragma once

#include <optional>

#include "extract/bend.h"
#include "extract/raster.h"

namespace crossfoot {

// The bend of a page whose tilt is removed; absent where it is flat, or where what is seen does not
// tell. ink: 255 for ink.
std::optional<Bend> find_bend(const Raster& ink, double text_height_px);

}  // namespace crossfoot
