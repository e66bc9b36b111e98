#include "extract/erase_rulings.h"

#include <gtest/gtest.h>

#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using test::clean_page_of;
using test::fill;
using test::is_blank;
using test::paper;

constexpr double kTextHeight = 14;

// A table of 2 x 2 slots of 100 x 40 px at (50, 50), rules 2 px thick.
Raster ruled_page() {
  Raster page = paper(300, 200, 150);
  for (int i = 0; i < 3; ++i) {
    fill(page, {50, 50 + 40 * i, 252, 52 + 40 * i});
    fill(page, {50 + 100 * i, 50, 52 + 100 * i, 132});
  }
  return page;
}

CleanPage erased(const Raster& gray) {
  CleanPage page = clean_page_of(gray, kTextHeight);
  const Rulings rulings = find_rulings(page);
  erase_rulings(page, rulings, lattice_grids(rulings.lines, page.text_height_px));
  return page;
}

TEST(EraseRulings, NothingIsLeftOfATablesRules) {
  const CleanPage page = erased(ruled_page());
  EXPECT_TRUE(is_blank(page.ink, {0, 0, 300, 200}, 0));
  EXPECT_TRUE(is_blank(page.gray, {0, 0, 300, 200}, 255));
}

TEST(EraseRulings, TextInTheCellsStays) {
  Raster gray = ruled_page();
  test::write_text(gray, 70, 65, "1,234");
  const CleanPage page = erased(gray);
  Raster expected = paper(300, 200, 150);
  test::write_text(expected, 70, 65, "1,234");
  EXPECT_EQ(page.gray.pixels, expected.pixels);
  EXPECT_EQ(page.ink.pixels, test::ink_of(expected).pixels);
}

TEST(EraseRulings, AStrokeInsideACellThatOnlyLooksLikeARulingStays) {
  Raster gray = ruled_page();
  fill(gray, {65, 70, 135, 72});  // a long dash in the middle of a cell
  EXPECT_TRUE(is_blank(erased(gray).ink, {65, 70, 135, 72}, 255));
}

TEST(EraseRulings, RaggedPixelsAlongARuleGo) {
  Raster gray = ruled_page();
  fill(gray, {80, 53, 83, 54});  // a rag one pixel below the upper rule
  EXPECT_TRUE(is_blank(erased(gray).ink, {60, 53, 100, 60}, 0));
}

TEST(EraseRulings, RulesOfNoGridStay) {
  Raster gray = paper(300, 200, 150);
  fill(gray, {50, 100, 250, 102});  // an underline
  EXPECT_TRUE(is_blank(erased(gray).ink, {50, 100, 250, 102}, 255));
}

}  // namespace
}  // namespace crossfoot
