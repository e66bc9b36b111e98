#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> row_sums(const Table& table) {
  return sentences(check(document_from({table})), RelationKind::row_sum);
}

TEST(RowSums, ATotalColumnSumsItsSiblings) {
  EXPECT_THAT(row_sums(table_from(R"(
    项目  | 合计  | 基本支出 | 项目支出
    甲    | 5.00  | 2.00    | 3.00
    乙    | 4.00  | 4.00    |
    丙    | 9.00  | 5.00    | 3.00
  )",
                                  1)),
              ElementsAre("1:1 = 1:2 + 1:3 ok", "2:1 = 2:2 ok", "3:1 = 3:2 + 3:3 FAILS"));
}

TEST(RowSums, AGroupCountsByItsOwnTotal) {
  EXPECT_THAT(row_sums(table_from(R"(
    项目 | 合计   | 基本支出 | 项目支出 | <    | <
    ^   | ^     | ^       | 小计    | 一般  | 民生
    甲   | 60.00 | 10.00   | 50.00  | 20.00 | 30.00
  )",
                                  2)),
              ElementsAre("2:1 = 2:2 + 2:3 ok", "2:3 = 2:4 + 2:5 ok"));
}

TEST(RowSums, PartsOfWhichAreNoAddends) {
  EXPECT_THAT(row_sums(table_from(R"(
    项目 | 合计   | 事业收入 | <           | 其他收入
    ^   | ^     | 金额     | 其中：教育收费 | ^
    甲   | 30.00 | 20.00   | 5.00        | 10.00
  )",
                                  2)),
              ElementsAre("2:1 = 2:2 + 2:4 ok"));
}

TEST(RowSums, SideBySideYearsHaveTheirOwnTotals) {
  EXPECT_THAT(row_sums(table_from(R"(
    2020年 | <    | <    | 2021年 | <    | <
    合计   | 甲    | 乙    | 合计    | 甲    | 乙
    3.10  | 1.00 | 2.10 | 5.20   | 2.00 | 3.20
  )",
                                  2)),
              ElementsAre("2:0 = 2:1 + 2:2 ok", "2:3 = 2:4 + 2:5 ok"));
}

TEST(RowSums, ATotalMayStandLast) {
  EXPECT_THAT(row_sums(table_from(R"(
           | Land  | Plant | Total
    Cost   | 4,810 | 5,350 | 10,160
  )",
                                  1, "£")),
              ElementsAre("1:3 = 1:2 + 1:1 ok"));
}

TEST(RowSums, AGuessThatMostRowsContradictIsDropped) {
  EXPECT_THAT(row_sums(table_from(R"(
    项目 | 合计   | 数量   | 单价
    甲   | 60.00 | 3.00  | 20.00
    乙   | 70.00 | 7.00  | 10.00
    丙   | 90.00 | 9.00  | 10.00
  )",
                                  1)),
              IsEmpty());
}

TEST(RowSums, ALastColumnWithoutAWordSumsTheOthersWhereAllRowsSaySo) {
  EXPECT_THAT(row_sums(table_from(R"(
                | UK GAAP     | Effect of transition | FRS 102
    Intangible  | 60,000      | -                    | 60,000
    Tangible    | 4,288,777   | 12,300               | 4,301,077
    Creditors   | (4,557,641) | -                    | (4,557,641)
    Retained    | 4,878,994   | 5,900                | 4,884,894
    Provisions  | (79,603)    | (18,200)             | (97,808)
  )",
                                  1)),
              ElementsAre("1:3 = 1:1 ok", "2:3 = 2:1 + 2:2 ok", "3:3 = 3:1 ok",
                          "4:3 = 4:1 + 4:2 ok", "5:3 = 5:1 + 5:2 FAILS"));
}

TEST(RowSums, TwoEqualColumnsBesideABlankOneAreNoSum) {
  EXPECT_THAT(row_sums(table_from(R"(
    项目 | 年初预算数 | 调整数 | 执行数
    甲   | 60,123.00 |       | 60,123.00
    乙   | 42,887.77 |       | 42,887.77
    丙   | 45,576.41 |       | 45,576.41
    丁   | 48,789.94 |       | 48,789.94
  )",
                                  1)),
              IsEmpty());
}

}  // namespace
}  // namespace crossfoot
