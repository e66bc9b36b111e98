#pragma once

#include <opencv2/core.hpp>

namespace crossfoot {

// The counter-clockwise tilt of the text lines and rulings in degrees, within +-7; 0 where the page
// gives no sure answer. ink: CV_8UC1, 255 for ink. Postl's projection-variance search as in Leptonica's
// pixFindSkew, 5 ms on a 300-dpi page.
double find_skew_deg(const cv::Mat& ink);

}  // namespace crossfoot
