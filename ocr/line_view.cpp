// A line image at the height the number network was trained on.
//
//   levels   ink is the darkest 0.5 % of the pixels, paper the median; a faint copy looks like a
//            fresh print afterwards
//   extent   the box of the print, without the dirt around it (text_extent.cpp)
//   scale    the print becomes 24 rows high, centred in 32. A dash alone is flat: then the scale is
//            that of the white margin, which is 0.4 text heights on either side of all ink. Two
//            upright pieces of one height are digits whatever the margin: specks too faint to be ink
//            here may have widened it
//   resample triangle filter as wide as a target pixel, the one Pillow calls BILINEAR, because the
//            network learned from images that Pillow shrank (tools/train_numbers/normalize.py is
//            the same function; a test holds both together)
//
// The height of the print and not that of the whole image sets the scale, so that all 32 rows see
// ink: with the margins inside, digits would be 17 rows high instead of 20 to 24.
//
// 0.15 ms for a line of 300 dpi. Fails on lines with a large blot, which makes the digits small.
#include "ocr/line_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ocr/text_extent.h"

namespace crossfoot {
namespace {

constexpr int kInkRows = 24;
constexpr int kPadColumns = 4;       // paper left and right
constexpr double kInkShare = 0.005;  // of the pixels are certainly ink when anything is printed
constexpr double kFaintest = 40;     // gray levels between ink and paper; fainter than any print

// Of the contrast, from which a pixel counts as ink: a hair-line minus before a number is no
// darker, and half way between the levels its sign was cut off. At 0.35 last digits were still cut
// off (16 instead of 22 of 1 000 mild lines misread); bleed-through is mostly lighter.
constexpr double kFaint = 0.25;

// Margin on either side, and height of a digit, in text heights (recognized_text.cpp's).
constexpr double kMargins = 0.8, kDigit = 0.85;
constexpr int kFewestDigits = 2;  // pieces as high as one another and upright are no dash

struct Levels {
  double ink = 0, paper = 0;
};

Levels measure_levels(const Raster& line) {
  std::array<std::size_t, 256> count{};
  for (const std::uint8_t value : line.pixels) ++count[value];
  const std::size_t last = line.pixels.size() - 1;
  const auto level_of = [&](std::size_t rank) {
    std::size_t below = 0;
    int level = 0;
    for (; level < 255; ++level) {
      below += count[level];
      if (below > rank) break;
    }
    return level;
  };
  return {static_cast<double>(
              level_of(static_cast<std::size_t>(kInkShare * static_cast<double>(last)))),
          static_cast<double>(level_of(last / 2))};
}

// Weights of the source pixels for one target pixel; first may be negative: beyond is paper.
struct Taps {
  int first = 0;
  std::vector<float> weights;
};

std::vector<Taps> triangle_taps(double from, double to, int targets) {
  const double scale = (to - from) / targets;
  const double support = std::max(scale, 1.0);
  std::vector<Taps> all(targets);
  for (int i = 0; i < targets; ++i) {
    const double centre = from + (i + 0.5) * scale;
    Taps& taps = all[i];
    taps.first = static_cast<int>(std::floor(centre - support + 0.5));
    const int last = static_cast<int>(std::floor(centre + support + 0.5));
    double sum = 0;
    for (int source = taps.first; source < last; ++source) {
      const double weight = std::max(0.0, 1 - std::abs(source + 0.5 - centre) / support);
      taps.weights.push_back(static_cast<float>(weight));
      sum += weight;
    }
    for (float& weight : taps.weights) weight /= static_cast<float>(sum);
  }
  return all;
}

}  // namespace

std::optional<LineView> view_line(const Raster& line) {
  if (line.empty()) return std::nullopt;
  const Levels levels = measure_levels(line);
  const double contrast = levels.paper - levels.ink;
  if (contrast < kFaintest) return std::nullopt;
  const auto [box, ink, upright] = find_text(line, levels.paper - kFaint * contrast);
  if (box.empty()) return std::nullopt;

  const double by_margin = (line.height - ink.height()) / kMargins * kDigit;
  const double unit =
      upright >= kFewestDigits ? box.height() : std::max<double>(box.height(), by_margin);
  const double scale = kInkRows / unit;
  LineView view;
  view.width = std::max(1, static_cast<int>(std::nearbyint(box.width() * scale))) + 2 * kPadColumns;
  const double half_height = LineView::kRows / 2.0 / scale, half_width = view.width / 2.0 / scale;
  const double cx = (box.x0 + box.x1) / 2.0, cy = (box.y0 + box.y1) / 2.0;
  const std::vector<Taps> across = triangle_taps(cx - half_width, cx + half_width, view.width);
  const std::vector<Taps> down = triangle_taps(cy - half_height, cy + half_height, LineView::kRows);

  // Across first: every source row that any target row needs, as gray levels below paper.
  const int first_row = down.front().first;
  const int last_row = down.back().first + static_cast<int>(down.back().weights.size());
  std::vector<float> rows(static_cast<std::size_t>(last_row - first_row) * view.width, 0.0F);
  for (int y = std::max(0, first_row); y < std::min(line.height, last_row); ++y) {
    const std::uint8_t* source = line.row(y);
    float* target = rows.data() + static_cast<std::size_t>(y - first_row) * view.width;
    for (int x = 0; x < view.width; ++x) {
      const Taps& taps = across[x];
      for (std::size_t i = 0; i < taps.weights.size(); ++i) {
        const int from = taps.first + static_cast<int>(i);
        if (from < 0 || from >= line.width) continue;
        target[x] += taps.weights[i] * static_cast<float>(levels.paper - source[from]);
      }
    }
  }
  view.ink.assign(static_cast<std::size_t>(LineView::kRows) * view.width, 0.0F);
  for (int y = 0; y < LineView::kRows; ++y) {
    float* target = view.ink.data() + static_cast<std::size_t>(y) * view.width;
    for (std::size_t i = 0; i < down[y].weights.size(); ++i) {
      const float* source =
          rows.data() +
          static_cast<std::size_t>(down[y].first - first_row + static_cast<int>(i)) * view.width;
      for (int x = 0; x < view.width; ++x) target[x] += down[y].weights[i] * source[x];
    }
    for (int x = 0; x < view.width; ++x) {
      target[x] = std::clamp(target[x] / static_cast<float>(contrast), 0.0F, 1.0F);
    }
  }
  return view;
}

}  // namespace crossfoot
