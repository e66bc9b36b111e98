// Other settings for a second look at a line.
//
//     as seen   thin strokes (ink ^ 1.6)   thick strokes (ink ^ 0.6)   92 %, 108 % wide
//
// What a reader makes of a glyph that is hard to tell depends on the accidents of one image: where
// a stroke broke, how dark the scan was. Seen again a little altered the accidents differ and the
// glyph does not, so that readings which come and go are told from those that stay. The amounts are
// what two scans of one page differ by; more of it makes other glyphs.
//
// Source: averaging over altered copies of the input at test time, as in Krizhevsky, Sutskever and
// Hinton, "ImageNet classification with deep convolutional neural networks" (2012), section 4.1.
#include "ocr/view_variants.h"

#include <algorithm>
#include <cmath>

namespace crossfoot {
namespace {

constexpr float kThin = 1.6F, kThick = 0.6F;    // exponents of the ink, 0 paper .. 1 ink
constexpr double kNarrow = 0.92, kWide = 1.08;  // of the view's width

LineView with_strokes(const LineView& view, float exponent) {
  LineView out = view;
  for (float& ink : out.ink) ink = std::pow(ink, exponent);
  return out;
}

// Columns interpolated between their neighbours.
LineView stretched(const LineView& view, double factor) {
  LineView out;
  out.width = std::max(1, static_cast<int>(std::lround(view.width * factor)));
  out.ink.resize(static_cast<std::size_t>(out.width) * LineView::kRows);
  for (int x = 0; x < out.width; ++x) {
    const double at = std::clamp((x + 0.5) / factor - 0.5, 0.0, view.width - 1.0);
    const int left = static_cast<int>(at);
    const int right = std::min(left + 1, view.width - 1);
    const auto share = static_cast<float>(at - left);
    for (int y = 0; y < LineView::kRows; ++y) {
      const float* row = view.ink.data() + static_cast<std::size_t>(y) * view.width;
      out.ink[static_cast<std::size_t>(y) * out.width + x] =
          row[left] * (1 - share) + row[right] * share;
    }
  }
  return out;
}

}  // namespace

std::vector<LineView> variants_of(const LineView& view) {
  return {with_strokes(view, kThin), with_strokes(view, kThick), stretched(view, kNarrow),
          stretched(view, kWide)};
}

}  // namespace crossfoot
