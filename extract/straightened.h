// Internal to extract/. Not a public header.
#pragma once

#include <opencv2/core.hpp>
#include <optional>

#include "extract/bend.h"

namespace crossfoot {

// The page without its tilt (counter-clockwise) and its bend, of the same size; white where nothing
// was seen. Bicubic, once for both.
cv::Mat straightened(const cv::Mat& gray, double skew_deg, const std::optional<Bend>& bend);

}  // namespace crossfoot
