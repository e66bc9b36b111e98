// Boxes whose middles are at one height stand on one line. The middle is what survives: a box is as
// high as the ink of its letters ("on" against "Tag") or as its font claims, and both miss the
// baseline by a quarter of a text height. A line's height follows the boxes that joined it, so a
// residual tilt of half a text height over the page does no harm.
//
// Two columns of prose with different line pitches give lines that mix or alternate; callers must
// not conclude from one line alone.
#include "extract/printed_lines.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace crossfoot {
namespace {

// In text heights: middles nearer than this stand on one line. A raised footnote mark is 0.4 off, the
// next line 1.3 at the tightest setting seen.
constexpr double kSameLine = 0.55;

}  // namespace

std::vector<std::vector<int>> printed_lines(const std::vector<PixelBox>& boxes,
                                            double text_height_px) {
  const auto middle = [&](int i) { return (boxes[i].y0 + boxes[i].y1) / 2.0; };
  std::vector<int> order(boxes.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return middle(a) < middle(b); });
  std::vector<std::vector<int>> lines;
  double line_middle = 0;
  for (const int i : order) {
    if (lines.empty() || middle(i) - line_middle > kSameLine * text_height_px) {
      lines.emplace_back();
      line_middle = middle(i);
    }
    lines.back().push_back(i);
    line_middle += (middle(i) - line_middle) / static_cast<double>(lines.back().size());
  }
  for (std::vector<int>& line : lines) {
    std::stable_sort(line.begin(), line.end(),
                     [&](int a, int b) { return boxes[a].x0 < boxes[b].x0; });
  }
  return lines;
}

}  // namespace crossfoot
