#include "extract/find_bend.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "extract/cv_view.h"
#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

constexpr double kTextHeight = 14;

std::optional<Bend> bend_of(const Raster& gray) {
  return find_bend(cv_view(test::ink_of(gray)), kTextHeight);
}

// Straight lines of the unbent page must be straight lines of the flat one: how far a row and a
// column are off, px.
double most_off(const Bend& bend, const test::Places& source) {
  double most = 0;
  for (double level = 150; level <= 1050; level += 150) {
    double low_y = 1e9, high_y = -1e9, low_x = 1e9, high_x = -1e9;
    for (double along = 110; along <= 1090; along += 20) {
      const auto [row_x, row_y] = bend.bent(along, level);
      const double y = source(row_x, row_y).second;
      low_y = std::min(low_y, y), high_y = std::max(high_y, y);
      const auto [column_x, column_y] = bend.bent(level, along);
      const double x = source(column_x, column_y).first;
      low_x = std::min(low_x, x), high_x = std::max(high_x, x);
    }
    most = std::max({most, high_y - low_y, high_x - low_x});
  }
  return most;
}

TEST(FindBend, AFlatPageHasNone) {
  EXPECT_FALSE(bend_of(test::table_page()));
  EXPECT_FALSE(bend_of(test::tilted(test::table_page(), 0.05)));  // what removing tilt leaves
}

TEST(FindBend, APageWithoutLinesHasNone) { EXPECT_FALSE(bend_of(test::paper(1200, 1200, 150))); }

TEST(FindBend, OneRuleSaysNothingOfThePage) {
  Raster page = test::paper(1200, 1200, 150);
  test::fill(page, {100, 600, 1100, 603});
  EXPECT_FALSE(bend_of(test::warped(page, test::at_a_fold(1200, 1200, 60))));
}

TEST(FindBend, AFoldIsStraightened) {
  for (const double most : {-36.0, 15.0, 36.0}) {  // 3 % of the height
    const test::Places fold = test::at_a_fold(1200, 1200, most);
    const auto bend = bend_of(test::warped(test::table_page(), fold));
    ASSERT_TRUE(bend) << most;
    EXPECT_LT(most_off(*bend, fold), 1.5) << most;
  }
}

TEST(FindBend, AViewAtAnAngleIsStraightened) {
  for (const double nearer : {-0.08, 0.08}) {
    const test::Places view = test::at_an_angle(1200, 1200, nearer);
    const auto bend = bend_of(test::warped(test::table_page(), view));
    ASSERT_TRUE(bend) << nearer;
    EXPECT_LT(most_off(*bend, view), 1.5) << nearer;
  }
}

TEST(FindBend, AFoldSeenAtAnAngleIsStraightened) {
  const test::Places fold = test::at_a_fold(1200, 1200, 30);
  const test::Places view = test::at_an_angle(1200, 1200, 0.06);
  const test::Places both = [&](double x, double y) {
    const auto [flat_x, flat_y] = view(x, y);
    return fold(flat_x, flat_y);
  };
  const auto bend = bend_of(test::warped(test::table_page(), both));
  ASSERT_TRUE(bend);
  EXPECT_LT(most_off(*bend, both), 2);
}

TEST(FindBend, SlantedLinesOfADrawingAreNoBend) {
  Raster page = test::paper(1200, 1200, 150);
  for (int i = 0; i < 12; ++i) {
    const double slope = i % 2 == 0 ? 0.15 : -0.15;
    for (int x = 100; x < 1100; ++x) {
      const int y = static_cast<int>(250 + 60 * i + slope * (x - 600));
      test::fill(page, {x, y, x + 1, y + 3});
    }
  }
  EXPECT_FALSE(bend_of(page));
}

TEST(FindBend, LinesOfTextTellWhereNothingIsRuled) {
  Raster page = test::paper(1200, 1200, 150);
  for (int y = 100; y < 1100; y += 35) {
    std::string line;
    for (int i = 0; i < 80; ++i) line += static_cast<char>('0' + (i * i + y) % 10);
    test::write_text(page, 100, y, line);
  }
  EXPECT_FALSE(bend_of(page));
  const test::Places fold = test::at_a_fold(1200, 1200, 36);
  const auto bend = bend_of(test::warped(page, fold));
  ASSERT_TRUE(bend);
  EXPECT_LT(most_off(*bend, fold), 4);
}

}  // namespace
}  // namespace crossfoot
