#include "extract/dotted_rulings.h"

#include <gmock/gmock.h>

#include "extract/lattice_grid.h"
#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using test::clean_page_of;
using test::fill;
using test::is_blank;
using test::write_text;
using ::testing::DoubleNear;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double kTextHeight = 14;  // of test::write_text
constexpr int kRows = 8, kTop = 100, kPitch = 36, kBottom = kTop + kRows * kPitch;
constexpr int kUpright = 400;

// Rules below each other from x = 50 to 750, figures between them that end at x = 382 and 732.
Raster ladder() {
  Raster page = test::paper(800, 500, 150);
  for (int y = kTop; y <= kBottom; y += kPitch) fill(page, {50, y, 750, y + 2});
  for (int y = kTop; y < kBottom; y += kPitch) {
    write_text(page, 300, y + 12, "123,451");
    write_text(page, 650, y + 12, "678,911");
  }
  return page;
}

// Dots of 3 x 2 px, 2 px between them.
void dotted(Raster& page, int y0, int y1, int x = kUpright) {
  for (int y = y0 + 2; y + 2 <= y1; y += 4) fill(page, {x, y, x + 3, y + 2});
}

int row_top(int row) { return kTop + row * kPitch; }
void dotted_row(Raster& page, int row) { dotted(page, row_top(row), row_top(row + 1)); }

std::vector<Ruling> upright_on(const Raster& gray) {
  Rulings rulings = find_rulings(clean_page_of(gray, kTextHeight));
  std::erase_if(rulings.lines, [](const Ruling& r) { return r.direction == Direction::horizontal; });
  return rulings.lines;
}

TEST(DottedRulings, FiguresBelowEachOtherAreNone) { EXPECT_THAT(upright_on(ladder()), IsEmpty()); }

TEST(DottedRulings, DotsFromRuleToRuleAreOneRuling) {
  Raster page = ladder();
  dotted(page, kTop, kBottom);
  const auto upright = upright_on(page);
  ASSERT_THAT(upright, SizeIs(1));
  EXPECT_THAT(upright[0].from, DoubleNear(kTop, 3));
  EXPECT_THAT(upright[0].to, DoubleNear(kBottom, 3));
  EXPECT_THAT(upright[0].at(200), DoubleNear(kUpright + 1.5, 1));
}

TEST(DottedRulings, RunsOnBesideTheHeadAboveTheFirstRule) {
  Raster page = ladder();
  dotted(page, kTop - 40, kBottom);
  const auto upright = upright_on(page);
  ASSERT_THAT(upright, SizeIs(1));
  EXPECT_THAT(upright[0].from, DoubleNear(kTop - 40, 4));
}

TEST(DottedRulings, DotsThatHangTogetherInSomeRowsAreTheSameRuling) {
  Raster page = ladder();
  for (int row = 0; row < kRows; ++row) {
    for (const int x : {kUpright, 500}) {
      if ((row + x / 100) % 3 == 0) {
        fill(page, {x, row_top(row), x + 2, row_top(row + 1)});
      } else {
        dotted(page, row_top(row), row_top(row + 1), x);
      }
    }
  }
  const std::vector<Grid> grids =
      lattice_grids(find_rulings(clean_page_of(page, kTextHeight)).lines, kTextHeight);
  ASSERT_THAT(grids, SizeIs(1));
  EXPECT_EQ(grids[0].n_rows(), kRows);
  EXPECT_EQ(grids[0].n_cols(), 3);
  EXPECT_THAT(grids[0].cells, SizeIs(3 * kRows));
}

TEST(DottedRulings, ARulingPalerThanInkIsFound) {
  Raster page = ladder();
  for (int row = 0; row < kRows; ++row) {
    fill(page, {kUpright, row_top(row) + 2, kUpright + 2, row_top(row + 1)}, 190);
  }
  EXPECT_THAT(upright_on(page), SizeIs(1));
}

