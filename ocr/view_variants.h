// A line's view as other scans of it might have looked.
#pragma once

#include <vector>

#include "ocr/line_view.h"

namespace crossfoot {

// The view with thinner and thicker strokes, narrower and wider. O(pixels).
std::vector<LineView> variants_of(const LineView& view);

}  // namespace crossfoot
