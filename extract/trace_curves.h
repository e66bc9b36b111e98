#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace crossfoot {

// What was printed straight, followed over the page: points about a text height apart, in px.
struct Curve {
  struct Point {
    double along = 0, across = 0;
  };
  std::vector<Point> points;  // along ascends
  bool ruled = false;         // else the middle of a line of text
};

struct Curves {
  std::vector<Curve> rows;     // along is x, across is y
  std::vector<Curve> columns;  // along is y, across is x
};

// Rules in both directions and lines of text, on a page that may be bent; slopes up to about 0.4.
// ink: CV_8UC1, 255 for ink. O(pixels), 5 ms for a 300-dpi A4 page.
Curves trace_curves(const cv::Mat& ink, double text_height_px);

}  // namespace crossfoot
