#include "extract/trace_curves.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "extract/cv_view.h"
#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

constexpr double kTextHeight = 14;

Curves traced(const Raster& gray) { return trace_curves(cv_view(test::ink_of(gray)), kTextHeight); }

double length(const Curve& curve) { return curve.points.back().along - curve.points.front().along; }

TEST(TraceCurves, FollowsARuleThatBends) {
  Raster page = test::paper(800, 400, 150);
  const auto wave = [](double x) { return 200 + 40 * std::sin(x / 130); };  // slopes up to 0.3
  for (int x = 50; x < 750; ++x) {
    const int y = static_cast<int>(wave(x + 0.5));
    test::fill(page, {x, y - 1, x + 1, y + 2});
  }
  const Curves curves = traced(page);
  EXPECT_TRUE(curves.columns.empty());
  ASSERT_EQ(curves.rows.size(), 1u);
  EXPECT_TRUE(curves.rows[0].ruled);
  EXPECT_GT(length(curves.rows[0]), 670);
  for (const Curve::Point& point : curves.rows[0].points) {
    EXPECT_NEAR(point.across, wave(point.along), 1) << point.along;
  }
}

TEST(TraceCurves, RulesThatCrossAreEachInOnePiece) {
  const Curves curves = traced(test::table_page());
  const auto is_rule = [](const Curve& curve) { return curve.ruled; };
  EXPECT_EQ(std::count_if(curves.rows.begin(), curves.rows.end(), is_rule), 15);
  EXPECT_EQ(curves.columns.size(), 5u);
  for (const Curve& curve : curves.columns) EXPECT_GT(length(curve), 900);
}

TEST(TraceCurves, ALineOfTextIsACurveAndItsLettersAreNoRules) {
  Raster page = test::paper(800, 400, 150);
  test::write_text(page, 50, 100, "1234567890123456789012345678901234567890");
  const Curves curves = traced(page);
  EXPECT_TRUE(curves.columns.empty());
  ASSERT_EQ(curves.rows.size(), 1u);
  EXPECT_FALSE(curves.rows[0].ruled);
  for (const Curve::Point& point : curves.rows[0].points) EXPECT_NEAR(point.across, 107, 2);
}

TEST(TraceCurves, NothingIsThereOnAnEmptyPage) {
  const Curves curves = traced(test::paper(300, 300, 150));
  EXPECT_TRUE(curves.rows.empty() && curves.columns.empty());
  EXPECT_TRUE(trace_curves({}, kTextHeight).rows.empty());
}

}  // namespace
}  // namespace crossfoot
