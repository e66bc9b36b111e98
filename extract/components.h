// Internal to extract/: the pieces of ink that hang together. Not a public header.
#pragma once

#include <algorithm>
#include <cstdint>
#include <opencv2/core.hpp>
#include <utility>
#include <vector>

namespace crossfoot {

struct InkRun {
  int y, x0, x1;  // pixels [x0, x1) of a row
  int part;       // what it belongs to, in Components::parts()
};

struct InkPart {
  cv::Rect box;
  int area = 0;  // pixels
  cv::Point2d centroid{};
};

class Components {
 public:
  // ink: CV_8UC1, 0 is paper. Pixels that touch at a side or a corner hang together. Not valid once
  // the ink has changed.
  explicit Components(const cv::Mat& ink);

  // By their first pixel, row by row.
  const std::vector<InkPart>& parts() const& { return parts_; }
  std::vector<InkPart> parts() && { return std::move(parts_); }
  const std::vector<InkRun>& runs() const { return runs_; }  // row by row, left to right
  std::vector<std::vector<InkRun>> runs_by_part() const;
  int part_at(const cv::Point& pixel) const;  // -1 on paper

 private:
  std::vector<InkRun> runs_;
  std::vector<std::size_t> row_begin_;  // where each row's runs begin; one more than there are rows
  std::vector<InkPart> parts_;
};

// Sets the run's pixels. image: of the ink's size, CV_8UC1.
inline void paint(cv::Mat& image, const InkRun& run, std::uint8_t value) {
  std::fill(image.ptr(run.y) + run.x0, image.ptr(run.y) + run.x1, value);
}

// Which chain each part belongs to, -1 for parts that are not `chosen`: the chosen parts hang together
// where the white between them, along a row or a column, is no more than `gap`. width: of the image.
std::vector<int> chains(const Components& components, const std::vector<bool>& chosen, int width,
                        const cv::Size& gap);

}  // namespace crossfoot
