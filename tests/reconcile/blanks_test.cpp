#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> cross_table(std::vector<Table> tables) {
  return sentences(check(document_from(std::move(tables))), RelationKind::cross_table);
}

Table expenditure(const std::string& unit = "元") {
  return table_from(R"(
    科目编码 | 科目名称 | 一般性项目  | 民生配套项目 | 上级补助项目
    合计    | <       | 570,120.00 | 652,500.00 |
    2101301 | 医疗救助 | 230,000.00 | 252,500.00 |
    2101599 | 其他事务 | 340,120.00 | 400,000.00 |
  )",
                    1, unit);
}

Table projects(const std::string& upper) {
  return table_from(
      "科目编码 | 项目名称 | 一般性项目 | 民生配套项目 | 上级补助项目\n"
      "合计 | < | 570,120.00 | 652,500.00 | \n"
      "2101301 | 医疗救助 | 230,000.00 | 252,500.00 | " +
          upper +
          "\n"
          "2101599 | 其他事务 | 340,120.00 | 400,000.00 | \n",
      1);
}

TEST(Blanks, ABlankAgainstAFigureOfATableOfTheSameMakeIsTold) {
  EXPECT_THAT(cross_table({expenditure(), projects("335,320,000.00")}),
              Contains("t2/2:4 = 2:4 FAILS"));
}

TEST(Blanks, ABlankAgainstABlankOrAZeroIsNothing) {
  EXPECT_THAT(cross_table({expenditure(), projects("")}), Each(Not(HasSubstr(":4"))));
  EXPECT_THAT(cross_table({expenditure(), projects("0.00")}), Each(Not(HasSubstr(":4"))));
}

TEST(Blanks, AFigureThatARecogniserLostIsMissed) {
  EXPECT_THAT(cross_table({table_from(R"(
    编码    | 名称 | 基本支出     | 项目支出
    2080505 | 养老 | 320,636.32 | 61,940.19
    2080506 | 年金 |            | 12,345.60
    2101301 | 救助 | 134,515.47 | 98,765.00
  )",
                                      1),
                           table_from(R"(
    编码    | 名称 | 基本支出     | 项目支出
    2080505 | 养老 | 320,636.32 | 61,940.19
    2080506 | 年金 | 160,318.16 | 12,345.60
    2101301 | 救助 | 134,515.47 | 98,765.00
  )",
                                      1)}),
              Contains("t2/2:2 = 2:2 FAILS"));
}

TEST(Blanks, OneColumnInCommonMakesNoTablesOfOneMake) {
  EXPECT_THAT(cross_table({table_from(R"(
    编码    | 名称 | 基本支出     | 项目支出
    2080505 | 养老 | 320,636.32 |
    2080506 | 年金 | 160,318.16 |
  )",
                                      1),
                           table_from(R"(
    编码    | 名称 | 基本支出     | 项目支出
    2080505 | 养老 | 320,636.32 | 61,940.19
    2080506 | 年金 | 160,318.16 | 98,765.00
  )",
                                      1)}),
              Each(Not(HasSubstr(":3"))));
}

TEST(Blanks, AFigureInASmallerUnitMayRoundToNothing) {
  EXPECT_THAT(cross_table({table_from(R"(
    科目编码 | 科目名称 | 一般性项目 | 民生配套项目 | 上级补助项目
    合计    | <       | 57.01    | 65.25     |
    2101301 | 医疗救助 | 23.00    | 25.25     |
    2101599 | 其他事务 | 34.01    | 40.00     |
  )",
                                      1, "万元"),
                           projects("12.00")}),
              Each(Not(HasSubstr(":4"))));
}

}  // namespace
}  // namespace crossfoot
