#pragma once

#include <opencv2/core.hpp>
#include <optional>

#include "extract/bend.h"

namespace crossfoot {

// The bend of a page whose tilt is removed; absent where it is flat, or where what is seen does not
// tell. ink: CV_8UC1, 255 for ink.
std::optional<Bend> find_bend(const cv::Mat& ink, double text_height_px);

}  // namespace crossfoot
