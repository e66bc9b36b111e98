// Pixels of a page and boxes in them, without any imaging library in sight.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace crossfoot {

// Half-open pixel rectangle [x0, x1) x [y0, y1), origin top left.
struct PixelBox {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
  bool empty() const { return x1 <= x0 || y1 <= y0; }
  bool operator==(const PixelBox&) const = default;
};

// 8 bits a channel, rows top to bottom, no padding; 1 channel is gray (0 black), 3 are R, G, B.
struct Raster {
  int width = 0, height = 0;
  int channels = 1;
  double dpi_x = 0, dpi_y = 0;  // never 0 in a raster that a document gives
  std::vector<std::uint8_t> pixels;

  bool empty() const { return pixels.empty(); }
  std::size_t stride() const { return static_cast<std::size_t>(width) * channels; }
  const std::uint8_t* row(int y) const { return pixels.data() + y * stride(); }
  std::uint8_t* row(int y) { return pixels.data() + y * stride(); }
};

}  // namespace crossfoot
