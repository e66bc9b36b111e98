#include "reconcile/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reconcile/reading_cost.h"
#include "reconcile/verify_repair.h"
#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::HasSubstr;

CheckResult checked(const std::string& rows, const CheckOptions& options = {}) {
  return check(document_from({table_from(rows, 1)}), options);
}

TEST(Repair, TakesTheRecognisersOwnAlternative) {
  const CheckResult result = checked(R"(
    项目 | 合计             | 基本支出  | 项目支出
    合计 | 3,640.00        | 2,140.00 | 1,500.00
    甲   | 1,640.00 ? 1,840.00 | 1,340.00 | 500.00
    乙   | 1,800.00        | 800.00   | 1,000.00
  )");
  EXPECT_EQ(cell_at(result, 2, 1).text, "1,840.00");
  EXPECT_EQ(cell_at(result, 2, 1).status, CellStatus::repaired);
  EXPECT_EQ(cell_at(result, 2, 1).read_as, "1,640.00");
  EXPECT_THAT(*cell_at(result, 2, 1).why, HasSubstr("restores 2 relations"));
  EXPECT_EQ(result.summary.fail, 0);
}

TEST(Repair, FindsAPlausibleSlipThatTwoSumsAskFor) {
  const CheckResult result = checked(R"(
    项目 | 合计        | 基本支出  | 项目支出
    合计 | 3,640.00   | 2,140.00 | 1,500.00
    甲   | 1,640.00 ? | 1,340.00 | 500.00
    乙   | 1,800.00   | 800.00   | 1,000.00
  )");
  EXPECT_EQ(cell_at(result, 2, 1).text, "1,840.00");
}

TEST(Repair, GuessesNothingWhereSeveralChangesWouldDo) {
  const CheckResult result = checked(R"(
    项目 | 金额
    合计 | 3,840.00 ?
    甲   | 1,640.00 ?
    乙   | 2,000.00 ?
  )");
  EXPECT_EQ(result.summary.repaired, 0);
  EXPECT_EQ(result.summary.suspect, 3);
}

TEST(Repair, LeavesWhatIsSurelyReadToTheSource) {
  const CheckResult result = checked(R"(
    项目 | 合计      | 基本支出  | 项目支出
    合计 | 3,640.00 | 2,140.00 | 1,500.00
    甲   | 1,640.00 | 1,340.00 | 500.00
    乙   | 1,800.00 | 800.00   | 1,000.00
  )");
  EXPECT_EQ(cell_at(result, 2, 1).text, "1,640.00");
  EXPECT_EQ(result.summary.repaired, 0);
  EXPECT_EQ(result.summary.fail, 2);
  for (const Finding& finding : result.findings) {
    if (finding.holds) continue;
    EXPECT_EQ(finding.verdict, Verdict::source_error);
  }
}

TEST(Repair, CanBeSwitchedOff) {
  const CheckResult result = checked(R"(
    项目 | 合计                 | 基本支出  | 项目支出
    合计 | 3,640.00            | 2,140.00 | 1,500.00
    甲   | 1,640.00 ? 1,840.00 | 1,340.00 | 500.00
    乙   | 1,800.00            | 800.00   | 1,000.00
  )",
                                     {false, {}});
  EXPECT_EQ(cell_at(result, 2, 1).text, "1,640.00");
  EXPECT_EQ(cell_at(result, 2, 1).status, CellStatus::suspect);
}

// A point and a comma are one dot apart.
TEST(Repair, APointReadForACommaIsAMisreading) {
  const CheckResult result = checked(R"(
    项目 | 合计       | 基本支出    | 项目支出
    合计 | 4,840      | 3,340      | 1,500
    甲   | 1.840 ?    | 1,340      | 500
    乙   | 3,000      | 2,000      | 1,000
  )");
  EXPECT_EQ(cell_at(result, 2, 1).amount, parse_amount("1,840"));
  EXPECT_EQ(cell_at(result, 2, 1).status, CellStatus::repaired);
  EXPECT_EQ(cell_at(result, 2, 1).read_as, "1.840");
}

TEST(Repair, ACommaReadForAPointIsAMisreading) {
  // Nobody prints 1,840,25, so that a sure recogniser is no argument.
  for (const char* confidence : {"?", ""}) {
    const CheckResult result = checked(R"(
    项目 | 合计      | 基本支出  | 项目支出
    合计 | 3,640.25 | 2,140.00 | 1,500.25
    甲   | 1,840,25 )" + std::string(confidence) +
                                       R"( | 1,340.00 | 500.25
    乙   | 1,800.00 | 800.00   | 1,000.00
  )");
    EXPECT_EQ(cell_at(result, 2, 1).text, "1,840.25");
    EXPECT_EQ(cell_at(result, 2, 1).status, CellStatus::repaired);
  }
}

