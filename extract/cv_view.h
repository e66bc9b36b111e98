// Internal to extract/ and ocr/: Rasters as OpenCV matrices without copying. Not a public header.
#pragma once

#include <opencv2/core.hpp>

#include "extract/raster.h"

namespace crossfoot {

// A matrix over the raster's own pixels; valid while the raster lives and is not resized.
inline cv::Mat cv_view(Raster& raster) {
  return {raster.height, raster.width, raster.channels == 3 ? CV_8UC3 : CV_8UC1,
          raster.pixels.data(), raster.stride()};
}

// Read-only by convention: OpenCV has no const matrix.
inline cv::Mat cv_view(const Raster& raster) { return cv_view(const_cast<Raster&>(raster)); }

inline Raster to_raster(const cv::Mat& image, double dpi_x, double dpi_y) {
  Raster raster{image.cols, image.rows, image.channels(), dpi_x, dpi_y, {}};
  raster.pixels.resize(raster.stride() * static_cast<std::size_t>(image.rows));
  image.copyTo(cv_view(raster));
  return raster;
}

}  // namespace crossfoot
