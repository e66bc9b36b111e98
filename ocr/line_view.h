// The number network's view of a line image.
#pragma once

#include <optional>
#include <vector>

#include "extract/raster.h"

namespace crossfoot {

// kViewRows x width, row by row, 0 paper .. 1 ink.
struct LineView {
  static constexpr int kRows = 32;
  int width = 0;
  std::vector<float> ink;
};

// line: gray, one channel, any size. Empty where nothing on it is darker than paper. O(pixels).
std::optional<LineView> view_line(const Raster& line);

}  // namespace crossfoot
