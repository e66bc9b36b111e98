#pragma once

#include <opencv2/core.hpp>

namespace crossfoot {

struct Orientation {
  int turned_deg = 0;      // the content stands turned clockwise by 0, 90, 180 or 270 degrees
  bool up_is_sure = true;  // false: turned_deg may be off by 180 degrees
};

// How the text of a page stands. ink: CV_8UC1, 255 for ink; tilts up to 10 degrees do not matter.
// A page without text is upright, for sure. O(pixels + glyphs).
Orientation find_orientation(const cv::Mat& ink, double dpi);

}  // namespace crossfoot
