#include "extract/straightened.h"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace crossfoot {
namespace {

// Grainy paper, a few lines and strokes on a part of it.
cv::Mat sparse_page() {
  cv::Mat page(700, 900, CV_8UC1);
  cv::RNG random(3);
  random.fill(page, cv::RNG::UNIFORM, 246, 256);
  cv::line(page, {80, 300}, {600, 300}, cv::Scalar(10), 3);
  for (int x = 100; x < 400; x += 13) cv::rectangle(page, cv::Rect(x, 330, 5, 24), 30, cv::FILLED);
  cv::rectangle(page, cv::Rect(880, 0, 20, 700), 0, cv::FILLED);
  return page;
}

// Interpolated everywhere.
cv::Mat reference(const cv::Mat& page, double skew_deg) {
  const cv::Point2f centre(page.cols / 2.0F, page.rows / 2.0F);
  cv::Mat straight;
  cv::warpAffine(page, straight, cv::getRotationMatrix2D(centre, -skew_deg, 1), page.size(),
                 cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar(255));
  return straight;
}

TEST(Straightened, PrintIsAsIfInterpolatedEverywhere) {
  constexpr double kGrain = 12;      // gray levels between pixels of blank paper
  constexpr double kRoundedPlace = 10;  // a 32nd of a pixel on the steepest edge
  const cv::Mat page = sparse_page();
  for (const double skew_deg : {-6.5, -0.4, 0.07, 1.9}) {
    const cv::Mat straight = straightened(page, skew_deg, {});
    const cv::Mat expected = reference(page, skew_deg);
    cv::Mat difference;
    cv::absdiff(straight, expected, difference);
    double largest = 0;
    cv::minMaxLoc(difference, nullptr, &largest, nullptr, nullptr, expected < 200);
    EXPECT_LE(largest, kRoundedPlace) << skew_deg;
    cv::minMaxLoc(difference, nullptr, &largest);
    EXPECT_LE(largest, kGrain) << skew_deg;
  }
}

TEST(Straightened, PagesSmallerThanATile) {
  const cv::Mat page(20, 30, CV_8UC1, cv::Scalar(0));
  const cv::Mat straight = straightened(page, 2, {});
  EXPECT_EQ(straight.size(), page.size());
  EXPECT_EQ(straight.at<std::uint8_t>(10, 15), 0);
}

}  // namespace
}  // namespace crossfoot
