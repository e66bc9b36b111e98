#include "extract/text_lines.h"

#include <gmock/gmock.h>

#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using test::fill;
using test::ink_map;
using test::paper;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Text of a digit's height of 10 px, drawn as filled boxes of ink.
constexpr double kTextHeight = 10;

Raster ink_of_boxes(const std::vector<PixelBox>& boxes) {
  Raster ink = paper(200, 120, 300, 0);
  for (const PixelBox& box : boxes) fill(ink, box, 255);
  return ink;
}

const PixelBox kWhole{0, 0, 200, 120};

TEST(SplitLines, EachBandOfInkIsALineTrimmedToIt) {
  const Raster ink = ink_of_boxes({{10, 5, 60, 15}, {70, 5, 80, 15}, {30, 30, 90, 40}});
  EXPECT_THAT(split_lines(ink, kWhole, kTextHeight),
              ElementsAre(PixelBox{10, 5, 80, 15}, PixelBox{30, 30, 90, 40}));
}

TEST(SplitLines, OnlyTheRegionIsLookedAt) {
  const Raster ink = ink_of_boxes({{10, 5, 60, 15}, {100, 5, 150, 15}, {10, 50, 60, 60}});
  EXPECT_THAT(split_lines(ink, {0, 0, 40, 30}, kTextHeight), ElementsAre(PixelBox{10, 5, 40, 15}));
}

TEST(SplitLines, NoInkIsNoLine) {
  EXPECT_THAT(split_lines(ink_of_boxes({}), kWhole, kTextHeight), IsEmpty());
  EXPECT_THAT(split_lines(ink_of_boxes({{10, 5, 60, 15}}), {20, 5, 20, 15}, kTextHeight),
              IsEmpty());
}

// The two strokes of a Chinese 2, text height 4.
TEST(SplitLines, FlatStrokesOfOneCharacterAreOneLine) {
  const Raster ink = ink_map({
      "..........",
      "..######..",
      "..........",
      "..........",
      ".########.",
      "..........",
  });
  EXPECT_THAT(split_lines(ink, {0, 0, 10, 6}, 4), ElementsAre(PixelBox{1, 1, 9, 5}));
}

TEST(SplitLines, ADotJoinsTheNearerLine) {
  // Text from 5 to 15 and from 40 to 50; a dot of an i two pixels above the second.
  const Raster ink = ink_of_boxes({{10, 5, 60, 15}, {20, 36, 22, 38}, {10, 40, 60, 50}});
  EXPECT_THAT(split_lines(ink, kWhole, kTextHeight),
              ElementsAre(PixelBox{10, 5, 60, 15}, PixelBox{10, 36, 60, 50}));
}

TEST(SplitLines, ADashFarFromOtherInkIsALineOfItsOwn) {
  const Raster ink = ink_of_boxes({{10, 5, 60, 15}, {20, 60, 30, 62}});
  EXPECT_THAT(split_lines(ink, kWhole, kTextHeight),
              ElementsAre(PixelBox{10, 5, 60, 15}, PixelBox{20, 60, 30, 62}));
}

TEST(SplitLines, TouchingLinesAreCutAtTheirThinnestRow) {
  // A descender of one pixel's width bridges the gap between 17 and 21.
  const Raster ink = ink_of_boxes({{10, 5, 60, 17}, {12, 17, 13, 21}, {10, 21, 60, 33}});
  const auto lines = split_lines(ink, kWhole, kTextHeight);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_GE(lines[0].y1, 17);
  EXPECT_LE(lines[1].y0, 21);
}

TEST(SplitLines, LargeTypeStaysWhole) {
  const Raster ink = ink_of_boxes({{10, 5, 60, 45}});
  EXPECT_THAT(split_lines(ink, kWhole, kTextHeight), ElementsAre(PixelBox{10, 5, 60, 45}));
}

TEST(SplitPieces, WhiteWiderThanAGapBetweenWordsCuts) {
  const Raster ink = ink_of_boxes({{10, 5, 40, 15}, {60, 5, 80, 15}, {120, 7, 150, 15}});
  EXPECT_THAT(split_pieces(ink, kWhole, kTextHeight),
              ElementsAre(PixelBox{10, 5, 80, 15}, PixelBox{120, 7, 150, 15}));
}

TEST(SplitPieces, LineByLineLeftToRight) {
  const Raster ink =
      ink_of_boxes({{10, 40, 40, 50}, {10, 5, 40, 15}, {120, 5, 150, 15}, {120, 40, 150, 50}});
  EXPECT_THAT(split_pieces(ink, kWhole, kTextHeight),
              ElementsAre(PixelBox{10, 5, 40, 15}, PixelBox{120, 5, 150, 15},
                          PixelBox{10, 40, 40, 50}, PixelBox{120, 40, 150, 50}));
}

}  // namespace
}  // namespace crossfoot
