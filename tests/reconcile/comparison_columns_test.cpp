#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CheckResult checked(const std::string& rows) { return check(document_from({table_from(rows, 1)})); }

TEST(ComparisonColumns, ADifferenceOfTwoYears) {
  EXPECT_THAT(sentences(checked(R"(
    项目 | 2019年决算数 | 2020年预算数 | 比上年增减额
    社保 | 640.00      | 604.00      | -36.00
    卫生 | 1,000.00    | 1,208.00    | 208.00
    住房 | 200.00      |             | -200.00
  )"),
                        RelationKind::row_sum),
              ElementsAre("1:3 = 1:2 - 1:1 ok", "2:3 = 2:2 - 2:1 ok", "3:3 = - 3:1 ok"));
}

TEST(ComparisonColumns, GrowthIsOnTheColumnBefore) {
  EXPECT_THAT(sentences(checked(R"(
    项目 | 上年决算数 | 本年决算数 | 增减%
    社保 | 640.00    | 604.00    | -5.63
    卫生 | 1,000.00  | 1,208.00  | 20.80
  )"),
                        RelationKind::ratio),
              ElementsAre("1:3 = 1:2 + /1:1 - 1:1 ok", "2:3 = 2:2 + /2:1 - 2:1 ok"));
}

TEST(ComparisonColumns, CompletionOfTheBudget) {
  EXPECT_THAT(sentences(checked(R"(
    项目 | 年初预算数 | 决算数   | 完成预算%
    社保 | 640.00    | 604.00   | 94.38
    卫生 | 1,000.00  | 1,208.00 | 120.80
  )"),
                        RelationKind::ratio),
              ElementsAre("1:3 = 1:2 + /1:1 ok", "2:3 = 2:2 + /2:1 ok"));
}

TEST(ComparisonColumns, SharesAreOfTheTotalRow) {
  EXPECT_THAT(sentences(checked(R"(
    项目 | 决算数    | 占比(%)
    合计 | 1,812.00 | 100.00
    社保 | 604.00   | 33.33
    卫生 | 1,008.00 | 55.63
    住房 | 200.00   | 11.40
  )"),
                        RelationKind::ratio),
              ElementsAre("2:2 = 2:1 + /1:1 ok", "3:2 = 3:1 + /1:1 ok", "4:2 = 4:1 + /1:1 FAILS"));
}

TEST(ComparisonColumns, ColumnsThatMostRowsContradictAreNotClaimed) {
  EXPECT_THAT(sentences(checked(R"(
    项目 | 2019年决算数 | 2020年预算数 | 增减额
    社保 | 640.00      | 604.00      | 12.00
    卫生 | 1,000.00    | 1,208.00    | 208.00
    住房 | 200.00      | 231.00      | 30.00
  )"),
                        RelationKind::row_sum),
              IsEmpty());
}

}  // namespace
}  // namespace crossfoot