TEST(Repair, SeparatorsInNoOrderAreSetInOrderOnceASumProvesThem) {
  for (const char* read : {"1.234.640.05", "1.234,640.05", "1,234.640,05"}) {
    const CheckResult result = checked("项目 | 金额\n合计 | 1,236,640.05\n甲 | " +
                                       std::string(read) + " ?\n乙 | 2,000.00\n");
    EXPECT_EQ(cell_at(result, 2, 1).text, "1,234,640.05") << read;
    EXPECT_EQ(cell_at(result, 2, 1).status, CellStatus::repaired) << read;
    EXPECT_EQ(cell_at(result, 2, 1).read_as, read);
  }
  const CheckResult unproved =
      checked("项目 | 金额\n合计 | 999,000.00\n甲 | 1.234.640.05 ?\n乙 | 2,000.00\n");
  EXPECT_EQ(cell_at(unproved, 2, 1).text, "1.234.640.05");
  EXPECT_EQ(cell_at(unproved, 2, 1).status, CellStatus::suspect);
}

TEST(Repair, LettersInAFigureAreDigitsOnceASumProvesThem) {
  const CheckResult result = checked(R"(
    项目 | 金额
    合计 | 3,640.05
    甲   | l,64O.05 ?
    乙   | 2,000.00
    丙   | 5O1 ?
  )");
  EXPECT_EQ(cell_at(result, 2, 1).text, "l,64O.05");  // 501 of 丙 breaks the sum
  const CheckResult proved = checked(R"(
    项目 | 金额
    合计 | 3,640.05
    甲   | l,64O.05 ?
    乙   | 2,000.00
  )");
  EXPECT_EQ(cell_at(proved, 2, 1).text, "1,640.05");
  EXPECT_EQ(cell_at(proved, 2, 1).status, CellStatus::repaired);
}

TEST(Repair, ADateIsNoGarbledFigure) {
  const CheckResult result = checked(R"(
    项目 | 金额       | 起始时间
    甲   | 1,640.00  | 2020.1.1 ?
    乙   | 2,000.00  | 2020.12.31 ?
    合计 | 3,640.00  |
  )");
  EXPECT_EQ(cell_at(result, 1, 2).status, CellStatus::read);
  EXPECT_EQ(cell_at(result, 2, 2).status, CellStatus::read);
}

TEST(ReadingCost, PrintsAnAmountTheWayItsModelIsPrinted) {
  EXPECT_EQ(printed_like("1,640.00", *parse_amount("1840.00")), "1,840.00");
  EXPECT_EQ(printed_like("1640", *parse_amount("1840")), "1840");
  EXPECT_EQ(printed_like("(1,640)", *parse_amount("-1840")), "(1,840)");
  EXPECT_EQ(printed_like("£16", *parse_amount("-18")), "-£18");
}

TEST(ReadingCost, ASureReadingHasNoSlips) {
  Cell cell;
  cell.text = "1,640.00";
  cell.amount = parse_amount(cell.text);
  cell.confidence = 0.99;
  EXPECT_FALSE(reading_of(cell, *parse_amount("1,840.00")));
  cell.confidence = 0.8;
  EXPECT_TRUE(reading_of(cell, *parse_amount("1,840.00")));
  EXPECT_FALSE(reading_of(cell, *parse_amount("9,317.20")));
  EXPECT_FALSE(reading_of(cell, *parse_amount("1,640.01")));  // sources round so far
}

TEST(VerifyRepair, RefusesWhatTheTextsDoNotBearOut) {
  TableDocument document = document_from({table_from(R"(
    项目 | 金额
    合计 | （3,840.00）
    甲   | -1,840.00
    乙   | △2,000.00
  )",
                                                     1)});
  const Relation sum{RelationKind::column_sum,
                     Strength::hard,
                     Form::sum,
                     CellRef{0, 1, 1},
                     {{CellRef{0, 2, 1}, 1, false}, {CellRef{0, 3, 1}, 1, false}},
                     ""};
  Cell& cell = document.tables[0].cells[5];
  ASSERT_EQ(cell.text, "-1,840.00");
  EXPECT_TRUE(repair_defect(document, {0, 2, 1}, {sum}));  // nothing says what was read
  cell.read_as = "-1,640.00";
  EXPECT_FALSE(repair_defect(document, {0, 2, 1}, {sum}));
  cell.text = "-1,940.00";
  EXPECT_TRUE(repair_defect(document, {0, 2, 1}, {sum}));
}

}  // namespace
}  // namespace crossfoot
