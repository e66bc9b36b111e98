#include "extract/find_rulings.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using test::clean_page_of;
using test::fill;
using test::is_blank;
using test::paper;
using test::tilted;
using test::write_figures;
using ::testing::DoubleNear;
using ::testing::IsEmpty;

constexpr double kTextHeight = 14;  // of test::write_figures

Rulings rulings_on(const Raster& gray) { return find_rulings(clean_page_of(gray, kTextHeight)); }

std::vector<Ruling> in_direction(const Rulings& rulings, Direction direction) {
  std::vector<Ruling> found;
  std::copy_if(rulings.lines.begin(), rulings.lines.end(), std::back_inserter(found),
               [direction](const Ruling& ruling) { return ruling.direction == direction; });
  return found;
}

TEST(FindRulings, GivesEndsPositionAndThickness) {
  Raster page = paper(400, 300, 150);
  fill(page, {50, 100, 350, 103});
  fill(page, {200, 20, 202, 280});
  const Rulings rulings = rulings_on(page);
  const auto flat = in_direction(rulings, Direction::horizontal);
  ASSERT_EQ(flat.size(), 1U);
  EXPECT_THAT(flat[0].from, DoubleNear(50, 1));
  EXPECT_THAT(flat[0].to, DoubleNear(350, 1));
  EXPECT_THAT(flat[0].at(200), DoubleNear(101.5, 0.1));
  EXPECT_THAT(flat[0].thickness, DoubleNear(3, 0.2));
  const auto upright = in_direction(rulings, Direction::vertical);
  ASSERT_EQ(upright.size(), 1U);
  EXPECT_THAT(upright[0].from, DoubleNear(20, 1));
  EXPECT_THAT(upright[0].to, DoubleNear(280, 1));
  EXPECT_THAT(upright[0].at(150), DoubleNear(201, 0.1));
  EXPECT_THAT(upright[0].thickness, DoubleNear(2, 0.2));
}

TEST(FindRulings, TextHasNone) {
  Raster page = paper(600, 400, 150);
  write_figures(page, {20, 20, 580, 380});
  const Rulings rulings = rulings_on(page);
  EXPECT_THAT(rulings.lines, IsEmpty());
  EXPECT_TRUE(is_blank(rulings.mask, {0, 0, 600, 400}, 0));
}

// "h" over "h", line after line: their stems are longer than an upright bar and stand below each
// other.
TEST(FindRulings, StemsOfLettersBelowEachOtherAreNone) {
  Raster page = paper(400, 300, 150);
  constexpr int kStem = 24, kPitch = 36;
  for (int y = 40; y < 250; y += kPitch) {
    fill(page, {100, y, 103, y + kStem});
    fill(page, {103, y + 10, 112, y + 13});
    fill(page, {112, y + 10, 115, y + kStem});
  }
  EXPECT_THAT(rulings_on(page).lines, IsEmpty());
}

TEST(FindRulings, AFilledAreaIsNone) {
  Raster page = paper(400, 300, 150);
  fill(page, {50, 50, 350, 90});
  EXPECT_THAT(rulings_on(page).lines, IsEmpty());
}

TEST(FindRulings, TheMaskHasThePixelsOfTheRulingsAndNoOther) {
  Raster page = paper(400, 300, 150);
  fill(page, {50, 100, 350, 102});
  fill(page, {100, 105, 108, 119});  // a glyph under it
  const Rulings rulings = rulings_on(page);
  EXPECT_TRUE(is_blank(rulings.mask, {51, 100, 350, 102}, 255));
  EXPECT_TRUE(is_blank(rulings.mask, {0, 102, 400, 300}, 0));
}

TEST(FindRulings, CollinearPiecesAreOneRuling) {
  Raster page = paper(400, 300, 150);
  fill(page, {50, 100, 180, 102});
  fill(page, {195, 101, 350, 103});
  const auto flat = in_direction(rulings_on(page), Direction::horizontal);
  ASSERT_EQ(flat.size(), 1U);
  EXPECT_THAT(flat[0].from, DoubleNear(50, 1));
  EXPECT_THAT(flat[0].to, DoubleNear(350, 1));
}

TEST(FindRulings, PiecesFarApartOrBesideEachOtherAreTwo) {
  Raster page = paper(400, 300, 150);
  fill(page, {20, 100, 150, 102});
  fill(page, {200, 100, 350, 102});
  fill(page, {20, 110, 150, 112});
  EXPECT_EQ(in_direction(rulings_on(page), Direction::horizontal).size(), 3U);
}

TEST(FindRulings, ARulingMayBeSlightlyTilted) {
  Raster page = paper(800, 300, 150);
  fill(page, {20, 150, 780, 153});
  const auto flat = in_direction(rulings_on(tilted(page, 0.3)), Direction::horizontal);
  ASSERT_EQ(flat.size(), 1U);
  // Counter-clockwise: the right end stands higher, by 760 px x tan 0.3.
  EXPECT_THAT(flat[0].at_from - flat[0].at_to, DoubleNear(4, 1));
}

TEST(FindRulings, ShadingAtItsEndDoesNotMakeAnUprightRulingLean) {
  // A frame whose head is shaded with lines: the shading hangs together with the left border.
  Raster page = paper(400, 700, 150);
  fill(page, {50, 20, 52, 680});
  for (int x = 54; x < 120; x += 4) fill(page, {x, 20, x + 1, 60});
  fill(page, {50, 58, 120, 60});
  const auto upright = in_direction(rulings_on(page), Direction::vertical);
  const auto border = std::find_if(upright.begin(), upright.end(), [](const Ruling& ruling) {
    return ruling.length() > 600;
  });
  ASSERT_NE(border, upright.end());
  EXPECT_THAT(border->at(30), DoubleNear(51, 1));
  EXPECT_THAT(border->at(670), DoubleNear(51, 1));
}

TEST(Ruling, IsExtrapolatedBeyondItsEnds) {
  const Ruling ruling{Direction::horizontal, 100, 200, 50, 51, 1};
  EXPECT_DOUBLE_EQ(ruling.at(100), 50);
  EXPECT_DOUBLE_EQ(ruling.at(200), 51);
  EXPECT_DOUBLE_EQ(ruling.at(300), 52);
  EXPECT_DOUBLE_EQ((Ruling{Direction::vertical, 100, 100, 50, 50, 1}).at(500), 50);
}

}  // namespace
}  // namespace crossfoot
