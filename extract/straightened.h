// Internal to extract/. Not a public header.
#pragma once

#include <opencv2/core.hpp>
#include <optional>

#include "extract/bend.h"

namespace crossfoot {

// The page without its tilt (counter-clockwise) and its bend, of the same size, bicubic, once for
// both. Where nothing was seen it is white without a bend, with one as the edge nearby.
cv::Mat straightened(const cv::Mat& gray, double skew_deg, const std::optional<Bend>& bend);

}  // namespace crossfoot
