#include "extract/unruled_tables.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

namespace crossfoot {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A page as a typewriter would print it: two blanks or more part pieces, a run of '-' over at least
// four columns is a rule.
struct TypedPage {
  std::vector<TextLine> pieces;
  std::vector<Ruling> rulings;
};

constexpr double kTextHeight = 10;
constexpr int kColumn = 6, kLine = 16;  // px, of a character and from line to line

TypedPage typed(const std::string& text) {
  TypedPage page;
  std::istringstream lines(text);
  int y = 100;
  for (std::string line; std::getline(lines, line); y += kLine) {
    for (std::size_t from = line.find_first_not_of(' '); from != std::string::npos;) {
      const std::size_t to = std::min(line.find("  ", from), line.size());
      const std::string piece = line.substr(from, to - from);
      const int x0 = 100 + kColumn * static_cast<int>(from);
      const int x1 = 100 + kColumn * static_cast<int>(to);
      if (piece.size() >= 4 && piece.find_first_not_of('-') == std::string::npos) {
        page.rulings.push_back({Direction::horizontal, static_cast<double>(x0),
                                static_cast<double>(x1), y + 5.0, y + 5.0, 1});
      } else {
        TextLine read;
        read.text = piece;
        read.box = {x0, y, x1, y + static_cast<int>(kTextHeight)};
        page.pieces.push_back(read);
      }
      from = line.find_first_not_of(' ', to);
    }
  }
  return page;
}

// Rows of cells, "text" or "text (rows x columns)" where it spans, with " | " between.
std::vector<std::string> rows_of(const UnruledTable& table) {
  std::vector<std::string> rows(static_cast<std::size_t>(table.grid.n_rows()));
  std::vector<bool> begun(rows.size(), false);
  for (std::size_t i = 0; i < table.grid.cells.size(); ++i) {
    const GridCell& cell = table.grid.cells[i];
    const auto at = static_cast<std::size_t>(cell.row);
    std::string& row = rows[at];
    if (begun[at]) row += " | ";
    begun[at] = true;
    for (std::size_t k = 0; k < table.lines[i].size(); ++k) {
      row += (k > 0 ? " " : "") + table.lines[i][k].text;
    }
    if (cell.row_span > 1 || cell.col_span > 1) {
      row += " (" + std::to_string(cell.row_span) + "x" + std::to_string(cell.col_span) + ")";
    }
  }
  return rows;
}

UnruledReading reading_of(const std::string& text) {
  const TypedPage page = typed(text);
  return unruled_tables(page.pieces, page.rulings, {}, {}, kTextHeight);
}

std::vector<std::string> only_table(const std::string& text) {
  const UnruledReading reading = reading_of(text);
  EXPECT_EQ(reading.tables.size(), 1u);
  return reading.tables.empty() ? std::vector<std::string>{} : rows_of(reading.tables.front());
}

TEST(UnruledTables, ThreeRulesFrameATable) {
  EXPECT_THAT(only_table(R"(
--------------------------------
Item             2016      2015
--------------------------------
Wages             877       912
Rent               48        51
Total             925       963
--------------------------------)"),
              ElementsAre("Item | 2016 | 2015", "Wages | 877 | 912", "Rent | 48 | 51",
                          "Total | 925 | 963"));
}

TEST(UnruledTables, ColumnsWithoutAnyRuleAreFoundByTheirWhite) {
  EXPECT_THAT(only_table(R"(
                      2016      2015
Freight and carriage  1,204   (1,310)
Wages                   877         -
Depreciation of plant    48        51)"),
              ElementsAre(" | 2016 | 2015", "Freight and carriage | 1,204 | (1,310)",
                          "Wages | 877 | -", "Depreciation of plant | 48 | 51"));
}

TEST(UnruledTables, AWrappedLabelIsOneRowWithItsFigure) {
  EXPECT_THAT(only_table(R"(
                           2016       2015
Charge for the financial
year                      7,547      6,904
Disposals of plant       (2,480)      (806)
Transfers                   115        120)"),
              ElementsAre(" | 2016 | 2015", "Charge for the financial year | 7,547 | 6,904",
                          "Disposals of plant | (2,480) | (806)", "Transfers | 115 | 120"));
}

TEST(UnruledTables, ASubtotalUnderARuleIsARowWithoutALabel) {
  EXPECT_THAT(only_table(R"(
                  2016      2015
Stocks             877       912
Debtors             48        51
                ------    ------
                   925       963
Creditors         (25)      (63))"),
              ElementsAre(" | 2016 | 2015", "Stocks | 877 | 912", "Debtors | 48 | 51",
                          " | 925 | 963", "Creditors | (25) | (63)"));
}

TEST(UnruledTables, AHeadSpansTheColumnsUnderItsRule) {
  EXPECT_THAT(only_table(R"(
------------------------------------------
                 Group          Company
             ------------    -------------
Item         2016    2015    2016     2015
------------------------------------------
Wages         877     912      87       91
Rent           48      51       4        5
------------------------------------------)"),
              ElementsAre("Item (2x1) | Group (1x2) | Company (1x2)", "2016 | 2015 | 2016 | 2015",
                          "Wages | 877 | 912 | 87 | 91", "Rent | 48 | 51 | 4 | 5"));
}

TEST(UnruledTables, AParagraphInACellThatSpansHidesNoColumns) {
  EXPECT_THAT(only_table(R"(
----------------------------------------------------
Office   Checks           Budget             17,800
Aim      the office checks all hospitals and shops
         of the district, and pays those who report
         what they have seen, as the rules say
Targets  Item             Weight    Unit      Value
         Progress             10       %         65
         Checks               15       a        380
         People served        10       p     20,000
----------------------------------------------------)"),
              ElementsAre("Office | Checks | Budget |  | 17,800",
                          "Aim | the office checks all hospitals and shops of the district, and pays "
                          "those who report what they have seen, as the rules say (1x4)",
                          "Targets | Item | Weight | Unit | Value", " | Progress | 10 | % | 65",
                          " | Checks | 15 | a | 380", " | People served | 10 | p | 20,000"));
}

TEST(UnruledTables, BetweenRulesOfAllRowsTextsBelowEachOtherAreOneCell) {
  EXPECT_THAT(only_table(R"(
----------------------------------------
Name        Purpose of          Amount
            the grant
----------------------------------------
North pier  Repair of the       10,000
            sea wall
----------------------------------------
South pier  Paint               12,500
----------------------------------------
Lighthouse  A new lamp and      1,000
            a keeper
----------------------------------------)"),
              ElementsAre("Name | Purpose of the grant | Amount",
                          "North pier | Repair of the sea wall | 10,000",
                          "South pier | Paint | 12,500",
                          "Lighthouse | A new lamp and a keeper | 1,000"));
}

TEST(UnruledTables, ARuleThatLeavesAColumnOutMakesItsCellsSpan) {
  EXPECT_THAT(only_table(R"(
----------------------------------------
            Goal              Value
            ----------------------------
Indexes     Costs             550
            ----------------------------
            Persons           35,000
----------------------------------------
Name        Repair
----------------------------------------)"),
              ElementsAre("Indexes (3x1) | Goal | Value", "Costs | 550", "Persons | 35,000",
                          "Name | Repair | "));
}

TEST(UnruledTables, AHeadAloneOverARuleSpansTheCellsBelowIt) {
  EXPECT_THAT(only_table(R"(
------------------------------------------
                 Income       Rest
         ---------------------
Name     all   of it taxes
------------------------------------------
North    400                  13
------------------------------------------
South    500   12             14
------------------------------------------)"),
              ElementsAre("Name (2x1) | Income (1x2) | Rest (2x1)", "all | of it taxes",
                          "North | 400 |  | 13", "South | 500 | 12 | 14"));
}

TEST(UnruledTables, HeadsThatCloseFiguresAreNearStayTwo) {
  EXPECT_THAT(only_table(R"(
--------------------------------
Name   All grants  Other grants
--------------------------------
North        1,204
--------------------------------
South          877
--------------------------------)"),
              ElementsAre("Name | All grants | Other grants", "North | 1,204 | ",
                          "South | 877 | "));
}

TEST(UnruledTables, BesideHeadsOfSeveralLinesNarrowWhiteParts) {
  EXPECT_THAT(only_table(R"(
--------------------------------
Name   Repairs of     Grants
       the pier    for ships
--------------------------------
North        100
--------------------------------
South        200
--------------------------------)"),
              ElementsAre("Name | Repairs of the pier | Grants for ships", "North | 100 | ",
                          "South | 200 | "));
}

TEST(UnruledTables, LinesOfACellAreInOrderWhereOneIsInPieces) {
  EXPECT_THAT(only_table(R"(
------------------------------------------
Number   12    Kind (one year  13
               or more)
------------------------------------------
Begun    2020  Ended           2021
------------------------------------------
Paid     100   Owed            200
------------------------------------------
)"),
              ElementsAre("Number | 12 | Kind (one year or more) | 13",
                          "Begun | 2020 | Ended | 2021", "Paid | 100 | Owed | 200"));
}

TEST(UnruledTables, HeadsOverHeadsWithoutABodyEndAtTheRuleAcross) {
  EXPECT_THAT(only_table(R"(
-----------------------------------
                 Grants
        ---------------------------
Name                    Projects
                 ------------------
        All      Pier       Ships
-----------------------------------)"),
              ElementsAre("Name (3x1) | Grants (1x3)", "All (2x1) | Projects (1x2)",
                          "Pier | Ships"));
}

TEST(UnruledTables, ParagraphsInCellsOfAFormDoNotEndIt) {
  EXPECT_THAT(only_table(R"(
----------------------------------------------------
Name        North pier
----------------------------------------------------
Begun       2020.1.1      Ended         2020.12.31
----------------------------------------------------
Reason      the wall was built a hundred years ago
            and has not been mended since, so that
            the sea comes in whenever it is high
----------------------------------------------------
Sum         12,500        Paid          12,000
----------------------------------------------------)"),
              ElementsAre("Name | North pier |  | ", "Begun | 2020.1.1 | Ended | 2020.12.31",
                          "Reason | the wall was built a hundred years ago and has not been mended "
                          "since, so that the sea comes in whenever it is high (1x3)",
                          "Sum | 12,500 | Paid | 12,000"));
}

TEST(UnruledTables, AFormWithoutRulesInsideHasRowsWhereItsLinesStandApart) {
  EXPECT_THAT(only_table(R"(
----------------------------------------------------
Name        North pier

Begun       2020.1.1      Ended         2020.12.31

Reason      the wall was built a hundred years ago
            and has not been mended since, so that
            the sea comes in whenever it is high,
            which it is on two days of each month

Sum         12,500        Paid          12,000

Rest        500           Owed          100
----------------------------------------------------)"),
              ElementsAre("Name | North pier |  | ", "Begun | 2020.1.1 | Ended | 2020.12.31",
                          "Reason | the wall was built a hundred years ago and has not been mended "
                          "since, so that the sea comes in whenever it is high, which it is on two "
                          "days of each month (1x3)",
                          "Sum | 12,500 | Paid | 12,000", "Rest | 500 | Owed | 100"));
}

TEST(UnruledTables, FiguresBelowEachOtherBetweenRulesAreRowsUnlessTheyAreOneBrokenFigure) {
  EXPECT_THAT(only_table(R"(
--------------------------------
Item        Amount       Paid
--------------------------------
Wages       1,204        1,200
Rent        48           40
--------------------------------
Repairs     394,168,1    12
            40.00
--------------------------------
Total       1,252        1,240
--------------------------------)"),
              ElementsAre("Item | Amount | Paid", "Wages | 1,204 | 1,200", "Rent | 48 | 40",
                          "Repairs | 394,168,1 40.00 | 12", "Total | 1,252 | 1,240"));
}

TEST(UnruledTables, ALabelAtTheMiddleOfItsRowsSpansThem) {
  EXPECT_THAT(only_table(R"(
----------------------------------------
Aim       Item             2016     2015

          Wages             877      912

Money     Rent               48       51

          Repairs           115      120

          Days              210      200
People
          Hours           1,600    1,580
----------------------------------------)"),
              ElementsAre("Aim | Item | 2016 | 2015", "Money (3x1) | Wages | 877 | 912",
                          "Rent | 48 | 51", "Repairs | 115 | 120",
                          "People (2x1) | Days | 210 | 200", "Hours | 1,600 | 1,580"));
}

TEST(UnruledTables, LabelsThatStandAtTheirFirstRowStayThere) {
  EXPECT_THAT(only_table(R"(
----------------------------------------
Aim       Item             2016     2015

Money     Wages             877      912

          Rent               48       51

          Repairs           115      120
----------------------------------------)"),
              ElementsAre("Aim | Item | 2016 | 2015", "Money | Wages | 877 | 912",
                          " | Rent | 48 | 51", " | Repairs | 115 | 120"));
}

TEST(UnruledTables, HeadsBetweenRulesWithoutAnyBodyTakeNothingFromAbove) {
  EXPECT_THAT(only_table(R"(
Office: North pier          Unit: pounds
----------------------------------------
            Income
            ------------------
Name        all       taxes     Rest
----------------------------------------)"),
              ElementsAre("Name (2x1) | Income (1x2) | Rest (2x1)", "all | taxes"));
}

TEST(UnruledTables, TheWhiteAfterAColonPartsNoColumns) {
  EXPECT_THAT(only_table(R"(
----------------------------------------
Goal          Text               Value
----------------------------------------
Costs         first:  each pier    550
----------------------------------------
Persons       second:  all piers   120
----------------------------------------
Days          third:               130
----------------------------------------)"),
              ElementsAre("Goal | Text | Value", "Costs | first: each pier | 550",
                          "Persons | second: all piers | 120", "Days | third: | 130"));
}

TEST(UnruledTables, TablesOneBelowTheOtherStayTwo) {
  EXPECT_EQ(reading_of(R"(
                  2016      2015
Stocks             877       912
Debtors             48        51



                  2014      2013      2012
Wages              877       912       900
Rent                48        51        52)")
                .tables.size(),
            2u);
}

TEST(UnruledTables, ContentsProseAndListsAreNone) {
  EXPECT_THAT(reading_of(R"(
Report of the directors    2
Statement of income        9
Balance sheet             12
Notes to the accounts     15)")
                  .tables,
              IsEmpty());
  EXPECT_THAT(reading_of(R"(
The company made a profit of 1,204 in the year that ended, which is 48 more
than in 2015. The directors propose a dividend of 25 for each ordinary share
and will carry the rest forward, as they did in the year before this one.)")
                  .tables,
              IsEmpty());
  EXPECT_THAT(reading_of(R"(
(a)  the accounts were drawn up
(b)  the auditors were asked
(c)  the meeting was held)")
                  .tables,
              IsEmpty());
}

TEST(UnruledTables, WhatNoTableTookComesBackAsLines) {
  const UnruledReading reading = reading_of(R"(
Notes to the accounts


                  2016      2015
Stocks             877       912
Debtors             48        51)");
  ASSERT_EQ(reading.tables.size(), 1u);
  ASSERT_EQ(reading.rest.size(), 1u);
  EXPECT_EQ(reading.rest.front().text, "Notes to the accounts");
}

}  // namespace
}  // namespace crossfoot
