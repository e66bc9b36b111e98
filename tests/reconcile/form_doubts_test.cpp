#include "reconcile/form_doubts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

TEST(FormDoubts, FormsThatArePrinted) {
  for (const char* text :
       {"1,234.50", "（1，234）", "1234", "-£1,234,567", "12.5%", "0.00", "无"}) {
    EXPECT_TRUE(has_sound_form(text)) << text;
  }
}

TEST(FormDoubts, FormsThatAreNot) {
  for (const char* text : {"394,17", "1,23,456", "10,000,000 00", "1234,567", "1, 234,56"}) {
    EXPECT_FALSE(has_sound_form(text)) << text;
  }
}

TEST(FormDoubts, ALostPointIsMended) {
  EXPECT_EQ(with_lost_point("10,000,000 00"), "10,000,000.00");
  EXPECT_FALSE(with_lost_point("10,000,000.00"));
  EXPECT_FALSE(with_lost_point("无 00"));
}

TEST(FormDoubts, TwoFiguresThatLostTheirPointsDoNotProveEachOther) {
  const CheckResult result = check(document_from({table_from(R"(
    编码   | 名称 | 项目支出
    合计   | <    | 12,500,000.00
    21013  | 救助 | 10,000,000 00
    2101301 | 城乡 | 10,000,000 00
    21015  | 管理 | 2,500,000.00
  )",
                                                             1)}));
  EXPECT_EQ(cell_at(result, 2, 2).text, "10,000,000.00");
  EXPECT_EQ(cell_at(result, 3, 2).status, CellStatus::repaired);
  EXPECT_EQ(result.summary.fail, 0);
}

TEST(FormDoubts, MarksBeforeAFigureAreDirtWhereTheSumsHoldWithout) {
  const CheckResult result = check(document_from({table_from(R"(
    项目 | 合计   | 基本   | 项目
    甲   | 12.50 | 12.50 | ，“0.00
    乙   | 20.00 | 13.25 | ”6.75
    丙   | 30.00 | 13.25 | 、6.75
  )",
                                                             1)}));
  EXPECT_EQ(cell_at(result, 1, 3).text, "0.00");
  EXPECT_EQ(cell_at(result, 2, 3).text, "6.75");
  EXPECT_EQ(cell_at(result, 2, 3).status, CellStatus::repaired);
  // Nothing proves the last one: it stays what was read.
  EXPECT_EQ(cell_at(result, 3, 3).text, "、6.75");
  EXPECT_EQ(cell_at(result, 3, 3).status, CellStatus::suspect);
}

TEST(FormDoubts, ALabelWithAFigureBehindABarIsSuspect) {
  Table table = table_from(R"(
    项目         | 数
    差旅费       | 7.37
    会议费 2.20   |
    维修 2020 年  | 2.00
  )",
                           1);
  table.cells[4].text = "会议费 |  2.20";
  const CheckResult result = check(document_from({table}));
  EXPECT_EQ(cell_at(result, 1, 0).status, CellStatus::read);
  EXPECT_EQ(cell_at(result, 2, 0).status, CellStatus::suspect);
  EXPECT_EQ(cell_at(result, 3, 0).status, CellStatus::read);
}

TEST(FormDoubts, ATextInAColumnOfFiguresIsSuspect) {
  const CheckResult result = check(document_from({table_from(R"(
    项目 | 甲   | 乙
    一   | 1.00 | 2.00
    二   | 3.00 | 52,19 FL
    三   | 4.00 | 5.00
    四   | 4.00 | 5.00
  )",
                                                             1)}));
  EXPECT_EQ(cell_at(result, 2, 2).status, CellStatus::suspect);
  EXPECT_EQ(cell_at(result, 1, 2).status, CellStatus::read);
}

}  // namespace
}  // namespace crossfoot