TEST(DottedRulings, GoesThroughARowWithoutItWhereItsPlaceIsWhite) {
  Raster page = ladder();
  for (const int row : {0, 1, 2, 5, 6, 7}) dotted_row(page, row);
  EXPECT_THAT(upright_on(page), SizeIs(1));
}

TEST(DottedRulings, IsInterruptedByTextInItsWay) {
  Raster page = ladder();
  for (const int row : {0, 1, 2, 5, 6, 7}) dotted_row(page, row);
  write_text(page, kUpright - 40, row_top(3) + 12, "2222222");
  const auto upright = upright_on(page);
  ASSERT_THAT(upright, SizeIs(2));
  EXPECT_THAT(upright[0].to, DoubleNear(row_top(3), 3));
  EXPECT_THAT(upright[1].from, DoubleNear(row_top(5), 3));
}

TEST(DottedRulings, IsInterruptedByABandMuchHigherThanRows) {
  Raster page = ladder();
  for (const int row : {0, 1, 2, 6, 7}) dotted_row(page, row);
  for (const int row : {4, 5}) fill(page, {0, row_top(row), 800, row_top(row) + 3}, test::kWhite);
  EXPECT_THAT(upright_on(page), SizeIs(2));
}

TEST(DottedRulings, WhatStandsInTwoRowsAloneIsNone) {
  Raster page = ladder();
  for (const int row : {1, 6}) dotted_row(page, row);
  EXPECT_THAT(upright_on(page), IsEmpty());
}

// "(99)" over "(621)" between rules that are hardly further apart than a bracket is high.
TEST(DottedRulings, BracketsBelowEachOtherAreNone) {
  Raster page = test::paper(800, 500, 150);
  constexpr int kTight = 24;
  for (int y = kTop; y <= kTop + 6 * kTight; y += kTight) fill(page, {300, y, 500, y + 2});
  for (int y = kTop; y < kTop + 6 * kTight; y += kTight) {
    fill(page, {kUpright, y + 4, kUpright + 2, y + kTight - 2});
  }
  EXPECT_THAT(upright_on(page), IsEmpty());
}

TEST(DottedRulings, ASolidRulingIsNotFoundTwice) {
  Raster page = ladder();
  fill(page, {kUpright, kTop, kUpright + 2, kBottom});
  EXPECT_THAT(upright_on(page), SizeIs(1));
}

TEST(DottedRulings, TheDotsAreInTheMask) {
  Raster page = ladder();
  dotted(page, kTop, kBottom);
  const Rulings rulings = find_rulings(clean_page_of(page, kTextHeight));
  EXPECT_TRUE(is_blank(rulings.mask, {kUpright, kTop + 6, kUpright + 3, kTop + 8}, 255));
  EXPECT_TRUE(is_blank(rulings.mask, {300, kTop + 10, 390, kTop + 30}, 0));
}

TEST(DottedRulings, LongDashesFromRuleToRuleAreOneRuling) {
  Raster page = ladder();
  for (int y = kTop + 3; y + 12 <= kBottom; y += 18) fill(page, {kUpright, y, kUpright + 2, y + 13});
  EXPECT_THAT(upright_on(page), SizeIs(1));
}

// From rule to rule, as in low rows, but bent.
TEST(DottedRulings, BracketsInTwoPiecesAreNone) {
  Raster page = ladder();
  for (int row = 0; row < kRows; ++row) {
    for (int y = 4; y < kPitch - 2; ++y) {
      const double off = (y - kPitch / 2.0) / (kPitch / 2.0);
      const int x = kUpright + static_cast<int>(4 * (1 - off * off));
      if (y != kPitch / 2) fill(page, {x, row_top(row) + y, x + 2, row_top(row) + y + 1});
    }
  }
  EXPECT_THAT(upright_on(page), IsEmpty());
}

}  // namespace
}  // namespace crossfoot
