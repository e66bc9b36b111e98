#include "extract/join_lines.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// The printed lines of a cell, divided by '|'.
std::string joined(const std::string& printed) {
  std::vector<std::string> lines(1);
  for (const char c : printed) {
    if (c == '|') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return join_lines(lines);
}

TEST(JoinLines, BrokenFigureIsOneFigure) {
  EXPECT_EQ(joined("375,745,00|0.00"), "375,745,000.00");  // a short group
  EXPECT_EQ(joined("1,234,|567"), "1,234,567");            // ends in a separator
  EXPECT_EQ(joined("1,234|.56"), "1,234.56");              // begins with the point
  EXPECT_EQ(joined("1,234.5|6"), "1,234.56");              // one decimal
  EXPECT_EQ(joined("(1,234|.56)"), "(1,234.56)");
  EXPECT_EQ(joined("1,2|34,5|67"), "1,234,567");
}

TEST(JoinLines, WholeFiguresStayApart) {
  EXPECT_EQ(joined("2019|2018"), "2019 2018");
  EXPECT_EQ(joined("1,250|3,400"), "1,250 3,400");
  EXPECT_EQ(joined("12.50|13.75"), "12.50 13.75");
  EXPECT_EQ(joined("(120)|(130)"), "(120) (130)");
}

TEST(JoinLines, FewerDigitsUnderACodeContinueIt) {
  EXPECT_EQ(joined("20805|05"), "2080505");
  EXPECT_EQ(joined("50015200024P000|093"), "50015200024P000093");
  EXPECT_EQ(joined("FY2019|2018"), "FY2019 2018");
  EXPECT_EQ(joined("COVIDRELIEF2|19"), "COVIDRELIEF2 19");
}

TEST(JoinLines, LatinWordsTakeOneSpace) {
  EXPECT_EQ(joined("Trade and|other debtors"), "Trade and other debtors");
  EXPECT_EQ(joined("  Trade and |  other  "), "Trade and other");
}

TEST(JoinLines, CjkTakesNone) {
  EXPECT_EQ(joined("政府性基金预|算拨款收入"), "政府性基金预算拨款收入");
  EXPECT_EQ(joined("收入12|34万元"), "收入1234万元");
}

TEST(JoinLines, BlankLinesAreNothing) {
  EXPECT_EQ(joined(""), "");
  EXPECT_EQ(joined(" |\t"), "");
  EXPECT_EQ(joined("a||b"), "a b");
  EXPECT_EQ(join_lines({}), "");
}

TEST(JoinLines, FigurePieces) {
  for (const char* piece : {"1", "1,234.56", "(12)", "-3", "45%", ",000"}) {
    EXPECT_TRUE(is_figure_piece(piece)) << piece;
  }
  for (const char* piece : {"", ",", "--", "1a", "1 2", "合计1"}) {
    EXPECT_FALSE(is_figure_piece(piece)) << piece;
  }
}

}  // namespace
}  // namespace crossfoot
