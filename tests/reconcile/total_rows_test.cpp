#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CheckResult checked(const std::string& rows, int header_rows = 1) {
  return check(document_from({table_from(rows, header_rows)}));
}

TEST(TotalRows, TheFirstRowMayBeTheTotal) {
  EXPECT_THAT(sentences(checked(R"(
    项目  | 金额
    合计  | 10.90
    货物类 | 7.90
    服务类 | 3.00
    工程类 |
  )"),
                        RelationKind::column_sum),
              ElementsAre("1:1 = 2:1 + 3:1 ok"));
}

TEST(TotalRows, ALaterTotalTakesTheEarlierOneIn) {
  EXPECT_THAT(sentences(checked(R"(
    项目          | 预算数
    一、拨款收入   | 500.19
    二、事业收入   | 15.00
    本年收入合计   | 515.19
    三、上年结转   | 10.00
    收入总计      | 525.19
  )"),
                        RelationKind::column_sum),
              ElementsAre("3:1 = 1:1 + 2:1 ok", "5:1 = 3:1 + 4:1 ok"));
}

TEST(TotalRows, RowsOfAHeadingAreNotAddedTwice) {
  const CheckResult result = checked(R"(
    项目          | 预算数
    一、本年收入   | 11,106.75
    一般公共预算   | 11,000.00
    政府性基金     | 106.75
    二、上年结转   | 310.01
    一般公共预算   | 310.01
    收入总数      | 11,416.76
  )");
  EXPECT_THAT(sentences(result, RelationKind::column_sum), ElementsAre("6:1 = 1:1 + 4:1 ok"));
  EXPECT_THAT(sentences(result, RelationKind::hierarchy),
              ElementsAre("1:1 = 2:1 + 3:1 ok", "4:1 = 5:1 ok"));
}

TEST(TotalRows, WhereNoEnumeratorTellsPartsTheFiguresDo) {
  EXPECT_THAT(sentences(check(document_from({table_from(R"(
    项目         | 预算数
    — 本年收入    | 640.25
    一般公共预算  | 600.20
    政府性基金    | 40.05
    — 上年结转    | 12.50
    一般公共预算  | 12.50
    收入总数      | 652.75
  )",
                                                        1)})),
                        RelationKind::column_sum),
              ElementsAre("6:1 = 1:1 + 4:1 ok"));
}

TEST(TotalRows, EnumeratorsNest) {
  EXPECT_THAT(sentences(checked(R"(
    项目              | 决算数
    （一）支出合计     | 3.02
    1．因公出国费      |
    2．公务用车        | 1.95
    （1）购置费        |
    （2）运行费        | 1.95
    3．公务接待费      | 1.07
    其中：外事接待费    | 0.30
  )"),
                        RelationKind::hierarchy),
              ElementsAre("1:1 = 3:1 + 6:1 ok", "3:1 = 5:1 ok"));
}

TEST(TotalRows, BothSidesOfATableBalance) {
  EXPECT_THAT(sentences(checked(R"(
    收入         | <      | 支出        | <
    项目         | 预算数  | 项目        | 预算数
    拨款收入      | 515.19 | 卫生健康支出 | 515.18
    本年收入合计   | 515.19 | 本年支出合计 | 515.18
    收入总计      | 515.19 | 支出总计    | 515.18
  )",
                                2),
                        RelationKind::balance),
              ElementsAre("3:3 = 3:1 FAILS", "4:3 = 4:1 FAILS"));
}

TEST(TotalRows, AssetsBalanceInEveryColumnOfOneName) {
  EXPECT_THAT(sentences(check(document_from({table_from(R"(
    资产     | 期末数       | 期初数       | 负债和净资产   | 期末数       | 期初数
    货币资金  | 1,004,330.12 | 900,100.10   | 应付账款      | 204,330.12  | 190,200.10
    固定资产  | 700,000.00   | 700,100.00   | 累计盈余      | 1,500,000.00 | 1,410,000.00
    资产总计  | 1,704,330.12 | 1,600,200.10 | 负债和净资产总计 | 1,704,330.12 | 1,600,200.10
  )",
                                                        1)})),
                        RelationKind::balance),
              ElementsAre("3:4 = 3:1 ok", "3:5 = 3:2 ok"));
}

TEST(TotalRows, UnrelatedTotalsDoNotBalance) {
  EXPECT_THAT(sentences(checked(R"(
    人员经费     | <    | 公用经费     | <
    项目        | 金额  | 项目        | 金额
    工资        | 6.00 | 办公费       | 1.25
    人员经费合计 | 6.00 | 公用经费合计 | 1.25
  )",
                                2),
                        RelationKind::balance),
              IsEmpty());
}

}  // namespace
}  // namespace crossfoot
