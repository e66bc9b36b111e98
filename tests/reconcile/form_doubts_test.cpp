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
