#include "extract/find_orientation.h"

#include <gtest/gtest.h>

#include "extract/cv_view.h"
#include "extract/turned.h"
#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

Raster figures() {
  Raster page = test::paper(800, 1000, 150);
  test::write_figures(page, {80, 80, 720, 920});
  return page;
}

TEST(FindOrientation, CommasTellWhichWayUpAPageOfFiguresStands) {
  for (const int turn : {0, 90, 180, 270}) {
    const auto found = find_orientation(cv_view(test::ink_of(turned(figures(), turn))), 150);
    EXPECT_EQ(found.turned_deg, turn);
    EXPECT_TRUE(found.up_is_sure) << turn;
  }
}

TEST(FindOrientation, ATiltOfSomeDegreesDoesNotMatter) {
  for (const double tilt : {-6.0, 6.0}) {
    const auto page = test::tilted(figures(), tilt);
    EXPECT_EQ(find_orientation(cv_view(test::ink_of(page)), 150).turned_deg, 0);
    EXPECT_EQ(find_orientation(cv_view(test::ink_of(turned(page, 90))), 150).turned_deg, 90);
  }
}

TEST(FindOrientation, DigitsWithoutPunctuationLeaveUpAndDownOpen) {
  Raster page = test::paper(800, 400, 150);
  for (int y = 40; y < 360; y += 30) test::write_text(page, 60, y, "20805052080601");
  const auto found = find_orientation(cv_view(test::ink_of(page)), 150);
  EXPECT_EQ(found.turned_deg % 180, 0);
  EXPECT_FALSE(found.up_is_sure);
}

TEST(FindOrientation, APageWithoutTextIsUprightForSure) {
  const auto found = find_orientation(cv_view(test::paper(800, 1000, 150, 0)), 150);
  EXPECT_EQ(found.turned_deg, 0);
  EXPECT_TRUE(found.up_is_sure);
}

}  // namespace
}  // namespace crossfoot
