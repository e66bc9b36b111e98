#include "tests/extract/drawing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace crossfoot::test {
namespace {

// Rows of five dots, top to bottom, the leftmost the highest bit; the eighth row is below the foot.
using DotGlyph = std::array<std::uint8_t, 8>;
constexpr std::string_view kCharacters = "0123456789,.-";
constexpr DotGlyph kGlyphs[] = {{0x0E, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0E, 0},
                                {0x04, 0x0C, 0x04, 0x04, 0x04, 0x04, 0x0E, 0},
                                {0x0E, 0x11, 0x01, 0x02, 0x04, 0x08, 0x1F, 0},
                                {0x1F, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0E, 0},
                                {0x02, 0x06, 0x0A, 0x12, 0x1F, 0x02, 0x02, 0},
                                {0x1F, 0x10, 0x1E, 0x01, 0x01, 0x11, 0x0E, 0},
                                {0x06, 0x08, 0x10, 0x1E, 0x11, 0x11, 0x0E, 0},
                                {0x1F, 0x01, 0x02, 0x04, 0x04, 0x04, 0x04, 0},
                                {0x0E, 0x11, 0x11, 0x0E, 0x11, 0x11, 0x0E, 0},
                                {0x0E, 0x11, 0x11, 0x0F, 0x01, 0x02, 0x0C, 0},
                                {0, 0, 0, 0, 0, 0, 0x0C, 0x04},
                                {0, 0, 0, 0, 0, 0x0C, 0x0C, 0},
                                {0, 0, 0, 0x1F, 0, 0, 0, 0}};

constexpr int kAdvance = 6;     // dots from character to character
constexpr int kLinePitch = 14;  // dots from line to line

}  // namespace

Raster paper(int width, int height, double dpi, std::uint8_t level) {
  Raster raster{width, height, 1, dpi, dpi, {}};
  raster.pixels.assign(raster.stride() * static_cast<std::size_t>(height), level);
  return raster;
}

void fill(Raster& raster, const PixelBox& box, std::uint8_t level) {
  const int x0 = std::max(0, box.x0), x1 = std::min(raster.width, box.x1);
  for (int y = std::max(0, box.y0); y < std::min(raster.height, box.y1); ++y) {
    if (x0 < x1) std::fill(raster.row(y) + x0, raster.row(y) + x1, level);
  }
}

void write_text(Raster& raster, int x, int y, std::string_view text, int dot) {
  for (const char c : text) {
    const std::size_t index = kCharacters.find(c);
    for (int row = 0; index != std::string_view::npos && row < 8; ++row) {
      for (int col = 0; col < 5; ++col) {
        if ((kGlyphs[index][static_cast<std::size_t>(row)] >> (4 - col) & 1) == 0) continue;
        const int left = x + col * dot, top = y + row * dot;
        fill(raster, {left, top, left + dot, top + dot});
      }
    }
    x += kAdvance * dot;
  }
}

void write_figures(Raster& raster, const PixelBox& box, int dot) {
  unsigned figure = 1234567;
  for (int y = box.y0; y + 8 * dot <= box.y1; y += kLinePitch * dot) {
    for (int x = box.x0; x + 12 * kAdvance * dot <= box.x1; x += 14 * kAdvance * dot) {
      figure = (figure * 7919 + 12347) % 9000000 + 1000000;
      const std::string digits = std::to_string(figure);
      write_text(raster, x, y,
                 digits.substr(0, 1) + "," + digits.substr(1, 3) + "," + digits.substr(4) + ".05",
                 dot);
    }
  }
}

Raster warped(const Raster& raster, const Places& source) {
  Raster out = raster;
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const auto [from_x, from_y] = source(x + 0.5, y + 0.5);
      const bool inside =
          from_x >= 0 && from_y >= 0 && from_x < raster.width && from_y < raster.height;
      out.row(y)[x] =
          inside ? raster.row(static_cast<int>(from_y))[static_cast<int>(from_x)] : kWhite;
    }
  }
  return out;
}

Raster tilted(const Raster& raster, double counter_clockwise_deg) {
  const double angle = counter_clockwise_deg * std::acos(-1.0) / 180;
  const double cx = raster.width / 2.0, cy = raster.height / 2.0;
  return warped(raster, [=](double x, double y) {
    return std::pair(cx + std::cos(angle) * (x - cx) - std::sin(angle) * (y - cy),
                     cy + std::sin(angle) * (x - cx) + std::cos(angle) * (y - cy));
  });
}

Places at_a_fold(double width, double height, double most_px) {
  return [=](double x, double y) {
    return std::pair(x, y + most_px * std::exp(-5 * x / width) * (2 * y / height - 1));
  };
}

Places at_an_angle(double width, double height, double nearer) {
  return [=](double x, double y) {
    const double scale = 1 + nearer * (x / width - 0.5) + 0.5 * nearer * (y / height - 0.5);
    return std::pair(width / 2 + (x - width / 2) / scale, height / 2 + (y - height / 2) / scale);
  };
}

Raster table_page() {
  Raster page = paper(1200, 1200, 150);
  for (int y = 110; y <= 1090; y += 70) {
    fill(page, {100, y, 1103, y + 3});
    for (int x = 100; x < 1100 && y < 1090; x += 250) {
      write_text(page, x + 50, y + 30, std::to_string(1234567 + 100 * x + y) + ",05");
    }
  }
  for (int x = 100; x <= 1100; x += 250) fill(page, {x, 110, x + 3, 1093});
  return page;
}

Raster ink_of(const Raster& gray) {
  Raster ink = gray;
  for (std::uint8_t& pixel : ink.pixels) pixel = pixel < 128 ? 255 : 0;
  return ink;
}

CleanPage clean_page_of(const Raster& gray, double text_height_px) {
  CleanPage page;
  page.gray = gray;
  page.ink = ink_of(gray);
  page.dpi = gray.dpi_x;
  page.text_height_px = text_height_px;
  return page;
}

Raster ink_map(const std::vector<std::string>& rows) {
  Raster ink = paper(static_cast<int>(rows.front().size()), static_cast<int>(rows.size()), 300, 0);
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      if (rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '#') {
        ink.row(y)[x] = 255;
      }
    }
  }
  return ink;
}

bool is_blank(const Raster& raster, const PixelBox& box, std::uint8_t level) {
  for (int y = box.y0; y < box.y1; ++y) {
    for (int x = box.x0; x < box.x1; ++x) {
      if (raster.row(y)[x] != level) return false;
    }
  }
  return true;
}

}  // namespace crossfoot::test
