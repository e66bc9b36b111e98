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

// Of a total printed by `by` too much, its parts surely read.
Verdict verdict_of(const std::string& total, std::vector<std::string> paragraphs) {
  const CheckResult result = check(document_from({table_from("项目 | 金额\n"
                                                             "甲 | 1,640.25\n"
                                                             "乙 | 2,000.31\n"
                                                             "合计 | " +
                                                                 total + "\n",
                                                             1)},
                                                 std::move(paragraphs)));
  EXPECT_EQ(result.summary.fail, 1);
  return *result.findings.front().verdict;
}

TEST(Verdicts, APrintedNoteExplainsADifferenceWithinTwiceTheTolerance) {
  for (const char* note :
       {"2.本套报表金额单位转换时可能存在尾数误差。", "部分合计数因四舍五入与分项之和不等。",
        "Figures may not sum due to rounding."}) {
    EXPECT_EQ(verdict_of("3,640.58", {note}), Verdict::rounding) << note;
    EXPECT_EQ(verdict_of("3,640.60", {note}), Verdict::source_error) << note;
  }
  EXPECT_EQ(verdict_of("3,640.58", {"本表反映部门本年度的总收支。"}), Verdict::source_error);
}

TEST(Verdicts, ANoteExplainsNothingThatOneFigureExplains) {
  const CheckResult result = check(document_from({table_from(R"(
    编码 | 名称 | 合计   | 人员   | 公用
    301 | 工资 | 512.73 | 512.73 |
    302 | 商品 | 38.01  |        | 38.02
    303 | 补助 | 914.11 | 914.11 |
    310 | 购置 | 66.47  |        | 66.47
  )",
                                                             1),
                                                  table_from(R"(
    编码 | 名称 | 基本支出
    301 | 工资 | 512.73
    302 | 商品 | 38.02
    303 | 补助 | 914.11
    310 | 购置 | 66.47
  )",
                                                             1)},
                                                 {"本套报表可能存在尾数误差。"}));
  EXPECT_EQ(result.summary.fail, 2);
  for (const Finding& finding : result.findings) {
    if (finding.holds) continue;
    EXPECT_NE(finding.verdict, Verdict::rounding) << finding.message;
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
  EXPECT_EQ(cell_at(result, 2, 1).status, CellStatus::suspect);
  EXPECT_EQ(cell_at(result, 3, 1).status, CellStatus::proved);
}

// The named culprit decides, however its neighbours were read.
TEST(Verdicts, ASurelyReadCulpritIsTheSourcesError) {
  const char* sums = R"(
    编码 | 名称 | 合计   | 人员   | 公用
    301 | 工资 | 512.73 | 512.73 |
    302 | 商品 | %s     | 11.00 ? | 38.02
    合计 | <   | 561.75 | 523.73 | 38.02
  )";
  const auto table = [&](const std::string& total) {
    std::string rows(sums);
    rows.replace(rows.find("%s"), 2, total);
    return check(document_from({table_from(rows, 1)}));
  };
  const CheckResult sure = table("94.02"), unsure = table("94.02 ?");
  ASSERT_EQ(sure.summary.fail, 2);
  for (const Finding& finding : sure.findings) {
    if (finding.holds) continue;
    EXPECT_EQ(finding.verdict, Verdict::source_error) << finding.message;
  }
  EXPECT_EQ(cell_at(sure, 2, 2).status, CellStatus::read);
  EXPECT_EQ(cell_at(unsure, 2, 2).status, CellStatus::suspect);
}

}  // namespace
}  // namespace crossfoot
