#include "extract/lattice_grid.h"

#include <gmock/gmock.h>

#include "reconcile/table.h"

namespace crossfoot {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double kTextHeight = 10;
constexpr double kColumn = 40, kRow = 20;  // px between the corners of a drawing

// Rulings from a drawing: '+' are corners, every fourth character of every other line; "---" and
// '|' between them are rulings, one piece for each run.
std::vector<Ruling> rulings_of(const std::vector<std::string>& drawing) {
  std::vector<Ruling> rulings;
  const auto add = [&](Direction direction, std::size_t at, std::size_t from, std::size_t to) {
    const bool flat = direction == Direction::horizontal;
    const double along = flat ? kColumn : kRow, across = flat ? kRow : kColumn;
    const double position = 100 + across * static_cast<double>(at);
    rulings.push_back({direction, 100 + along * static_cast<double>(from),
                       100 + along * static_cast<double>(to), position, position, 2});
  };
  const std::size_t corners_y = (drawing.size() + 1) / 2, corners_x = (drawing[0].size() + 3) / 4;
  for (std::size_t y = 0; y < corners_y; ++y) {
    for (std::size_t x = 0; x + 1 < corners_x; ++x) {
      const std::size_t from = x;
      while (x + 1 < corners_x && drawing[2 * y][4 * x + 2] == '-') ++x;
      if (x > from) add(Direction::horizontal, y, from, x);
    }
  }
  for (std::size_t x = 0; x < corners_x; ++x) {
    for (std::size_t y = 0; y + 1 < corners_y; ++y) {
      const std::size_t from = y;
      while (y + 1 < corners_y && drawing[2 * y + 1][4 * x] == '|') ++y;
      if (y > from) add(Direction::vertical, x, from, y);
    }
  }
  return rulings;
}

// "row,col" of each cell, with "+rows x cols" behind it where it spans.
std::vector<std::string> cells_of(const Grid& grid) {
  std::vector<std::string> cells;
  for (const GridCell& cell : grid.cells) {
    std::string text = std::to_string(cell.row) + "," + std::to_string(cell.col);
    if (cell.row_span > 1 || cell.col_span > 1) {
      text += " " + std::to_string(cell.row_span) + "x" + std::to_string(cell.col_span);
    }
    cells.push_back(text);
  }
  return cells;
}

bool tiles(const Grid& grid) {
  std::vector<Cell> cells;
  for (const GridCell& slot : grid.cells) {
    Cell cell;
    cell.row = slot.row;
    cell.col = slot.col;
    cell.row_span = slot.row_span;
    cell.col_span = slot.col_span;
    cells.push_back(cell);
  }
  return !tiling_defect(cells, grid.n_rows(), grid.n_cols());
}

Grid only_grid(const std::vector<std::string>& drawing) {
  const auto grids = lattice_grids(rulings_of(drawing), kTextHeight);
  EXPECT_EQ(grids.size(), 1U);
  if (grids.size() != 1) return {{0, 1}, {0, 1}, {}, 1};
  EXPECT_TRUE(tiles(grids[0]));
  return grids[0];
}

TEST(LatticeGrid, SlotsLieBetweenNeighbouringRulings) {
  const Grid grid = only_grid({
      "+---+---+",
      "|   |   |",
      "+---+---+",
      "|   |   |",
      "+---+---+",
  });
  EXPECT_THAT(grid.row_edges, ElementsAre(100, 120, 140));
  EXPECT_THAT(grid.col_edges, ElementsAre(100, 140, 180));
  EXPECT_THAT(cells_of(grid), ElementsAre("0,0", "0,1", "1,0", "1,1"));
  EXPECT_EQ(grid.cells[1].box, (PixelBox{140, 100, 180, 120}));
  EXPECT_EQ(grid.box(), (PixelBox{100, 100, 180, 140}));
}

TEST(LatticeGrid, CellsMergeOverColumnsAndOverRows) {
  EXPECT_THAT(cells_of(only_grid({
                  "+---+---+---+",
                  "|   |       |",
                  "+   +---+---+",
                  "|   |   |   |",
                  "+---+---+---+",
                  "|   |   |   |",
                  "+---+---+---+",
              })),
              ElementsAre("0,0 2x1", "0,1 1x2", "1,1", "1,2", "2,0", "2,1", "2,2"));
}

TEST(LatticeGrid, ACellMergesBothWaysAtOnce) {
  EXPECT_THAT(cells_of(only_grid({
                  "+---+---+---+",
                  "|       |   |",
                  "+       +---+",
                  "|       |   |",
                  "+---+---+---+",
                  "|   |   |   |",
                  "+---+---+---+",
              })),
              ElementsAre("0,0 2x2", "0,2", "1,2", "2,0", "2,1", "2,2"));
}

TEST(LatticeGrid, TheBestCoveredBorderIsPutBackWhereAUnionIsNoRectangle) {
  // Slots 0,0 0,1 1,1 would be one L-shaped cell; a third of the border below 0,1 is printed.
  auto rulings = rulings_of({
      "+---+---+",
      "|       |",
      "+   +   +",
      "|   |   |",
      "+---+---+",
  });
  rulings.push_back({Direction::horizontal, 100, 154, 120, 120, 2});
  const auto grids = lattice_grids(rulings, kTextHeight);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_THAT(cells_of(grids[0]), ElementsAre("0,0 1x2", "1,0", "1,1"));
}

TEST(LatticeGrid, AGapInARulingIsNoMerge) {
  auto rulings = rulings_of({
      "+---+---+---+",
      "|   |   |   |",
      "+   +   +   +",
      "|   |   |   |",
      "+---+---+---+",
  });
  // Nothing between 150 and 162 of the border from 140 to 180.
  rulings.push_back({Direction::horizontal, 100, 150, 120, 120, 2});
  rulings.push_back({Direction::horizontal, 162, 220, 120, 120, 2});
  const auto grids = lattice_grids(rulings, kTextHeight);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_THAT(cells_of(grids[0]), ElementsAre("0,0", "0,1", "0,2", "1,0", "1,1", "1,2"));
}

TEST(LatticeGrid, WhatIsLeftOfABrokenBorderCountsThoughItMeetsOneRuling) {
  auto rulings = rulings_of({
      "+---+---+",
      "|   |   |",
      "+   +---+",
      "|   |   |",
      "+---+---+",
  });
  // Of the border below 0,0 a half is printed, which meets one upright ruling.
  rulings.push_back({Direction::horizontal, 100, 120, 120, 120, 2});
  const auto grids = lattice_grids(rulings, kTextHeight);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_THAT(cells_of(grids[0]), ElementsAre("0,0", "0,1", "1,0", "1,1"));
}

TEST(LatticeGrid, SidesWithoutRulingEndWhereTheOthersRunOnTo) {
  const Grid grid = only_grid({
      "----+---+----",
      "    |   |    ",
      "----+---+----",
      "    |   |    ",
      "----+---+----",
  });
  EXPECT_THAT(grid.col_edges, ElementsAre(100, 140, 180, 220));
  EXPECT_THAT(cells_of(grid), ElementsAre("0,0", "0,1", "0,2", "1,0", "1,1", "1,2"));
}

TEST(LatticeGrid, ATableCutByTheEndOfThePageIsOpenBelow) {
  const Grid grid = only_grid({
      "+---+---+",
      "|   |   |",
      "+---+---+",
      "|   |   |",
      "+   +   +",
  });
  EXPECT_THAT(grid.row_edges, ElementsAre(100, 120, 140));
  EXPECT_TRUE(grid.open_below);
  EXPECT_FALSE(grid.open_above);
}

TEST(LatticeGrid, DoubleRulesAreOneEdge) {
  auto rulings = rulings_of({
      "+---+---+",
      "|   |   |",
      "+---+---+",
  });
  rulings.push_back({Direction::horizontal, 100, 180, 124, 124, 2});
  const auto grids = lattice_grids(rulings, kTextHeight);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_THAT(grids[0].row_edges, ElementsAre(100, 122));
}

TEST(LatticeGrid, RulingsThatEndShortOfEachOtherStillMeet) {
  auto rulings = rulings_of({
      "+---+---+",
      "|   |   |",
      "+---+---+",
  });
  for (Ruling& ruling : rulings) {
    ruling.from += 4;
    ruling.to -= 4;
  }
  EXPECT_EQ(lattice_grids(rulings, kTextHeight).size(), 1U);
}

TEST(LatticeGrid, UnderlinesStrokesAndASingleBoxAreNoTable) {
  const std::vector<Ruling> underline = {{Direction::horizontal, 100, 300, 100, 100, 2}};
  const std::vector<Ruling> cross = {{Direction::horizontal, 100, 300, 100, 100, 2},
                                     {Direction::vertical, 50, 150, 200, 200, 2}};
  EXPECT_THAT(lattice_grids({}, kTextHeight), IsEmpty());
  EXPECT_THAT(lattice_grids(underline, kTextHeight), IsEmpty());
  EXPECT_THAT(lattice_grids(cross, kTextHeight), IsEmpty());
  EXPECT_THAT(lattice_grids(rulings_of({"+---+", "|   |", "+---+"}), kTextHeight), IsEmpty());
}

TEST(LatticeGrid, TablesThatDoNotTouchStandTopToBottomThenLeftToRight) {
  const std::vector<Ruling> one = rulings_of({"+---+---+", "|   |   |", "+---+---+"});
  std::vector<Ruling> rulings;
  const auto add_at = [&](double dx, double dy) {
    for (Ruling ruling : one) {
      const bool flat = ruling.direction == Direction::horizontal;
      ruling.from += flat ? dx : dy;
      ruling.to += flat ? dx : dy;
      ruling.at_from += flat ? dy : dx;
      ruling.at_to += flat ? dy : dx;
      rulings.push_back(ruling);
    }
  };
  add_at(0, 300);
  add_at(200, 0);
  add_at(0, 0);
  std::vector<std::pair<int, int>> corners;
  for (const Grid& grid : lattice_grids(rulings, kTextHeight)) {
    corners.emplace_back(grid.box().y0, grid.box().x0);
  }
  EXPECT_THAT(corners, ElementsAre(std::pair(100, 100), std::pair(100, 300), std::pair(400, 100)));
}

TEST(LatticeGrid, AnEdgeFollowsATiltedRuling) {
  auto rulings = rulings_of({
      "+---+---+",
      "|   |   |",
      "+---+---+",
      "|   |   |",
      "+---+---+",
  });
  for (Ruling& ruling : rulings) ruling.at_to += 3;
  const auto grids = lattice_grids(rulings, kTextHeight);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_THAT(grids[0].row_edges, ElementsAre(101.5, 121.5, 141.5));
  EXPECT_EQ(grids[0].cells.size(), 4U);
}

}  // namespace
}  // namespace crossfoot
