#include "extract/cut_words.h"

#include <gmock/gmock.h>

#include "extract/ink_words.h"
#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using ::testing::ElementsAre;

constexpr double kTextHeight = 14;  // of the drawn characters, 10 px wide, 12 from one to the next

// Two rows of two cells; edges at x = 20, 120, 220 and y = 20, 60, 100.
Grid two_by_two() {
  Grid grid;
  grid.row_edges = {20, 60, 100};
  grid.col_edges = {20, 120, 220};
  grid.rule_thickness = 3;
  for (int row = 0; row < 2; ++row) {
    for (int col = 0; col < 2; ++col) {
      grid.cells.push_back({row, col, 1, 1,
                            {20 + 100 * col, 20 + 40 * row, 120 + 100 * col, 60 + 40 * row}});
    }
  }
  return grid;
}

// The page with text at a place and the inner rulings erased with a pixel on either side.
std::vector<bool> cut_by(int x, int y, const char* text, const Grid& grid) {
  Raster page = test::paper(240, 120, 200);
  test::write_text(page, x, y, text);
  test::fill(page, {118, 20, 123, 100}, test::kWhite);
  test::fill(page, {20, 58, 220, 63}, test::kWhite);
  const CleanPage clean = test::clean_page_of(page, kTextHeight);
  return holds_cut_word(grid, ink_words(clean.ink, {}, kTextHeight), clean);
}

TEST(CutWords, AFigureOverABorderMakesBothCellsDoubtful) {
  EXPECT_THAT(cut_by(86, 33, "394168", two_by_two()), ElementsAre(true, true, false, false));
}

TEST(CutWords, SoDoesAFigureThatARuleRunsThrough) {
  EXPECT_THAT(cut_by(130, 53, "394168", two_by_two()), ElementsAre(false, true, false, true));
}

TEST(CutWords, TwoFiguresNearTheSameBorderAreNotCut) {
  EXPECT_THAT(cut_by(44, 33, "394168", two_by_two()), ElementsAre(false, false, false, false));
  EXPECT_THAT(cut_by(128, 33, "394168", two_by_two()), ElementsAre(false, false, false, false));
}

TEST(CutWords, AMergedCellHasNoBorderInside) {
  Grid grid = two_by_two();
  grid.cells = {{0, 0, 1, 2, {20, 20, 220, 60}},
                {1, 0, 1, 1, {20, 60, 120, 100}},
                {1, 1, 1, 1, {120, 60, 220, 100}}};
  EXPECT_THAT(cut_by(86, 33, "394168", grid), ElementsAre(false, false, false));
}

}  // namespace
}  // namespace crossfoot
