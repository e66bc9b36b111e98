#include "ocr/line_view.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace crossfoot {
namespace {

using ::testing::FloatNear;

Raster blank(int width, int height) {
  Raster line{width, height, 1, 300, 300, {}};
  line.pixels.assign(static_cast<std::size_t>(width) * height, 255);
  return line;
}

void fill(Raster& line, const PixelBox& box, std::uint8_t level) {
  for (int y = box.y0; y < box.y1; ++y) std::fill(line.row(y) + box.x0, line.row(y) + box.x1, level);
}

// First and last row in which the view holds ink.
std::pair<int, int> inked_rows(const LineView& view) {
  int first = LineView::kRows, last = -1;
  for (int y = 0; y < LineView::kRows; ++y) {
    for (int x = 0; x < view.width; ++x) {
      if (view.ink[static_cast<std::size_t>(y) * view.width + x] < 0.5F) continue;
      first = std::min(first, y);
      last = y;
    }
  }
  return {first, last};
}

void expect_full_height(const Raster& line) {
  const auto view = view_line(line);
  ASSERT_TRUE(view);
  EXPECT_EQ(inked_rows(*view), std::make_pair(4, 27));
}

TEST(LineView, BlankPaperHasNoView) {
  EXPECT_FALSE(view_line(blank(40, 30)));
  EXPECT_FALSE(view_line(Raster{}));
}

TEST(LineView, InkIsTwentyFourRowsHighAndCentred) {
  for (const int height : {12, 24, 48, 90}) {
    const int margin = height / 3;
    Raster line = blank(3 * height, height + 2 * margin);
    fill(line, {height, margin, 2 * height, margin + height}, 0);
    const auto view = view_line(line);
    ASSERT_TRUE(view);
    EXPECT_EQ(inked_rows(*view), std::make_pair(4, 27)) << height;
    EXPECT_EQ(view->width, 24 + 8) << height;
  }
}

TEST(LineView, FaintInkLooksLikeBlackInk) {
  Raster line = blank(60, 48);
  fill(line, {20, 12, 40, 36}, 170);
  const auto view = view_line(line);
  ASSERT_TRUE(view);
  EXPECT_THAT(view->ink[16 * view->width + view->width / 2], FloatNear(1, 1e-5));
}

TEST(LineView, DashKeepsItsSizeToTheMargin) {
  // Text height 30: margin 12 above and below a dash of 3 x 20 pixels.
  Raster line = blank(44, 27);
  fill(line, {12, 12, 32, 15}, 0);
  const auto view = view_line(line);
  ASSERT_TRUE(view);
  const auto [first, last] = inked_rows(*view);
  EXPECT_LE(last - first + 1, 4);
  EXPECT_LT(view->width, 32);
}

TEST(LineView, FaintDashBeforeANumberStays) {
  Raster line = blank(80, 42);
  fill(line, {40, 9, 60, 33}, 0);
  fill(line, {16, 20, 28, 22}, 150);
  const auto view = view_line(line);
  ASSERT_TRUE(view);
  EXPECT_GT(view->width, 40 + 8);
}

TEST(LineView, SinglePixelsDoNotCountAsInk) {
  Raster line = blank(80, 42);
  fill(line, {30, 9, 50, 33}, 0);
  line.row(2)[5] = 0;
  line.row(40)[70] = 0;
  expect_full_height(line);
}

TEST(LineView, ASpeckBelowDoesNotMakeTheDigitsSmall) {
  Raster line = blank(80, 70);
  fill(line, {30, 9, 50, 33}, 0);
  fill(line, {60, 56, 64, 60}, 0);
  expect_full_height(line);
}

TEST(LineView, AWideMarginDoesNotMakeDigitsSmall) {
  // Specks fainter than ink set the box of the line: its margin is no measure of the text height.
  Raster line = blank(80, 90);
  fill(line, {20, 40, 30, 56}, 0);
  fill(line, {40, 40, 50, 56}, 0);
  expect_full_height(line);
}

// The values are tools/train_numbers/normalize.py's for the same image.
TEST(LineView, EqualsTheTrainingsView) {
  Raster line = blank(37, 41);
  for (int y = 9; y < 33; ++y) {
    for (int x = 8; x < 30; ++x) {
      if ((x * 7 + y * 5) % 11 < 6) line.row(y)[x] = static_cast<std::uint8_t>((x * 31 + y * 17) % 120);
    }
  }
  const auto view = view_line(line);
  ASSERT_TRUE(view);
  ASSERT_EQ(view->width, 30);
  const auto at = [&](int y, int x) {
    return view->ink[static_cast<std::size_t>(y) * view->width + x];
  };
  EXPECT_THAT(at(16, 10), FloatNear(0.73016F, 1e-4));
  EXPECT_THAT(at(4, 20), FloatNear(0.78571F, 1e-4));
  EXPECT_THAT(at(22, 4), FloatNear(0.58730F, 1e-4));
  EXPECT_THAT(at(26, 18), FloatNear(0.97619F, 1e-4));
  EXPECT_THAT(at(15, 7), FloatNear(0.69048F, 1e-4));
}

}  // namespace
}  // namespace crossfoot
