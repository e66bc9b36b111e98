#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> cross_table(std::vector<Table> tables) {
  return sentences(check(document_from(std::move(tables))), RelationKind::cross_table);
}

TEST(CrossTable, OneCodeInTwoTablesIsOneFigure) {
  EXPECT_THAT(
      cross_table({table_from(R"(
    编码    | 名称 | 合计
    2080505 | 养老 | 320,636.32
    2080506 | 年金 | 160,318.16
    2101101 | 医疗 | 61,940.19
    2101301 | 救助 | 10,000,000.00
  )",
                              1),
                   table_from(R"(
    编码    | 名称 | 基本支出
    2080505 | 养老 | 320,636.32
    2080506 | 年金 | 160,318.16
    2101101 | 医疗 | 61,940.79
    2101301 | 救助 | 10,000,000.00
  )",
                              1)}),
      ElementsAre("1:2 = t2/1:2 ok", "2:2 = t2/2:2 ok", "3:2 = t2/3:2 FAILS", "4:2 = t2/4:2 ok"));
}

TEST(CrossTable, UnitsAreTakenIntoAccount) {
  EXPECT_THAT(cross_table({table_from(R"(
    项目 | 金额
    合计 | 17,800,310.13
    社会保障和就业支出 | 375,937.68
    卫生健康支出 | 17,424,372.45
  )",
                                      1, "元"),
                           table_from(R"(
    项目 | 金额
    社会保障和就业支出 | 37.59
    卫生健康支出 | 1,742.44
  )",
                                      1, "万元")}),
              ElementsAre("2:1 = t2/1:1 ok", "3:1 = t2/2:1 ok"));
}

TEST(CrossTable, ProjectsOfACodeAreAdded) {
  EXPECT_THAT(cross_table({table_from(R"(
    编码    | 名称 | 项目支出
    2101599 | 其他 | 2,795,000.00
    2101301 | 救助 | 1,234,567.00
  )",
                                      1),
                           table_from(R"(
    科目编码 | 项目名称 | 金额
    2101599 | 补贴    | 355,000.00
    2101599 | 检查    | 2,440,000.00
    2101301 | 救助金  | 1,234,567.00
  )",
                                      1)}),
              Contains("1:2 = t2/1:2 + t2/2:2 ok"));
}

TEST(CrossTable, ColumnsThatDisagreeAreDifferentQuantities) {
  EXPECT_THAT(cross_table({table_from(R"(
    编码    | 名称 | 2020年预算数
    2080505 | 养老 | 192,130.56
    2080506 | 年金 | 96,065.28
  )",
                                      1),
                           table_from(R"(
    编码    | 名称 | 2021年预算数
    2080505 | 养老 | 250,625.12
    2080506 | 年金 | 125,312.56
  )",
                                      1)}),
              IsEmpty());
}

TEST(CrossTable, AWordLeftOutInsideALabelIsNoOtherItem) {
  EXPECT_THAT(cross_table({table_from(R"(
    项目       | 预算数
    工会经费    | 27,618.03
    行政单位医疗 | 44,012.75
    住房公积金  | 285,711.04
  )",
                                      1),
                           table_from(R"(
    项目名称  | 金额
    工会费   | 27,618.03
    行政医疗  | 44,012.75
    住房公积金 | 285,711.04
  )",
                                      1)}),
              ElementsAre("1:1 = t2/1:1 ok", "2:1 = t2/2:1 ok", "3:1 = t2/3:1 ok"));
}

TEST(CrossTable, TheClassificationsByFunctionAndByNatureMeet) {
  EXPECT_THAT(cross_table({table_from(R"(
    编码    | 名称      | 基本支出
    2101101 | 行政医疗费 | 4.40
    2101102 | 事业医疗费 | 8.07
    2210201 | 住房公积金 | 28.57
  )",
                                      1),
                           table_from(R"(
    编码  | 名称     | 合计
    30110 | 医疗保险 | 12.47
    30113 | 公积金   | 28.57
  )",
                                      1)}),
              ElementsAre("3:2 = t2/2:2 ok", "t2/1:2 = 1:2 + 2:2 ok"));
}

