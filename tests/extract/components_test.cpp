#include "extract/components.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <random>
#include <tuple>

namespace crossfoot {
namespace {

// One row a string, # is ink.
cv::Mat drawn(const std::vector<std::string>& rows) {
  cv::Mat ink(static_cast<int>(rows.size()), static_cast<int>(rows[0].size()), CV_8UC1);
  for (int y = 0; y < ink.rows; ++y) {
    for (int x = 0; x < ink.cols; ++x) ink.at<std::uint8_t>(y, x) = rows[y][x] == '#' ? 255 : 0;
  }
  return ink;
}

TEST(Components, HangTogetherAtSidesAndCorners) {
  const Components components(drawn({"##...#", "..#..#", "......", "#.#..."}));
  ASSERT_EQ(components.parts().size(), 4U);
  EXPECT_EQ(components.parts()[0].box, cv::Rect(0, 0, 3, 2));
  EXPECT_EQ(components.parts()[0].area, 3);
  EXPECT_EQ(components.parts()[0].centroid, cv::Point2d(1, 1.0 / 3));
  EXPECT_EQ(components.parts()[1].box, cv::Rect(5, 0, 1, 2));
}

TEST(Components, JoinLate) {
  const Components components(drawn({"#.#.#", "#.#.#", "#####"}));
  ASSERT_EQ(components.parts().size(), 1U);
  EXPECT_EQ(components.parts()[0].area, 11);
}

TEST(Components, PartAtAPixel) {
  const Components components(drawn({".#.##", ".#..."}));
  EXPECT_EQ(components.part_at({0, 0}), -1);
  EXPECT_EQ(components.part_at({1, 1}), 0);
  EXPECT_EQ(components.part_at({4, 0}), 1);
  EXPECT_EQ(components.part_at({4, 1}), -1);
}

TEST(Components, OfPaperAreNone) {
  EXPECT_TRUE(Components(cv::Mat::zeros(30, 30, CV_8UC1)).parts().empty());
  EXPECT_TRUE(Components(cv::Mat()).parts().empty());
}

TEST(Components, RunsPaintThePartThatTheyAreOf) {
  cv::Mat ink = drawn({"##..#", ".#..#"});
  const auto runs = Components(ink).runs_by_part();
  for (const InkRun& run : runs[1]) paint(ink, run, 0);
  const cv::Mat left = ink != drawn({"##...", ".#..."});
  EXPECT_EQ(cv::countNonZero(left), 0);
}

// Width, height, place, area and the row's and column's sum of a component.
using Facts = std::tuple<int, int, int, int, int, long, long>;

std::vector<Facts> by_opencv(const cv::Mat& ink) {
  cv::Mat labels, stats, centroids;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centroids, 8);
  std::vector<Facts> facts;
  for (int i = 1; i < count; ++i) {
    const int* s = stats.ptr<int>(i);
    const int area = s[cv::CC_STAT_AREA];
    facts.emplace_back(s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_WIDTH],
                       s[cv::CC_STAT_HEIGHT], area, std::lround(centroids.at<double>(i, 0) * area),
                       std::lround(centroids.at<double>(i, 1) * area));
  }
  std::sort(facts.begin(), facts.end());
  return facts;
}

TEST(Components, AreThoseOfOpenCv) {
  std::mt19937 random(7);
  for (const int density : {3, 30, 45, 60, 97}) {  // per cent of ink
    for (const cv::Size& size : {cv::Size(131, 97), cv::Size(7, 40), cv::Size(64, 1)}) {
      cv::Mat ink(size, CV_8UC1);
      for (int y = 0; y < ink.rows; ++y) {
        for (int x = 0; x < ink.cols; ++x) {
          ink.at<std::uint8_t>(y, x) = static_cast<int>(random() % 100) < density ? 255 : 0;
        }
      }
      std::vector<Facts> facts;
      for (const InkPart& part : Components(ink).parts()) {
        facts.emplace_back(part.box.x, part.box.y, part.box.width, part.box.height, part.area,
                           std::lround(part.centroid.x * part.area),
                           std::lround(part.centroid.y * part.area));
      }
      std::sort(facts.begin(), facts.end());
      EXPECT_EQ(facts, by_opencv(ink)) << density << " % of ink in " << size;
    }
  }
}

TEST(Components, HangTogetherAcrossAGapInOneDirection) {
  cv::Mat ink = cv::Mat::zeros(8, 20, CV_8UC1);
  for (const cv::Point& dot : {cv::Point(1, 1), {5, 1}, {9, 1}, {15, 1}, {1, 5}, {3, 1}}) ink.at<std::uint8_t>(dot) = 255;
  const Components components(ink);  // in row 1 at x = 1, 3, 5, 9, 15; in row 5 at x = 1
  std::vector<bool> chosen(6, true);
  chosen[1] = false;
  const auto chain = chains(components, chosen, ink.cols, {4, 0});
  EXPECT_EQ(chain[1], -1);
  EXPECT_EQ(chain[0], chain[2]);
  EXPECT_EQ(chain[2], chain[3]);
  EXPECT_NE(chain[3], chain[4]);
  EXPECT_NE(chain[0], chain[5]);
  EXPECT_EQ(chains(components, chosen, ink.cols, {0, 4})[5], chains(components, chosen, ink.cols, {0, 4})[0]);
}

}  // namespace
}  // namespace crossfoot
