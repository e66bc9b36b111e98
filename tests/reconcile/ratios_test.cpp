#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Ratios, RatesOfExecutionAndTheirScores) {
  const CheckResult result = check(document_from({table_from(R"(
    项目   | 年初预算数    | 调整预算数    | 全年执行数    | 执行率 | 执行率权重 | 执行率得分
    财政   | 62,015,542.50 | 40,684,306.05 | 39,256,606.05 | 96.49 | 10.00 | 9.65
    一般   | 1,736,669.00 | 399,657.09   | 399,657.09   | 100   | 10.00   | 10.00
  )",
                                                             1)}));
  EXPECT_THAT(sentences(result, RelationKind::ratio),
              ElementsAre("1:4 = 1:3 + /1:2 ok", "2:4 = 2:3 + /2:2 ok"));
  EXPECT_THAT(sentences(result, RelationKind::score),
              ElementsAre("1:6 = 1:5 + 1:4 ok", "2:6 = 2:5 + 2:4 ok"));
}

TEST(Ratios, DeviationsAreDistancesFromTheTarget) {
  const CheckResult result = check(document_from({table_from(R"(
    指标名称 | 指标值 | 全年完成值 | 偏离度(%) | 得分系数(%) | 指标权重 | 指标得分
    参保人数 | 65    | 64        | 1.54     | 84.6       | 20      | 16.92
    覆盖率  | 95    | 96        | 1.05     | 100        | 20      | 20
    满意度  | 80    | 85        | 6.25     | 100        | 20      | 20
  )",
                                                             1)}));
  EXPECT_THAT(sentences(result, RelationKind::ratio),
              ElementsAre("1:3 = - 1:2 + 1:1 + /1:1 ok", "2:3 = 2:2 - 2:1 + /2:1 ok",
                          "3:3 = 3:2 - 3:1 + /3:1 ok"));
  EXPECT_EQ(sentences(result, RelationKind::score).size(), 3U);
}

TEST(Ratios, TheTotalScoreIsTheSumOfTheScores) {
  const auto scores = [](const std::string& form) {
    return sentences(check(document_from({table_from(form, 0)})), RelationKind::score);
  };
  EXPECT_THAT(scores(R"(
    项目名称 | 医疗救助 | 自评总分 | 96.25
    一级指标 | 三级指标 | 指标权重 | 指标得分
    产出    | 数量    | 20     | 18.5
    产出    | 质量    | 30     | 30
    效益    | 社会    | 50     | 47.75
  )"),
              ElementsAre("0:3 = 2:3 + 3:3 + 4:3 ok"));
  // A weight without its score: what the total adds is not printed.
  EXPECT_THAT(scores(R"(
    项目名称 | 医疗救助 | 自评总分 | 96.25
    一级指标 | 三级指标 | 指标权重 | 指标得分
    产出    | 数量    | 20     | 18.5
    产出    | 质量    | 30     |
    效益    | 社会    | 50     | 47.75
  )"),
              IsEmpty());
}

TEST(Ratios, ATotalUnderScoresSumsItsColumn) {
  EXPECT_THAT(sentences(check(document_from({table_from(R"(
    一级指标 | 三级指标 | 权重 | 得分
    产出    | 数量    | 20  | 18.5
    产出    | 质量    | 80  | 76
    总分    | <      | 100 | 95.5
  )",
                                                        1)})),
                        RelationKind::score),
              ElementsAre("3:2 = 1:2 + 2:2 ok", "3:3 = 1:3 + 2:3 FAILS"));
}

TEST(Ratios, RatesReckonedAnotherWayAreNotClaimed) {
  EXPECT_THAT(sentences(check(document_from({table_from(R"(
    项目 | 预算数  | 执行数 | 执行率
    甲   | 100.00 | 50.00 | 40
    乙   | 200.00 | 50.00 | 20
  )",
                                                        1)})),
                        RelationKind::ratio),
              IsEmpty());
}

}  // namespace
}  // namespace crossfoot
