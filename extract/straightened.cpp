#include "extract/straightened.h"

#include <opencv2/imgproc.hpp>

namespace crossfoot {
namespace {

// Where each pixel of the straight page comes from, without the tilt: worked out on a coarse mesh,
// a bend being smooth between. warpAffine interpolates at 32nds, so that a mesh of 16 px is exact.
cv::Mat bent_places(const Bend& bend, const cv::Size& page) {
  constexpr int kMesh = 16;  // px
  cv::Mat mesh(page.height / kMesh + 2, page.width / kMesh + 2, CV_32FC2);
  for (int row = 0; row < mesh.rows; ++row) {
    for (int col = 0; col < mesh.cols; ++col) {
      const auto [x, y] = bend.bent(col * kMesh, row * kMesh);
      mesh.at<cv::Vec2f>(row, col) = {static_cast<float>(x), static_cast<float>(y)};
    }
  }
  cv::Mat places;
  cv::warpAffine(mesh, places, cv::Matx23d(kMesh, 0, 0, 0, kMesh, 0), page, cv::INTER_LINEAR,
                 cv::BORDER_REPLICATE);
  return places;
}

}  // namespace

cv::Mat straightened(const cv::Mat& gray, double skew_deg, const std::optional<Bend>& bend) {
  const cv::Point2f centre(gray.cols / 2.0F, gray.rows / 2.0F);
  cv::Mat straight;
  if (!bend) {
    cv::warpAffine(gray, straight, cv::getRotationMatrix2D(centre, -skew_deg, 1), gray.size(),
                   cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar(255));
    return straight;
  }
  cv::Mat places = bent_places(*bend, gray.size());
  cv::transform(places, places, cv::getRotationMatrix2D(centre, skew_deg, 1));
  // The dark around a page goes on to the edge, where clean_page takes it away.
  cv::remap(gray, straight, places, {}, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  return straight;
}

}  // namespace crossfoot
