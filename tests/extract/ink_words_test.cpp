#include "extract/ink_words.h"

#include <gmock/gmock.h>

#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double kTextHeight = 20;

// Words around the boxes of ink, each inked as a whole.
std::vector<PixelBox> words_of(const std::vector<PixelBox>& inked) {
  Raster ink = test::paper(400, 200, 300, 0);
  for (const PixelBox& box : inked) test::fill(ink, box, 255);
  return ink_words(ink, {}, kTextHeight);
}

TEST(InkWords, GlyphsNearerThanASpaceAreOneWord) {
  EXPECT_THAT(words_of({{20, 40, 32, 60}, {36, 40, 48, 60}, {80, 40, 92, 60}}),
              ElementsAre(PixelBox{20, 40, 48, 60}, PixelBox{80, 40, 92, 60}));
}

TEST(InkWords, StrokesOverEachOtherAreOneCharacter) {
  // 三
  EXPECT_THAT(words_of({{20, 40, 44, 43}, {23, 50, 41, 53}, {20, 60, 44, 63}}),
              ElementsAre(PixelBox{20, 40, 44, 63}));
}

TEST(InkWords, TwoHalvesOfACharacterAreOne) {
  // 合, whose 口 touches nothing.
  EXPECT_THAT(words_of({{20, 40, 46, 51}, {24, 53, 42, 66}}),
              ElementsAre(PixelBox{20, 40, 46, 66}));
}

TEST(InkWords, ManyPartsEachFindTheirCharacter) {
  // 其 beside 其: the legs of both stand apart from the rest.
  EXPECT_THAT(words_of({{20, 40, 46, 58}, {22, 61, 28, 66}, {38, 61, 44, 66},
                        {80, 40, 106, 58}, {82, 61, 88, 66}, {98, 61, 104, 66}}),
              ElementsAre(PixelBox{20, 40, 46, 66}, PixelBox{80, 40, 106, 66}));
}

TEST(InkWords, ACommaBelowTheLineGoesWithTheDigitsBesideIt) {
  // 19,464: no row of pixels holds both the comma and a digit.
  EXPECT_THAT(words_of({{20, 40, 34, 60}, {37, 61, 41, 68}, {46, 40, 60, 60}}),
              ElementsAre(PixelBox{20, 40, 41, 68}, PixelBox{46, 40, 60, 60}));
}

TEST(InkWords, LinesBelowEachOtherStayTwo) {
  EXPECT_THAT(words_of({{20, 40, 80, 60}, {20, 70, 80, 90}}),
              ElementsAre(PixelBox{20, 40, 80, 60}, PixelBox{20, 70, 80, 90}));
}

TEST(InkWords, SpecksAndWhatIsLeftOfRulesAreNone) {
  EXPECT_THAT(words_of({{20, 40, 24, 44}, {100, 50, 180, 53}}), IsEmpty());
}

TEST(InkWords, WhatIsTakenHoldsNone) {
  Raster ink = test::paper(400, 200, 300, 0);
  test::fill(ink, {20, 40, 32, 60}, 255);
  test::fill(ink, {120, 40, 132, 60}, 255);
  EXPECT_THAT(ink_words(ink, {{0, 0, 100, 200}}, kTextHeight),
              ElementsAre(PixelBox{120, 40, 132, 60}));
}

}  // namespace
}  // namespace crossfoot
