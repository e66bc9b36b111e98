// Where on a line image the print is.
#pragma once

#include "extract/raster.h"

namespace crossfoot {

struct TextExtent {
  PixelBox text;  // the print; empty where there is no ink
  PixelBox ink;   // the print and the dirt around it
  int upright = 0;  // pieces of the print as tall as a digit beside the others, and taller than wide
};

// line: gray, one channel; a pixel darker than `threshold` is ink. O(pixels).
TextExtent find_text(const Raster& line, double threshold);

}  // namespace crossfoot
