#include "reconcile/verdicts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

TEST(Verdicts, ATotalThatMissesItsOnlyPartByOneLastDigitIsAFinding) {
  const CheckResult result = check(document_from({table_from(R"(
    编码 | 名称 | 合计  | 人员  | 公用
    301 | 工资 | 5.00  | 5.00  |
    302 | 商品 | 38.01 |       | 38.02
  )",
                                                             1)}));
  EXPECT_EQ(result.summary.fail, 1);
}

// All parts of 302 make 38.02, so no rounding of parts makes 38.01 of it.
TEST(Verdicts, OneFigureThatMissesItsOnlyPartIsNoRounding) {
  const CheckResult result = check(document_from({table_from(R"(
    编码   | 名称  | 合计  | 人员 | 公用
    301   | 工资  | 5.00  | 5.00 |
    302   | 商品  | 38.01 |      | 38.02
    30201 | 办公费 | 30.01 |      | 30.01
    30202 | 印刷费 | 8.01  |      | 8.01
  )",
                                                             1)}));
  ASSERT_EQ(result.summary.fail, 1);
  for (const Finding& finding : result.findings) {
    if (finding.holds) continue;
    EXPECT_EQ(finding.verdict, Verdict::source_error);
  }
}

TEST(Verdicts, TwoSumsOfRoundedPartsMayDifferByTheirRounding) {
  const CheckResult result = check(document_from({table_from(R"(
    收入         | <         | 支出        | <
    项目         | 预算数     | 项目        | 预算数
    拨款         | 11,106.75 | 社保        | 26.90
    结转         | 310.01    | 卫生健康     | 11,376.01
                |           | 住房        | 13.84
    收入总计      | 11,416.76 | 支出总计    | 11,416.75
  )",
                                                             2)}));
  ASSERT_EQ(result.summary.fail, 1);
  for (const Finding& finding : result.findings) {
    if (finding.holds) continue;
    EXPECT_EQ(finding.verdict, Verdict::rounding);
  }
}

TEST(Verdicts, AFigureInASumThatHoldsIsProved) {
  const CheckResult result = check(document_from({table_from(R"(
    项目 | 金额
    合计 | 3,640.00
    甲   | 1,640.00 ?
    乙   | 2,000.00
  )",
                                                             1)}));
  EXPECT_EQ(result.summary.proved, 3);
  EXPECT_EQ(result.summary.covered, 3);
}

TEST(Verdicts, AnUnsureFigureIsNotProvedByASumThatOnlyNearlyHolds) {
  const CheckResult result = check(document_from({table_from(R"(
    项目 | 金额
    合计 | 3,640.01
    甲   | 1,640.00 ?
    乙   | 2,000.00
  )",
                                                             1)}));
  EXPECT_EQ(result.summary.fail, 0);
  EXPECT_EQ(cell_at(result, 2, 1).status, CellStatus::read);
  EXPECT_EQ(cell_at(result, 3, 1).status, CellStatus::proved);
}

}  // namespace
}  // namespace crossfoot
