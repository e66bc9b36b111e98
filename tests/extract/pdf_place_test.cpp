#include "extract/pdf_place.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// A sheet of 200 x 100 whose crop box begins at (10, 20); the box is 30 x 10, near the top left of
// what is displayed.
Box placed(int rotate_deg) { return to_user_space({10, 20, 210, 120, rotate_deg}, {5, 7, 35, 17}); }

TEST(ToUserSpace, FlipsTheAxisThatPointsUp) { EXPECT_EQ(placed(0), (Box{15, 103, 45, 113})); }

TEST(ToUserSpace, UndoesTheTurnOfTheViewer) {
  EXPECT_EQ(placed(90), (Box{17, 25, 27, 55}));     // the top left of the display is the lower left
  EXPECT_EQ(placed(180), (Box{175, 27, 205, 37}));  // the lower right
  EXPECT_EQ(placed(270), (Box{193, 85, 203, 115}));  // the upper right
}

}  // namespace
}  // namespace crossfoot
