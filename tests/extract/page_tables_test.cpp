#include "extract/page_tables.h"

#include <gtest/gtest.h>

#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

TextLine line(const std::string& text, std::vector<Alternative> alternatives = {}) {
  TextLine read;
  read.text = text;
  read.confidence = 0.97;
  read.alternatives = std::move(alternatives);
  return read;
}

// The only cell of a page, with these lines.
Cell cell_with(const std::vector<TextLine>& lines) {
  Grid grid;
  grid.row_edges = {10, 60};
  grid.col_edges = {10, 110};
  grid.cells.push_back({0, 0, 1, 1, {10, 10, 110, 60}});
  const CleanPage page = test::clean_page_of(test::paper(200, 100, 150), 14);
  return table_of(grid, {lines}, page, 1).table.cells.front();
}

TEST(TableOf, AnOverlookedPointMakesOneFigureOfTwoLines) {
  const Cell cell = cell_with({line("388,540,000", {{"388,540,000.", 3.7}}), line("00")});
  EXPECT_EQ(cell.text, "388,540,000.00");
  EXPECT_EQ(cell.amount, (Amount{38854000000, 2}));
  EXPECT_LE(cell.confidence, 0.9);
}

TEST(TableOf, WithoutSuchAReadingLinesStayWhatTheyAre) {
  EXPECT_EQ(cell_with({line("388,540,000"), line("00")}).text, "388,540,000 00");
  EXPECT_EQ(cell_with({line("1,250", {{"1,260", 3.7}}), line("3,400")}).text, "1,250 3,400");
  EXPECT_EQ(cell_with({line("1,250.", {{"1,250", 3.7}}), line("00")}).text, "1,250.00");
}

TEST(TableOf, WordsAreNoFigures) {
  EXPECT_EQ(cell_with({line("Note", {{"Note.", 1}}), line("12")}).text, "Note 12");
}

}  // namespace
}  // namespace crossfoot
