#include "extract/turned.h"

#include <opencv2/core.hpp>

#include "extract/cv_view.h"

namespace crossfoot {

Raster turned(const Raster& raster, int clockwise_deg) {
  if (clockwise_deg == 0) return raster;
  const int code = clockwise_deg == 90    ? cv::ROTATE_90_CLOCKWISE
                   : clockwise_deg == 180 ? cv::ROTATE_180
                                          : cv::ROTATE_90_COUNTERCLOCKWISE;
  cv::Mat image;
  cv::rotate(cv_view(raster), image, code);
  const bool sideways = clockwise_deg != 180;
  return to_raster(image, sideways ? raster.dpi_y : raster.dpi_x,
                   sideways ? raster.dpi_x : raster.dpi_y);
}

}  // namespace crossfoot
