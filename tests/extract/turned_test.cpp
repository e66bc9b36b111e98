#include "extract/turned.h"

#include <gmock/gmock.h>

namespace crossfoot {
namespace {

using ::testing::ElementsAre;

// 1 2 3
// 4 5 6   at 100 dpi across and 200 dpi down
const Raster kSix{3, 2, 1, 100, 200, {1, 2, 3, 4, 5, 6}};

TEST(Turned, ClockwiseByAQuarter) {
  const Raster turn = turned(kSix, 90);
  EXPECT_EQ(turn.width, 2);
  EXPECT_EQ(turn.height, 3);
  EXPECT_THAT(turn.pixels, ElementsAre(4, 1, 5, 2, 6, 3));
  EXPECT_EQ(turn.dpi_x, 200);
  EXPECT_EQ(turn.dpi_y, 100);
}

TEST(Turned, ByAHalf) {
  const Raster turn = turned(kSix, 180);
  EXPECT_THAT(turn.pixels, ElementsAre(6, 5, 4, 3, 2, 1));
  EXPECT_EQ(turn.dpi_x, 100);
}

TEST(Turned, CounterClockwiseByAQuarter) {
  EXPECT_THAT(turned(kSix, 270).pixels, ElementsAre(3, 6, 2, 5, 1, 4));
}

TEST(Turned, TurnsAddUpToAWholeOne) {
  EXPECT_EQ(turned(kSix, 0).pixels, kSix.pixels);
  EXPECT_EQ(turned(turned(kSix, 90), 270).pixels, kSix.pixels);
  EXPECT_EQ(turned(turned(kSix, 90), 90).pixels, turned(kSix, 180).pixels);
}

TEST(Turned, ThePixelsOfAColourImageStayWhole) {
  const Raster colour{2, 1, 3, 100, 100, {1, 2, 3, 4, 5, 6}};
  EXPECT_THAT(turned(colour, 180).pixels, ElementsAre(4, 5, 6, 1, 2, 3));
}

}  // namespace
}  // namespace crossfoot
