#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> cross_table(std::vector<Table> tables) {
  return sentences(check(document_from(std::move(tables))), RelationKind::cross_table);
}

Table whole_form(const std::string& rows) {
  Table table = table_from("一级指标 | 三级指标 | 指标值\n" + rows, 1, "万元");
  table.title = "整体支出绩效目标申报表";
  return table;
}

Table project_indicators() {
  return table_from(R"(
    项目名称 | 三级指标       | 指标性质 | 指标值 | 度量单位
    运转经费 | 保障运转部门数量 | =      | 3     | 个
    ^      | 差旅人次       | ≥      | 700   | 人次
    ^      | 保障及时率      | =      | 100   | %
    离休医疗 | 离退休干部报账人次 | ≥     | 50    | 人次
  )",
                    1, "万元");
}

TEST(Indicators, CountsOfTheWholeFormAreThoseOfTheProjects) {
  EXPECT_THAT(cross_table({project_indicators(), whole_form(R"(
    产出指标 | 保障运转部门数量  | =3个
    产出指标 | 离退休干部报账人次 | ≥50人次
  )")}),
              ElementsAre("1:3 = t2/1:2 ok", "4:3 = t2/2:2 ok"));
}

TEST(Indicators, AnItemNamedALittleDifferentlyIsFoundByItsAmount) {
  Table form = table_from(R"(
    项目名称      | 2020年离休现役军人及伤残军人医疗费用
    资金总额(万元) | 80
  )",
                          0, "");
  EXPECT_THAT(cross_table({table_from(R"(
    项目名称                       | 金额
    2020年离休人员及现役军人医疗费用 | 800,000.00
    2020年城乡居民医疗保险区级补贴   | 800,000.00
    医保网络及设备维护费            | 40,000.00
  )",
                                      1),
                           form}),
              ElementsAre("1:1 = t2/1:1 ok"));
}

TEST(Indicators, ACostIsThatOfTheProjectOfAnAlikeName) {
  EXPECT_THAT(cross_table({table_from(R"(
    单位名称（科目）        | 金额
    离休人员医疗费用        | 80.00
    建国初期老干部医疗补助  | 80.00
    区医疗保障局运转经费     | 10.00
  )",
                                      1, "万元"),
                           whole_form(R"(
    成本指标 | 建国初期退休干部医疗补助成本 | ≤80万元
    成本指标 | 离退休干部医疗补助成本      | ≤80万元
  )")}),
              ElementsAre("2:1 = t2/1:2 ok"));
}

TEST(Indicators, ACountThatDiffersIsToldWhereOthersAgree) {
  EXPECT_THAT(cross_table({table_from(R"(
    项目名称 | 三级指标         | 指标性质 | 指标值 | 度量单位
    运转经费 | 保障运转部门数量   | =      | 3     | 个
    ^      | 办公耗材采购批次   | ≥      | 12    | 批次
    离休医疗 | 离退休干部报账人次 | ≥      | 50    | 人次
  )",
                                      1, "万元"),
                           whole_form(R"(
    产出指标 | 保障运转部门数量  | =3个
    产出指标 | 办公耗材采购批次  | ≥12批次
    产出指标 | 离退休干部报账人次 | ≥60人次
  )")}),
              ElementsAre("1:3 = t2/1:2 ok", "2:3 = t2/2:2 ok", "3:3 = t2/3:2 FAILS"));
}

TEST(Indicators, OneCountThatAgreesIsChance) {
  EXPECT_THAT(cross_table({project_indicators(), whole_form(R"(
    产出指标 | 保障运转部门数量 | =3个
    产出指标 | 保障及时率      | =100%
  )")}),
              IsEmpty());
}

TEST(Indicators, AUnitIsPartOfAnIndicator) {
  EXPECT_THAT(cross_table({project_indicators(), whole_form(R"(
    产出指标 | 保障运转部门数量  | =3次
    产出指标 | 离退休干部报账人次 | ≥50次
  )")}),
              IsEmpty());
}

Table whole_budget() {
  return table_from(R"(
    项目 | 合计   | 基本支出 | 项目支出
    合计 | 515.19 | 345.19  | 170.00
  )",
                    1, "万元");
}

TEST(Indicators, ALimitOfCostIsTheBudgetOfThatName) {
  EXPECT_THAT(cross_table({whole_budget(), whole_form(R"(
    成本指标 | 基本支出成本 | ≤345.19万元
  )")}),
              ElementsAre("1:2 = t2/1:2 ok"));
}

TEST(Indicators, ALimitThatIsNoBudgetIsNoError) {
  EXPECT_THAT(cross_table({whole_budget(), whole_form(R"(
    成本指标 | 基本支出成本 | ≤350万元
  )")}),
              IsEmpty());
}

}  // namespace
}  // namespace crossfoot
