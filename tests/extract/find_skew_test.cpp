#include "extract/find_skew.h"

#include <gtest/gtest.h>

#include "extract/cv_view.h"
#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

Raster figures() {
  Raster page = test::paper(1200, 1200, 200);
  test::write_figures(page, {150, 150, 1050, 1050});
  return page;
}

TEST(FindSkew, CounterClockwiseIsPositive) {
  for (const double tilt : {-5.0, -1.5, -0.3, 0.0, 0.3, 1.5, 5.0}) {
    EXPECT_NEAR(find_skew_deg(cv_view(test::ink_of(test::tilted(figures(), tilt)))), tilt, 0.1) << tilt;
  }
}

TEST(FindSkew, APageWithoutLinesIsUpright) {
  EXPECT_EQ(find_skew_deg(cv_view(test::paper(800, 800, 200, 0))), 0);
  Raster blot = test::paper(800, 800, 200);
  test::fill(blot, {300, 300, 500, 500});
  EXPECT_EQ(find_skew_deg(cv_view(test::ink_of(blot))), 0);
}

}  // namespace
}  // namespace crossfoot
