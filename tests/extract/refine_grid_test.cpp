#include "extract/refine_grid.h"

#include <gmock/gmock.h>

namespace crossfoot {
namespace {

using ::testing::Contains;
using ::testing::Not;

constexpr double kTextHeight = 10;

// Three rows of 30 px and three columns of 100 px from (0, 0); `merged` joins columns 0 and 1 of
// its row.
Grid grid_with(int merged) {
  Grid grid;
  grid.row_edges = {0, 30, 60, 90};
  grid.col_edges = {0, 100, 200, 300};
  for (int row = 0; row < 3; ++row) {
    for (int col = 0; col < 3; ++col) {
      if (row == merged && col == 1) continue;
      const int span = row == merged && col == 0 ? 2 : 1;
      grid.cells.push_back(
          {row, col, 1, span, {100 * col, 30 * row, 100 * (col + span), 30 * row + 30}});
    }
  }
  return grid;
}

PixelBox word(int row, int x0, int x1) { return {x0, 30 * row + 10, x1, 30 * row + 20}; }

// Words in the slots of the other rows, so that edges are not alone.
std::vector<PixelBox> page_with(std::vector<PixelBox> words) {
  for (const int row : {0, 2}) {
    for (const int x : {10, 110, 210}) words.push_back(word(row, x, x + 60));
  }
  return words;
}

std::vector<std::pair<int, int>> spans_of(const Grid& grid) {
  std::vector<std::pair<int, int>> spans;  // row, columns
  for (const GridCell& cell : grid.cells) spans.emplace_back(cell.row, cell.col_span);
  return spans;
}

TEST(RefineGrid, SlotsJoinedByABreakInTheRulingPart) {
  const auto words = page_with({word(1, 10, 70), word(1, 110, 190)});
  EXPECT_THAT(spans_of(refined(grid_with(1), words, kTextHeight)), Not(Contains(std::pair(1, 2))));
}

TEST(RefineGrid, AWordSetWideStaysInItsMergedCell) {
  const auto words = page_with({word(1, 70, 80), word(1, 120, 130)});
  EXPECT_THAT(spans_of(refined(grid_with(1), words, kTextHeight)), Contains(std::pair(1, 2)));
}

TEST(RefineGrid, ATextAcrossTheEdgeStaysInItsMergedCell) {
  const auto words = page_with({word(1, 60, 160)});
  EXPECT_THAT(spans_of(refined(grid_with(1), words, kTextHeight)), Contains(std::pair(1, 2)));
}

TEST(RefineGrid, AMergedHeadHasNoBorderAbove) {
  const auto words = page_with({word(1, 10, 70), word(1, 110, 190)});
  EXPECT_THAT(spans_of(refined(grid_with(0), words, kTextHeight)), Contains(std::pair(0, 2)));
}

TEST(RefineGrid, AnEdgeThroughWordsIsNone) {
  std::vector<PixelBox> words;
  for (const int row : {0, 1, 2}) words.push_back(word(row, 60, 160));
  const Grid grid = refined(grid_with(-1), words, kTextHeight);
  EXPECT_EQ(grid.n_cols(), 2);
}

TEST(RefineGrid, RowsWithoutRulingsPartIntoTheLinesOfTheirCells) {
  Grid grid;
  grid.row_edges = {0, 30, 130};
  grid.col_edges = {0, 100, 200};
  std::vector<PixelBox> words;
  for (const int col : {0, 1}) {
    grid.cells.push_back({0, col, 1, 1, {100 * col, 0, 100 * col + 100, 30}});
    words.push_back({100 * col + 10, 10, 100 * col + 60, 20});
  }
  for (const int col : {0, 1}) {
    grid.cells.push_back({1, col, 1, 1, {100 * col, 30, 100 * col + 100, 130}});
    for (const int y : {40, 60, 80, 100})
      words.push_back({100 * col + 10, y, 100 * col + 40, y + 10});
  }
  EXPECT_EQ(refined(grid, words, kTextHeight).n_rows(), 5);
}

// The dots that are left of a ruling stand in no line of text.
TEST(RefineGrid, DirtAboveAndBelowALineIsNoRow) {
  std::vector<PixelBox> words = page_with({word(1, 10, 70), word(1, 110, 170)});
  for (const int x : {10, 110}) {
    for (const int y : {33, 55}) words.push_back({x, y, x + 20, y + 2});
  }
  EXPECT_EQ(refined(grid_with(-1), words, kTextHeight).n_rows(), 3);
}

// A line of text stands across the first and the last edge of the rows.
Grid grid_in_lines(bool open) {
  Grid grid = grid_with(-1);
  grid.open_above = grid.open_below = open;
  std::vector<PixelBox> words = page_with({});
  words.push_back({10, -5, 70, 5});
  words.push_back({10, 85, 70, 95});
  words.push_back({110, -18, 170, -8});  // the line above
  return refined(grid, words, kTextHeight);
}

TEST(RefineGrid, AnOpenEdgeTakesInTheLineThatItCuts) {
  const Grid grid = grid_in_lines(true);
  EXPECT_EQ(grid.row_edges.front(), -6);
  EXPECT_EQ(grid.row_edges.back(), 96);
  EXPECT_EQ(grid.cells.front().box.y0, -6);
}

TEST(RefineGrid, ARuledEdgeStays) {
  EXPECT_EQ(grid_in_lines(false).row_edges, (std::vector<double>{0, 30, 60, 90}));
}

// A frame of one column with five rows, and these words in them.
bool is_frame(const std::vector<PixelBox>& words) {
  Grid grid;
  grid.col_edges = {0, 300};
  for (int row = 0; row <= 5; ++row) grid.row_edges.push_back(30 * row);
  for (int row = 0; row < 5; ++row) {
    grid.cells.push_back({row, 0, 1, 1, {0, 30 * row, 300, 30 * row + 30}});
  }
  return is_frame_around_rows(grid, words, kTextHeight);
}

TEST(IsFrameAroundRows, WhereMostRowsHoldSeveralTexts) {
  std::vector<PixelBox> words;
  for (const int row : {1, 2, 3}) {
    words.push_back(word(row, 10, 60));
    words.push_back(word(row, 210, 240));
  }
  EXPECT_TRUE(is_frame(words));
}

TEST(IsFrameAroundRows, NotWhereTheyHoldOne) {
  std::vector<PixelBox> words;
  for (const int row : {0, 1, 2, 3, 4}) words.push_back(word(row, 10, 30));  // a chart's axis
  EXPECT_FALSE(is_frame(words));
  for (const int row : {0, 1}) words.push_back(word(row, 210, 240));
  EXPECT_FALSE(is_frame(words));
}

TEST(IsFrameAroundRows, NotAGridOfSeveralColumns) {
  EXPECT_FALSE(is_frame_around_rows(grid_with(1), page_with({}), kTextHeight));
}

// Six rows of three cells; one row holds this in each of its cells, the others nothing.
bool is_drawing_with(int full_row, Held what) {
  Grid grid;
  grid.col_edges = {0, 100, 200, 300};
  for (int row = 0; row <= 6; ++row) grid.row_edges.push_back(30 * row);
  std::vector<Held> held;
  for (int row = 0; row < 6; ++row) {
    for (int col = 0; col < 3; ++col) {
      grid.cells.push_back({row, col, 1, 1, {100 * col, 30 * row, 100 * col + 100, 30 * row + 30}});
      held.push_back(row == full_row ? what : Held::nothing);
    }
  }
  return is_drawing(grid, held);
}

TEST(IsDrawing, NotAnEmptyFormUnderItsHeads) {
  EXPECT_FALSE(is_drawing_with(0, Held::words));
  EXPECT_FALSE(is_drawing_with(1, Held::words));  // a title without cells above them
}

TEST(IsDrawing, NotTheEndOfATableAboveItsTotals) { EXPECT_FALSE(is_drawing_with(5, Held::figure)); }

TEST(IsDrawing, WhereNamesStandAlongAnAxisBelowBars) { EXPECT_TRUE(is_drawing_with(5, Held::words)); }

TEST(IsDrawing, WhereNothingWasRead) {
  EXPECT_TRUE(is_drawing_with(0, Held::nothing));
}

}  // namespace
}  // namespace crossfoot
