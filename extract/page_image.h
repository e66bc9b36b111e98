// Pages as pictures for people to look at.
#pragma once

#include <string>

#include "extract/raster.h"

namespace crossfoot {

// A JPEG of the page at 150 dpi, or at less where it would take more bytes than that; never more
// pixels than the raster has. About 20 ms for an A4 page.
std::string page_jpeg(const Raster& page, std::size_t most_bytes);

}  // namespace crossfoot
