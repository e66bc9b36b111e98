// The same steps as in Tesseract, so that its networks see what they learned from:
//
//   shrink    ink 26 px high (with_ink_height)
//   cut       the ink and 4 px on every side
//   enlarge   to the network's height, linear and then sharpened, by the function of Leptonica that
//             Tesseract calls; enlarged from the scan directly by OpenCV, 2 to 5 % fewer lines are
//             read surely, whether linear or cubic
//   levels    black and white are the lower quartile of the dark ends and the upper quartile of the
//             light ends along the rows. Tesseract takes the middle row, and any ends: where it meets
//             no stroke, the grain of the paper is stretched to black and white (3 % of the lines of a
//             clean scan, short ones)
#include "ocr/text_image.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <opencv2/imgproc.hpp>

#include "extract/cv_view.h"

namespace crossfoot {
namespace {

constexpr int kInk = 160;   // gray level that is surely not paper
constexpr int kWidest = 128;  // heights; the longest line that Tesseract's networks learned from
constexpr int kMargin = 4;  // pixels at an ink height of 26; Tesseract's kImagePadding

cv::Rect box_of_ink(const cv::Mat& image) {
  return cv::boundingRect(image < kInk);
}

// Empty where there is no memory for it.
cv::Mat scaled_like_tesseract(const cv::Mat& image, int height) {
  using Pixels = std::unique_ptr<PIX, void (*)(PIX*)>;
  const auto destroy = [](PIX* pix) { pixDestroy(&pix); };
  const Pixels small(pixCreate(image.cols, image.rows, 8), destroy);
  if (!small) return {};
  for (int y = 0; y < image.rows; ++y) {
    l_uint32* row = pixGetData(small.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(small.get());
    for (int x = 0; x < image.cols; ++x) SET_DATA_BYTE(row, x, image.at<std::uint8_t>(y, x));
  }
  const auto factor = static_cast<float>(height) / static_cast<float>(image.rows);
  const Pixels large(pixScale(small.get(), factor, factor), destroy);
  if (!large) return {};
  // Rounding may leave a row too few or too many.
  cv::Mat result(height, pixGetWidth(large.get()), CV_8UC1);
  for (int y = 0; y < height; ++y) {
    const int from = std::min(y, pixGetHeight(large.get()) - 1);
    const l_uint32* row =
        pixGetData(large.get()) + static_cast<std::ptrdiff_t>(from) * pixGetWpl(large.get());
    for (int x = 0; x < result.cols; ++x) result.at<std::uint8_t>(y, x) = GET_DATA_BYTE(row, x);
  }
  return result;
}

// The value below which `share` of them lie; `none` of no values.
float quantile(std::vector<int>& values, double share, double none) {
  if (values.empty()) return static_cast<float>(none);
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(
                                       share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return static_cast<float>(*at);
}

struct Levels {
  float black = 0, white = 0;
};

Levels measure_levels(const cv::Mat& image) {
  double darkest = 0, lightest = 255;
  cv::minMaxLoc(image, &darkest, &lightest);
  const double middle = (darkest + lightest) / 2;
  std::vector<int> dark, light;
  for (int y = 0; y < image.rows; ++y) {
    const auto* row = image.ptr<std::uint8_t>(y);
    for (int x = 1; x + 1 < image.cols; ++x) {
      const int before = row[x - 1], here = row[x], after = row[x + 1];
      if (here == before && here == after) continue;
      if (here <= before && here <= after && here < middle) dark.push_back(here);
      if (here >= before && here >= after && here > middle) light.push_back(here);
    }
  }
  return {quantile(dark, 0.25, darkest), quantile(light, 0.75, lightest)};
}

}  // namespace

cv::Mat with_ink_height(const Raster& line, double ink_px) {
  const cv::Mat image = cv_view(line);
  const int ink = box_of_ink(image).height;
  if (ink <= ink_px) return image;
  const double scale = ink_px / ink;
  cv::Mat smaller;
  cv::resize(image, smaller, {}, scale, scale, cv::INTER_AREA);
  return smaller;
}

bool differs_in_size(const Raster& line, double size) {
  return box_of_ink(cv_view(line)).height > std::min(1.0, size) * kTextInk;
}

TextImage text_image(const Raster& line, int height) {
  if (line.empty()) return {};
  const cv::Mat shrunk = with_ink_height(line, kTextInk);
  const cv::Rect ink = box_of_ink(shrunk);
  if (ink.empty()) return {};
  const cv::Rect box(ink.x - kMargin, ink.y - kMargin, ink.width + 2 * kMargin,
                     ink.height + 2 * kMargin);
  const cv::Mat cut = shrunk(box & cv::Rect(0, 0, shrunk.cols, shrunk.rows));
  if (cut.cols > kWidest * cut.rows) return {};
  const cv::Mat gray = scaled_like_tesseract(cut, height);
  if (gray.empty()) return {};
  const auto [black, white] = measure_levels(gray);
  const float contrast = white > black ? (white - black) / 2 : 1;
  TextImage image{gray.cols, {}};
  image.pixels.reserve(gray.total());
  for (int y = 0; y < gray.rows; ++y) {
    for (int x = 0; x < gray.cols; ++x) {
      const auto level = static_cast<float>(gray.at<std::uint8_t>(y, x));
      const float value = std::clamp(128 * ((level - black) / contrast - 1), -127.0F, 127.0F);
      image.pixels.push_back(static_cast<std::int8_t>(std::lround(value)));
    }
  }
  return image;
}

}  // namespace crossfoot
