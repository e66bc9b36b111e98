#include "ocr/text_extent.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace crossfoot {
namespace {

// A square of 4 x 4 pixels for each character but blank.
TextExtent found(const std::vector<std::string>& rows) {
  constexpr int kSide = 4;
  Raster line{static_cast<int>(rows[0].size()) * kSide,
              static_cast<int>(rows.size()) * kSide,
              1,
              300,
              300,
              {}};
  line.pixels.assign(static_cast<std::size_t>(line.width) * line.height, 255);
  for (int y = 0; y < line.height; ++y) {
    for (int x = 0; x < line.width; ++x) {
      if (rows[y / kSide][x / kSide] != ' ') line.row(y)[x] = 0;
    }
  }
  TextExtent extent = find_text(line, 128);
  for (PixelBox* box : {&extent.text, &extent.ink}) {
    *box = {box->x0 / kSide, box->y0 / kSide, box->x1 / kSide, box->y1 / kSide};
  }
  return extent;
}

TEST(TextExtent, IsTheBoxOfTheDigits) {
  const auto extent =
      found({"            ", "  ## ##     ", "  #  ##     ", "  ## ##     ", "            "});
  EXPECT_EQ(extent.text, (PixelBox{2, 1, 7, 4}));
  EXPECT_EQ(extent.ink, extent.text);
}

TEST(TextExtent, DirtAboveAndBelowDoesNotCount) {
  const auto extent =
      found({"   #             ", "                 ", "                 ", "  #### ####      ",
             "  #### ####      ", "  #### ####      ", "  #### ####      ", "  #### ####      ",
             "                 ", "                 ", "              #  "});
  EXPECT_EQ(extent.text, (PixelBox{2, 3, 11, 8}));
  EXPECT_EQ(extent.ink, (PixelBox{2, 0, 15, 11}));
}

TEST(TextExtent, PointsAndCommasBesideDigitsCountAndThoseFarOffDoNot) {
  const auto extent = found({"  ####     ####           ", "  ####     ####           ",
                             "  ####     ####           ", "  ####     ####           ",
                             "  ####     ####           ", "  ####   # #### #        #",
                             "         #                "});
  EXPECT_EQ(extent.text, (PixelBox{2, 0, 17, 7}));
}

TEST(TextExtent, AMinusFarFromItsNumberCounts) {
  const auto extent =
      found({"                  ####", "                  ####", "  ##              ####",
             "                  ####", "                  ####", "                  ####"});
  EXPECT_EQ(extent.text, (PixelBox{2, 0, 22, 6}));
}

TEST(TextExtent, HalvesOfDigitsThatARuleWentThroughCount) {
  const auto extent = found(
      {"  #### ####", "  #### ####", "  #### ####", "  #### ####", "           ", "  #### ####"});
  EXPECT_EQ(extent.text, (PixelBox{2, 0, 11, 6}));
}

TEST(TextExtent, CountsThePiecesThatAreUpright) {
  EXPECT_EQ(found({"  ##  ###  ##  ", "  ##  ###  ##  ", "  ##       ##  "}).upright, 2);
  EXPECT_EQ(found({"       ", "  ###  ", "       "}).upright, 0);
}

TEST(TextExtent, ADashAloneIsText) {
  EXPECT_EQ(found({"     ", " ### ", "     "}).text, (PixelBox{1, 1, 4, 2}));
}

TEST(TextExtent, PaperHasNone) { EXPECT_TRUE(found({"  ", "  "}).text.empty()); }

}  // namespace
}  // namespace crossfoot
