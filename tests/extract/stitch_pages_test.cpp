#include "extract/stitch_pages.h"

#include <gmock/gmock.h>

#include <sstream>

namespace crossfoot {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

// A table from rows of cells divided by '|'; '<' extends the cell to its left.
PageTable piece(int page, const std::vector<std::string>& rows, std::vector<double> col_edges_pt) {
  PageTable result;
  Table& table = result.table;
  table.n_rows = static_cast<int>(rows.size());
  table.n_cols = static_cast<int>(col_edges_pt.size()) - 1;
  for (int row = 0; row < table.n_rows; ++row) {
    std::istringstream line(rows[static_cast<std::size_t>(row)] + '|');
    std::string text;
    for (int col = 0; std::getline(line, text, '|'); ++col) {
      if (text == "<") {
        ++table.cells.back().col_span;
        continue;
      }
      Cell cell;
      cell.row = row;
      cell.col = col;
      cell.page = page;
      cell.text = text;
      cell.amount = parse_amount(text);
      table.cells.push_back(cell);
    }
  }
  table.header_rows = count_header_rows(table);
  table.parts.push_back({page, {}, 0, table.n_rows});
  result.col_edges_pt = std::move(col_edges_pt);
  result.first_on_page = result.last_on_page = true;
  return result;
}

PageReading reading(int page, std::vector<PageTable> tables) {
  PageReading result;
  result.page.number = page;
  result.tables = std::move(tables);
  return result;
}

// The rows of a table in the same notation.
std::vector<std::string> rows_of(const Table& table) {
  EXPECT_FALSE(tiling_defect(table.cells, table.n_rows, table.n_cols));
  std::vector<std::string> rows(static_cast<std::size_t>(table.n_rows));
  for (const Cell& cell : table.cells) {
    std::string& row = rows[static_cast<std::size_t>(cell.row)];
    row += (row.empty() ? "" : "|") + cell.text;
    for (int i = 1; i < cell.col_span; ++i) row += "|<";
  }
  return rows;
}

const std::vector<double> kTwo = {50, 150, 250}, kThree = {50, 150, 200, 250};

TEST(StitchPages, ARepeatedHeaderIsDropped) {
  const auto document = stitch_pages({reading(1, {piece(1, {"item|sum", "a|1", "b|2"}, kTwo)}),
                                      reading(2, {piece(2, {"item|sum", "c|3"}, kTwo)})});
  ASSERT_THAT(document.tables, SizeIs(1));
  const Table& table = document.tables[0];
  EXPECT_THAT(rows_of(table), ElementsAre("item|sum", "a|1", "b|2", "c|3"));
  EXPECT_THAT(table.pages(), ElementsAre(1, 2));
  ASSERT_THAT(table.parts, SizeIs(2));
  EXPECT_EQ(table.parts[1].first_row, 3);
  EXPECT_EQ(table.parts[1].n_rows, 1);
  EXPECT_EQ(table.cells.back().page, 2);
}

TEST(StitchPages, AHeaderMayBeReadALittleDifferentlyTheSecondTime) {
  const auto document =
      stitch_pages({reading(1, {piece(1, {"functional class|budget", "a|1"}, kTwo)}),
                    reading(2, {piece(2, {"functional ciass|budget", "b|2"}, kTwo)})});
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(rows_of(document.tables[0]), ElementsAre("functional class|budget", "a|1", "b|2"));
}

TEST(StitchPages, OneHeadOfWhichALineWasLostMakesNoOtherHeader) {
  const auto document = stitch_pages(
      {reading(1, {piece(1, {"name of the item|all amounts|rest", "a|1|2"}, kThree)}),
       reading(2, {piece(2, {"name of the item|amount|rest", "b|2|3"}, kThree)})});
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(rows_of(document.tables[0]),
              ElementsAre("name of the item|all amounts|rest", "a|1|2", "b|2|3"));
}

TEST(StitchPages, ShortHeadsMayHaveLostHalfOfTheirCharactersAndBeReadWithBlanks) {
  const auto document = stitch_pages(
      {reading(1, {piece(1, {"name of the item|code of the class|sum", "a|1|2"}, kThree)}),
       reading(2, {piece(2, {"name of the item|class|s u    x", "b|2|3"}, kThree)})});
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(rows_of(document.tables[0]),
              ElementsAre("name of the item|code of the class|sum", "a|1|2", "b|2|3"));
}

TEST(StitchPages, WithoutARepeatedHeaderEveryRowIsKept) {
  const auto document = stitch_pages({reading(1, {piece(1, {"item|sum", "a|1"}, kTwo)}),
                                      reading(2, {piece(2, {"b|2", "c|3"}, kTwo)})});
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(rows_of(document.tables[0]), ElementsAre("item|sum", "a|1", "b|2", "c|3"));
}

TEST(StitchPages, APageThatShowsFewerColumnsHasItsEdgesAmongTheOthers) {
  const PageTable coarse = piece(2, {"c|3"}, kTwo);
  const PageTable fine = piece(1, {"item|x|y", "a|1|2"}, kThree);
  auto document = stitch_pages({reading(1, {fine}), reading(2, {coarse})});
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(rows_of(document.tables[0]), ElementsAre("item|x|y", "a|1|2", "c|3|<"));
}

TEST(StitchPages, TheFirstPageMayBeTheOneWithFewerColumns) {
  const auto document = stitch_pages({reading(1, {piece(1, {"item|sum", "a|1"}, kTwo)}),
                                      reading(2, {piece(2, {"b|2|3"}, kThree)})});
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(rows_of(document.tables[0]), ElementsAre("item|sum|<", "a|1|<", "b|2|3"));
}

TEST(StitchPages, AShiftedOrSmallerScanHasTheSameEdges) {
  const auto document = stitch_pages({reading(1, {piece(1, {"item|x|y", "a|1|2"}, kThree)}),
                                      reading(2, {piece(2, {"b|2|3"}, {71, 166, 213.5, 261})})});
  EXPECT_THAT(document.tables, SizeIs(1));
}

TEST(StitchPages, OtherColumnsAreAnotherTable) {
  const auto document = stitch_pages({reading(1, {piece(1, {"item|x|y", "a|1|2"}, kThree)}),
                                      reading(2, {piece(2, {"b|2|3"}, {50, 90, 200, 250})})});
  ASSERT_THAT(document.tables, SizeIs(2));
  EXPECT_EQ(document.tables[0].id, "t1");
  EXPECT_EQ(document.tables[1].id, "t2");
}

TEST(StitchPages, EdgesThatFollowTheTextsMayMoveUnderTheSameHeader) {
  const auto document = stitch_pages({reading(1, {piece(1, {"item|x|y", "a|1|2"}, kThree)}),
                                      reading(2, {piece(2, {"item|x|y", "b|2|3"}, {50, 130, 205, 250})})});
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(rows_of(document.tables[0]), ElementsAre("item|x|y", "a|1|2", "b|2|3"));
}

TEST(StitchPages, FourColumnsInTheSameOrderGoOnUnlessTheyHaveOtherHeads) {
  const std::vector<double> first = {50, 100, 150, 200, 250}, second = {50, 115, 140, 190, 250};
  const PageTable before = piece(1, {"item|x|y|z", "a|1|2|3"}, first);
  EXPECT_THAT(stitch_pages({reading(1, {before}), reading(2, {piece(2, {"b|2|3|4"}, second)})}).tables,
              SizeIs(1));
  EXPECT_THAT(stitch_pages({reading(1, {before}),
                            reading(2, {piece(2, {"name|of|other|heads", "b|2|3|4"}, second)})})
                  .tables,
              SizeIs(2));
}

// Pages 1 and 2 with a table each under these lines; the first ends at this share of its page.
std::size_t tables_under(const std::vector<std::string>& first,
                         const std::vector<std::string>& second, double ends_at = 0.9) {
  const auto under = [](int page, const std::vector<std::string>& lines) {
    PageTable table = piece(page, {"item|sum", "a|1"}, kTwo);
    double y = 20;
    for (const std::string& line : lines) {
      table.above.push_back({page, {50, y, 150, y + 10}, line});
      y += 20;
    }
    PageReading result = reading(page, {table});
    result.page.height_pt = 800;
    result.text = table.above;
    return result;
  };
  PageReading before = under(1, first);
  before.tables[0].table.parts[0].box.y1 = ends_at * 800;
  return stitch_pages({before, under(2, second)}).tables.size();
}

TEST(StitchPages, AHeadingOfItsOwnBeginsANewTable) {
  EXPECT_EQ(tables_under({"Income"}, {"Expenditure"}), 2u);
  EXPECT_EQ(tables_under({"公开03表"}, {"公开04表"}), 2u);
  EXPECT_EQ(tables_under({}, {"Income"}), 2u);
}

TEST(StitchPages, APageNumberOrARunningHeaderIsNoHeading) {
  EXPECT_EQ(tables_under({"Income"}, {"- 2 -"}), 1u);
  EXPECT_EQ(tables_under({"Income"}, {"第 2 页 共 9 页"}), 1u);
  EXPECT_EQ(tables_under({"Annual report", "Income"}, {"Annual report"}), 1u);
}

TEST(StitchPages, AMarkedHeadingGoesOn) {
  EXPECT_EQ(tables_under({"部门收入总表", "单位：元"}, {"部门收入总表（续）", "单位：元"}, 0.5), 1u);
  EXPECT_EQ(tables_under({"Income"}, {"Income (continued)"}, 0.5), 1u);
  EXPECT_EQ(tables_under({"Income"}, {"Income (cont’d)"}, 0.5), 1u);
  EXPECT_EQ(tables_under({"Income"}, {"续表"}, 0.5), 1u);
  EXPECT_EQ(tables_under({"Income"}, {"Expenditure (continued)"}), 2u);
}

TEST(StitchPages, TheWholeHeadingOnceMoreGoesOnAfterAFullPageOnly) {
  EXPECT_EQ(tables_under({"Income", "£'000"}, {"Income", "£'000"}), 1u);
  EXPECT_EQ(tables_under({"Income", "£'000"}, {"Income", "£'000"}, 0.5), 2u);
}

TEST(StitchPages, ARowThatTheBreakCutsIsOneAgain) {
  const auto document = stitch_pages(
      {reading(1, {piece(1, {"code|item|sum", "101|a|1", "102|b|2", "103|relief, its|3"}, kThree)}),
       reading(2, {piece(2, {"code|item|sum", "|payment and control|", "104|d|4"}, kThree)})});
  ASSERT_THAT(document.tables, SizeIs(1));
  const Table& table = document.tables[0];
  EXPECT_THAT(rows_of(table), ElementsAre("code|item|sum", "101|a|1", "102|b|2",
                                          "103|relief, its payment and control|3", "104|d|4"));
  EXPECT_EQ(table.parts[1].first_row, 4);
  EXPECT_EQ(table.parts[1].n_rows, 1);
}

TEST(StitchPages, ARowOfItsOwnAtTheHeadOfAPageStaysOne) {
  const auto rows_after = [](const std::string& first) {
    const auto document = stitch_pages(
        {reading(1, {piece(1, {"code|item|sum", "101|a|1", "102|b|2", "103|c|3"}, kThree)}),
         reading(2, {piece(2, {"code|item|sum", first, "104|d|4"}, kThree)})});
    return document.tables[0].n_rows;
  };
  EXPECT_EQ(rows_after("|二、其他|"), 6);
  EXPECT_EQ(rows_after("|of which|2"), 6);
  EXPECT_EQ(rows_after("105|e|"), 6);
}

TEST(StitchPages, AHeadingWithoutACodeIsARowWhereOthersHaveNone) {
  const auto document = stitch_pages(
      {reading(1, {piece(1, {"code|item|sum", "|Staff|", "101|a|1", "102|b|2", "103|c|3"}, kThree)}),
       reading(2, {piece(2, {"code|item|sum", "|Goods|", "104|d|"}, kThree)})});
  EXPECT_EQ(document.tables[0].n_rows, 7);
}

TEST(StitchPages, MergedCellsThatNoRulingClosesAtTheBreakAreOneAgain) {
  PageTable first = piece(1, {"group|kind|sum", "a|x|1", "|y|2"}, kThree);
  PageTable second = piece(2, {"||3", "|z|4", "b|w|5"}, kThree);
  const auto merge = [](PageTable& page, int row) {
    std::erase_if(page.table.cells,
                  [&](const Cell& cell) { return cell.col == 0 && cell.row == row + 1; });
    for (Cell& cell : page.table.cells) {
      if (cell.col == 0 && cell.row == row) cell.row_span = 2;
    }
  };
  merge(first, 1);
  merge(second, 0);
  const auto closed = stitch_pages({reading(1, {first}), reading(2, {second})});
  ASSERT_THAT(closed.tables, SizeIs(1));
  EXPECT_EQ(closed.tables[0].cells[SlotIndex(closed.tables[0]).at(1, 0)].row_span, 2);
  first.open_below = true;
  const auto document = stitch_pages({reading(1, {first}), reading(2, {second})});
  ASSERT_THAT(document.tables, SizeIs(1));
  const Table& table = document.tables[0];
  EXPECT_FALSE(tiling_defect(table.cells, table.n_rows, table.n_cols));
  const SlotIndex slots(table);
  EXPECT_EQ(table.cells[slots.at(1, 0)].row_span, 4);
  EXPECT_EQ(table.cells[slots.at(2, 1)].row_span, 2);
  EXPECT_EQ(table.cells[slots.at(4, 1)].text, "z");
  EXPECT_EQ(table.cells[slots.at(5, 0)].text, "b");
}

TEST(StitchPages, ATableBetweenOrAPageBetweenBeginsANewTable) {
  PageTable not_last = piece(1, {"item|sum", "a|1"}, kTwo);
  not_last.last_on_page = false;
  const PageTable next = piece(2, {"b|2"}, kTwo), later = piece(3, {"b|2"}, kTwo);
  EXPECT_THAT(stitch_pages({reading(1, {not_last}), reading(2, {next})}).tables, SizeIs(2));
  const PageTable first = piece(1, {"item|sum", "a|1"}, kTwo);
  EXPECT_THAT(stitch_pages({reading(1, {first}), reading(2, {}), reading(3, {later})}).tables,
              SizeIs(2));
}

TEST(StitchPages, ATableGoesOnOverThreePages) {
  const auto document = stitch_pages({reading(1, {piece(1, {"item|sum", "a|1"}, kTwo)}),
                                      reading(2, {piece(2, {"item|sum", "b|2"}, kTwo)}),
                                      reading(3, {piece(3, {"item|sum", "c|3"}, kTwo)})});
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(rows_of(document.tables[0]), ElementsAre("item|sum", "a|1", "b|2", "c|3"));
  EXPECT_EQ(document.tables[0].header_rows, 1);
}

TEST(StitchPages, PagesAndParagraphsStayInOrder) {
  PageReading first = reading(1, {}), second = reading(4, {});
  first.text = {{1, {}, "one"}, {1, {}, "two"}};
  second.text = {{4, {}, "three"}};
  second.page.error = "cannot be drawn";
  const auto document = stitch_pages({first, second});
  ASSERT_THAT(document.pages, SizeIs(2));
  EXPECT_EQ(document.pages[1].number, 4);
  EXPECT_EQ(document.pages[1].error, "cannot be drawn");
  ASSERT_THAT(document.text, SizeIs(3));
  EXPECT_EQ(document.text[2].text, "three");
}

}  // namespace
}  // namespace crossfoot
