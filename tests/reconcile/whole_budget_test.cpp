#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

std::vector<std::string> cross_table(std::vector<Table> tables) {
  return sentences(check(document_from(std::move(tables))), RelationKind::cross_table);
}

Table balance(const std::string& unit = "万元") {
  return table_from(R"(
    收入         | <      | 支出         | <
    项目         | 预算数  | 项目         | 预算数
    拨款收入      | 515.19 | 卫生健康支出   | 476.33
    其他收入      |        | 社会保障支出   | 38.86
    收入总计      | 515.19 | 支出总计      | 515.19
  )",
                    2, unit);
}

Table form(const std::string& field, const std::string& amount, const std::string& unit = "万元") {
  Table table = table_from(
      "部门名称 | 医保局 | " + field + " | " + amount + "\n" + "年度目标 | 保障运转 | < | <\n", 0,
      unit);
  table.title = "部门整体绩效目标表";
  return table;
}

TEST(WholeBudget, AFormAboutTheWholeDepartmentStatesTheBalancesTotal) {
  EXPECT_THAT(cross_table({balance(), form("资金总额", "515.19")}),
              ElementsAre("4:1 = t2/0:3 ok", "4:3 = t2/0:3 ok"));
}

TEST(WholeBudget, AFormThatStatesAnotherAmountIsTold) {
  EXPECT_THAT(cross_table({balance(), form("预算支出总量(元)", "4,851,900.00")}),
              ElementsAre("4:3 = t2/0:3 FAILS"));
}

TEST(WholeBudget, AFormAboutOneProjectIsNot) {
  Table project = form("资金总额(元)", "4,851,900.00");
  project.title = "项目绩效目标表";
  EXPECT_THAT(cross_table({balance(), project}), IsEmpty());
}

TEST(WholeBudget, AFormWithoutAUnitIsInTheBalances) {
  EXPECT_THAT(cross_table({balance(), form("资金总额", "515.19", "")}),
              ElementsAre("4:1 = t2/0:3 ok", "4:3 = t2/0:3 ok"));
}

TEST(WholeBudget, AmountsMayStandBelowTheirFields) {
  Table table = table_from(R"(
    整体支出绩效目标表    | <       | <
    年度部门整体支出预算  | 资金总额 | 财政拨款
    ^                   | 515.19  | 515.19
  )",
                           0, "万元");
  EXPECT_THAT(cross_table({balance(), table}), Contains("4:3 = t2/2:1 ok"));
}

// The projects of a department: personnel 300.00, running 38.02, targeted 177.17.
Table projects(const std::string& whole, const std::string& wages = "210.19") {
  return table_from(
      "单位名称 | 项目名称 | 预算数\n"
      "320-医疗保障 | | " +
          whole +
          "\n"
          "医保局 | 51110221R000000073179-工资性支出 | " +
          wages +
          "\n"
          "医保局 | 51110221R000000073184-单位缴费 | 89.81\n"
          "医保局 | 51110221Y000000047160-公车改革补贴 | 38.02\n"
          "医保局 | 51110222T000000270913-离休人员医疗费用 | 97.17\n"
          "医保局 | 51110222T000000270928-老干部医疗补助 | 80.00\n",
      1, "万元");
}

Table by_class() {
  return table_from(R"(
    项目 | 合计   | 人员经费 | 公用经费 | 项目支出
    合计 | 515.19 | 300.00  | 38.02   | 177.17
  )",
                    1, "万元");
}

TEST(WholeBudget, ProjectsOfOneClassMakeWhatOtherTablesNameSo) {
  EXPECT_THAT(
      cross_table({by_class(), projects("515.19")}),
      IsSupersetOf({"1:2 = t2/2:2 + t2/3:2 ok", "1:3 = t2/4:2 ok", "1:4 = t2/5:2 + t2/6:2 ok"}));
}

TEST(WholeBudget, AListOfAllClassesIsTheWholeBudget) {
  const CheckResult result = check(document_from({balance(), by_class(), projects("516.84")}));
  EXPECT_THAT(sentences(result, RelationKind::cross_table), Contains("4:3 = t3/1:2 FAILS"));
  EXPECT_THAT(sentences(result, RelationKind::column_sum),
              Contains("t3/1:2 = t3/2:2 + t3/3:2 + t3/4:2 + t3/5:2 + t3/6:2 FAILS"));
}

TEST(WholeBudget, AWrongAmountOfAProjectFailsTheSumsItStandsIn) {
  const CheckResult result = check(document_from({by_class(), projects("515.19", "270.19")}));
  EXPECT_THAT(sentences(result, RelationKind::cross_table),
              IsSupersetOf({"1:2 = t2/2:2 + t2/3:2 FAILS", "1:3 = t2/4:2 ok"}));
}

TEST(WholeBudget, CodesWhoseSumsAgreeWithNothingClaimNothing) {
  const Table others = table_from(R"(
    项目 | 合计   | 人员经费 | 公用经费 | 项目支出
    合计 | 911.11 | 700.11  | 61.00   | 150.00
  )",
                                  1, "万元");
  EXPECT_THAT(cross_table({others, projects("516.84")}), IsEmpty());
}

}  // namespace
}  // namespace crossfoot
