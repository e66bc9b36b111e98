#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reconcile/mentions.h"
#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// "holds" or "fails" for each narrative relation of the paragraphs, with its reason.
std::vector<std::string> narrative(std::vector<std::string> paragraphs,
                                   std::vector<Table> tables = {}) {
  std::vector<std::string> out;
  for (const Finding& finding :
       check(document_from(std::move(tables), std::move(paragraphs))).findings) {
    if (finding.relation.kind != RelationKind::narrative) continue;
    out.push_back(finding.relation.reason + (finding.holds ? " holds" : " fails"));
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Mentions, ReadRolesUnitsAndSigns) {
  const auto mentions =
      mentions_in("公用经费38.02万元，比2022年预算减少4.92万元，下降14.87%，占7%。", 0);
  ASSERT_THAT(mentions, SizeIs(4));
  EXPECT_EQ(mentions[0].role, Role::level);
  EXPECT_EQ(mentions[0].quantity.unit_exp, 4);
  EXPECT_EQ(mentions[0].label, "公用经费");
  EXPECT_EQ(mentions[1].role, Role::change);
  EXPECT_EQ(mentions[1].sign, -1);
  EXPECT_EQ(mentions[2].role, Role::growth);
  EXPECT_EQ(mentions[3].role, Role::share);
}

TEST(Mentions, PricesYearsAndCountsAreNone) {
  EXPECT_THAT(mentions_in("2020年补助550元/人，共735000人。", 0), IsEmpty());
}

TEST(Narrative, PartsAndSharesOfTheWhole) {
  EXPECT_THAT(
      narrative({"支出预算515.19万元，其中：基本支出345.19万元，占67%；项目支出170万元，占33%。"}),
      ElementsAre("parts in the text holds", "share in the text holds", "share in the text holds"));
}

TEST(Narrative, GrowthOnTheYearBefore) {
  EXPECT_THAT(narrative({"总计均为3925.66万元。与2023年度相比，减少3079.74万元，下降43.96%"
                         "，主要原因是救助1177万元未到位。"}),
              ElementsAre("growth in the text holds"));
  EXPECT_THAT(narrative({"经费38.02万元，比上年增加4.92万元，增长15.87%。"}),
              ElementsAre("growth in the text fails"));
}

TEST(Narrative, PartsMayGoOnInTheNextSentence) {
  EXPECT_THAT(
      narrative(
          {"基本支出345.19万元，其中：人员经费307.17万元，主要包括工资。公用经费38.02万元。"}),
      ElementsAre("parts in the text holds"));
}

TEST(Narrative, APartLeftOutIsNoErrorButASlipIs) {
  EXPECT_THAT(narrative({"采购247.55万元，其中：货物143.78万元、服务13.12万元。"}), IsEmpty());
  EXPECT_THAT(narrative({"采购247.55万元，其中：货物143.78万元、服务103.97万元。"}),
              ElementsAre("parts in the text fails"));
}

TEST(Narrative, ALevelIsAFigureOfATable) {
  EXPECT_THAT(narrative({"2021年卫生健康支出1723.64万元。"}, {table_from(R"(
    项目        | 预算数
    卫生健康支出 | 17,236,403.61
    住房保障支出 | 187,968.84
  )",
                                                                         1, "元")}),
              ElementsAre("the text and a table holds"));
}

}  // namespace
}  // namespace crossfoot
