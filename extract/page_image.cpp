#include "extract/page_image.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "extract/cv_view.h"
#include "extract/encode_picture.h"

namespace crossfoot {
namespace {

// From where digits of 8 pt are easily read (17 px) to where they can just be told apart (7 px).
constexpr double kFinest_dpi = 150, kCoarsest_dpi = 60, kStep = 0.8;
constexpr int kQuality = 50;  // of JPEG; blocks begin to show around print below it

std::string jpeg_at(const Raster& page, double dpi) {
  const double x = std::min(1.0, dpi / page.dpi_x), y = std::min(1.0, dpi / page.dpi_y);
  cv::Mat image;
  cv::resize(cv_view(page), image, {}, x, y, cv::INTER_AREA);
  return jpeg_bytes(to_raster(image, page.dpi_x * x, page.dpi_y * y), kQuality);
}

}  // namespace

std::string page_jpeg(const Raster& page, std::size_t most_bytes) {
  std::string jpeg;
  for (double dpi = kFinest_dpi; dpi >= kCoarsest_dpi; dpi *= kStep) {
    jpeg = jpeg_at(page, dpi);
    if (jpeg.size() <= most_bytes) break;
  }
  return jpeg;
}

}  // namespace crossfoot
