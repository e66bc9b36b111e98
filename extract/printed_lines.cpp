// Lines are followed from left to right: a box goes on with the line whose last box stands before it at
// nearly the same height.
//
//   Stocks ────────▶ 4,187,084 ──▶ -        what counts is the height of the neighbour, not of the whole
//   Debtors ───────▶ 4,084,116 ──▶ -        line: a page that is still tilted or bent by a text height
//                                            over its width keeps its lines.
//
// Height is that of the middle, which survives: a box is as high as the ink of its letters ("on" against
// "Tag") or as its font claims, and both miss the baseline by a quarter of a text height. Grouping
// middles over the page without following lines lost the labels of the lower half of a bent page.
//
// Two columns of prose with different line pitches give lines that mix; callers must not conclude from
// one line alone.
#include "extract/printed_lines.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace crossfoot {
namespace {

// In text heights: middles nearer than this stand on one line. A raised footnote mark is 0.4 off, the
// next line 1.3 at the tightest setting seen.
constexpr double kSameLine = 0.6;

// Neighbours on a line may overlap by this: slanted type, loose boxes.
constexpr double kOverlap = 0.4;

}  // namespace

std::vector<std::vector<int>> printed_lines(const std::vector<PixelBox>& boxes,
                                            double text_height_px) {
  const auto middle = [&](int i) { return (boxes[i].y0 + boxes[i].y1) / 2.0; };
  std::vector<int> order(boxes.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return std::pair(boxes[a].x0, middle(a)) < std::pair(boxes[b].x0, middle(b));
  });
  std::vector<std::vector<int>> lines;
  for (const int i : order) {
    std::vector<int>* best = nullptr;
    double least = kSameLine * text_height_px;
    for (std::vector<int>& line : lines) {
      const PixelBox& last = boxes[line.back()];
      if (last.x1 > boxes[i].x0 + kOverlap * text_height_px) continue;
      const double off = std::abs(middle(line.back()) - middle(i));
      if (off >= least) continue;
      least = off;
      best = &line;
    }
    if (best != nullptr) {
      best->push_back(i);
    } else {
      lines.push_back({i});
    }
  }
  const auto height = [&](const std::vector<int>& line) {
    double sum = 0;
    for (const int i : line) sum += middle(i);
    return sum / static_cast<double>(line.size());
  };
  std::stable_sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) {
    return height(a) < height(b);
  });
  return lines;
}

}  // namespace crossfoot