TEST(CrossTable, PaymentsOfProjectsArePartsOfTheirEconomicCode) {
  EXPECT_THAT(cross_table({table_from(R"(
    编码  | 名称            | 合计
    30112 | 其他社会保障缴费 | 1.46
    30113 | 住房公积金      | 28.57
    30239 | 其他交通费用    | 4.92
  )",
                                      1),
                           table_from(R"(
    项目名称                              | 预算数
    51110221R000000074941-【行政工伤保险】 | 0.65
    51110221R000000154089-【事业工伤保险】 | 0.81
    51110221R000000074944-【住房公积金】   | 28.57
    51110221Y000000047160-公车改革补贴     | 4.92
  )",
                                      1)}),
              ElementsAre("1:2 = t2/1:1 + t2/2:1 ok", "2:2 = t2/3:1 ok", "3:2 = t2/4:1 ok"));
}

TEST(CrossTable, AClassIsTheSumOfItsCodesElsewhere) {
  EXPECT_THAT(cross_table({table_from(R"(
    项目               | 预算数
    社会保障和就业支出   | 38.86
    住房保障支出        | 28.57
  )",
                                      1, "万元"),
                           table_from(R"(
    编码    | 名称 | 合计
    2080505 | 养老 | 25.91
    2080506 | 年金 | 12.95
    2210201 | 住房 | 28.57
  )",
                                      1, "万元")}),
              ElementsAre("1:1 = t2/1:2 + t2/2:2 ok", "2:1 = t2/3:2 ok"));
}

TEST(CrossTable, ATitleNamesItsTablesTotal) {
  Table titled = table_from(R"(
    项目 | 合计
    合计 | 515.19
    教育 | 500.00
    医疗 | 15.19
  )",
                            1);
  titled.title = "一般公共预算支出预算表";
  EXPECT_THAT(cross_table({table_from(R"(
    项目 | 合计   | 一般公共预算 | 政府性基金预算
    合计 | 700.00 | 515.19     | 184.81
  )",
                                      1),
                           titled}),
              Contains("1:2 = t2/1:1 ok"));
}

TEST(CrossTable, AHeadingOverAllRowsIsTheirTotal) {
  EXPECT_THAT(cross_table({table_from(R"(
    项目         | 预算数
    一、本年支出   | 515.19
    社会保障支出   | 38.86
    卫生健康支出   | 476.33
  )",
                                      1),
                           table_from(R"(
    项目         | 预算数
    社会保障支出   | 38.86
    卫生健康支出   | 476.33
    合计         | 515.19
  )",
                                      1)}),
              Contains("1:1 = t2/3:1 ok"));
}

TEST(CrossTable, AFigureAgreesInNoMoreDigitsThanTheCoarserOneHas) {
  EXPECT_THAT(cross_table({table_from(R"(
    项目 | 公务接待费
    合计 | 6.56
  )",
                                      1),
                           table_from(R"(
    项目 | 办公设备
    合计 | 7
  )",
                                      1)}),
              IsEmpty());
}

TEST(CrossTable, TotalsOfColumnsThatShareFewItemsNeedNotAgree) {
  EXPECT_THAT(cross_table({table_from(R"(
    编码    | 名称 | 合计
    2080505 | 养老 | 320,636.32
    2080506 | 年金 | 160,318.16
    2101101 | 医疗 | 61,940.19
    2130101 | 项 | 21.17
    2130102 | 项 | 22.17
    2130103 | 项 | 23.17
    2130104 | 项 | 24.17
    2130105 | 项 | 25.17
    2130106 | 项 | 26.17
    合计    | <   | 543,016.69
  )",
                                      1),
                           table_from(R"(
    编码    | 名称 | 合计
    2080505 | 养老 | 320,636.32
    2080506 | 年金 | 160,318.16
    2101101 | 医疗 | 61,940.19
    2120101 | 项 | 41.17
    2120102 | 项 | 42.17
    2120103 | 项 | 43.17
    2120104 | 项 | 44.17
    2120105 | 项 | 45.17
    2120106 | 项 | 46.17
    合计    | <   | 543,136.69
  )",
                                      1)}),
              ElementsAre("1:2 = t2/1:2 ok", "2:2 = t2/2:2 ok", "3:2 = t2/3:2 ok"));
}

}  // namespace
}  // namespace crossfoot
