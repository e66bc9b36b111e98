#include "extract/rows_of_dots.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "extract/lattice_grid.h"
#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using test::clean_page_of;
using test::fill;
using test::write_text;
using ::testing::DoubleNear;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double kTextHeight = 14;  // of test::write_text
constexpr int kLeft = 60, kRight = 690, kMiddle = 300, kTop = 100, kPitch = 36, kRows = 5;
constexpr int kBottom = kTop + kRows * kPitch;

struct Pen {
  int length, gap;  // px along the ruling; 2 px thick
};
constexpr Pen kDots{2, 3}, kDashes{6, 4};

void across(Raster& page, int y, int x0, int x1, const Pen& pen) {
  for (int x = x0; x < x1; x += pen.length + pen.gap) fill(page, {x, y, x + pen.length, y + 2});
}

void down(Raster& page, int x, int y0, int y1, const Pen& pen) {
  for (int y = y0; y < y1; y += pen.length + pen.gap) fill(page, {x, y, x + 2, y + pen.length});
}

Raster figures() {
  Raster page = test::paper(760, 400, 150);
  for (int y = kTop + 12; y < kBottom; y += kPitch) {
    write_text(page, kLeft + 20, y, "10450");
    write_text(page, kMiddle + 40, y, "678,911");
  }
  return page;
}

Raster table(const Pen& pen) {
  Raster page = figures();
  for (int y = kTop; y <= kBottom; y += kPitch) across(page, y, kLeft, kRight, pen);
  for (const int x : {kLeft, kMiddle, kRight - 2}) down(page, x, kTop, kBottom, pen);
  return page;
}

std::vector<Ruling> rulings_on(const Raster& gray, Direction direction = Direction::horizontal) {
  Rulings rulings = find_rulings(clean_page_of(gray, kTextHeight));
  std::erase_if(rulings.lines, [=](const Ruling& r) { return r.direction != direction; });
  return rulings.lines;
}

TEST(RowsOfDots, AreRulingsOfATable) {
  const auto rules = rulings_on(table(kDots));
  ASSERT_THAT(rules, SizeIs(kRows + 1));
  for (const Ruling& rule : rules) {
    EXPECT_THAT(rule.from, DoubleNear(kLeft, 3));
    EXPECT_THAT(rule.to, DoubleNear(kRight, 5));
  }
}

TEST(RowsOfDots, WithUprightsOfDotsMakeAGrid) {
  for (const Pen& pen : {kDots, kDashes}) {
    const Rulings rulings = find_rulings(clean_page_of(table(pen), kTextHeight));
    const auto grids = lattice_grids(rulings.lines, kTextHeight);
    ASSERT_THAT(grids, SizeIs(1));
    EXPECT_EQ(grids[0].n_rows(), kRows);
    EXPECT_EQ(grids[0].n_cols(), 2);
  }
}

TEST(RowsOfDots, GoOnWhereADashedUprightCrosses) {
  EXPECT_THAT(rulings_on(table(kDashes)), SizeIs(kRows + 1));
}

TEST(RowsOfDots, AreRulingsBetweenTwoSolidOnes) {
  Raster page = figures();
  fill(page, {kLeft, kTop, kRight, kTop + 2});
  fill(page, {kLeft, kBottom, kRight, kBottom + 2});
  across(page, kTop + kPitch, kLeft, kRight, kDots);
  EXPECT_THAT(rulings_on(page), SizeIs(3));
}

TEST(RowsOfDots, OverPartOfTheColumnsAreRulingsBetweenWholeOnes) {
  Raster page = table(kDots);
  across(page, kTop + kPitch / 2, kMiddle, kRight, kDots);
  const auto rules = rulings_on(page);
  ASSERT_THAT(rules, SizeIs(kRows + 2));
  EXPECT_EQ(
      std::count_if(rules.begin(), rules.end(), [](const Ruling& r) { return r.from > kLeft + 9; }),
      1);
}

TEST(RowsOfDots, TwoAloneAreNoTable) {
  Raster page = figures();
  across(page, kTop, kLeft, kRight, kDots);
  across(page, kBottom, kLeft, kRight, kDots);
  EXPECT_THAT(rulings_on(page), IsEmpty());
}

TEST(RowsOfDots, LeadersAreNone) {
  Raster page = test::paper(760, 400, 150);
  for (int y = kTop; y < kBottom; y += kPitch) {
    write_text(page, kLeft, y, "12345678");
    across(page, y + 10, 170, 600, kDots);
    write_text(page, 620, y, "19");
  }
  EXPECT_THAT(rulings_on(page), IsEmpty());
}

TEST(RowsOfDots, FullStopsFarFromEachOtherAreNone) {
  Raster page = figures();
  for (int y = kTop; y <= kBottom; y += kPitch) across(page, y, kLeft, kRight, {2, 14});
  EXPECT_THAT(rulings_on(page), IsEmpty());
}

}  // namespace
}  // namespace crossfoot
