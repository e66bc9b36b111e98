#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CheckResult checked(const std::string& rows, int header_rows) {
  return check(document_from({table_from(rows, header_rows)}));
}

TEST(CodeSums, ACodeSumsTheCodesItIsAPrefixOf) {
  const CheckResult result = checked(R"(
    科目编码 | 科目名称 | 决算数
    合计    | <       | 11.50
    208     | 社会保障 | 7.50
    20805   | 养老     | 7.50
    2080505 | 养老保险 | 5.00
    2080506 | 职业年金 | 2.50
    210     | 卫生健康 | 4.00
  )",
                                     1);
  EXPECT_THAT(sentences(result, RelationKind::hierarchy),
              ElementsAre("2:2 = 3:2 ok", "3:2 = 4:2 + 5:2 ok"));
  EXPECT_THAT(sentences(result, RelationKind::column_sum),
              ElementsAre("1:2 = 2:2 + 6:2 ok", "1:2 = 4:2 + 5:2 + 6:2 ok"));
}

TEST(CodeSums, CodesInThreeColumnsAreJoined) {
  const CheckResult result = checked(R"(
    科目编码 | <  | <  | 单位代码 | 名称    | 金额
    类      | 款 | 项 | ^       | ^      | ^
            |    |    |         | 合计   | 12.00
    208     | 05 | 05 | 320001  | 养老   | 8.00
    208     | 05 | 06 | 320001  | 年金   | 4.00
  )",
                                     2);
  EXPECT_THAT(sentences(result, RelationKind::column_sum), ElementsAre("2:5 = 3:5 + 4:5 ok"));
}

TEST(CodeSums, RowsWithoutCodeHeadWhatFollows) {
  const CheckResult result = checked(R"(
    编码   | 名称     | 金额
           | 合计     | 17.00
           |          | 17.00
           | 某局     | 17.00
           | 医疗     | 16.00
    2101101 | 离休    | 9.00
    2101102 | 老干部  | 7.00
           | 管理     | 1.00
    2101502 | 运转    | 1.00
  )",
                                     1);
  EXPECT_THAT(sentences(result, RelationKind::column_sum),
              ElementsAre("1:2 = 2:2 ok", "1:2 = 3:2 ok"));
  EXPECT_THAT(
      sentences(result, RelationKind::hierarchy),
      ElementsAre("2:2 = 3:2 ok", "3:2 = 4:2 + 7:2 ok", "4:2 = 5:2 + 6:2 ok", "7:2 = 8:2 ok"));
}

TEST(CodeSums, ATotalBelowSumsThePanelsThatItsLabelSpans) {
  const CheckResult result = checked(R"(
    人员经费 | <    | <     | 公用经费 | <    | <    | <    | <     | <
    编码    | 名称 | 金额   | 编码    | 名称 | 金额 | 编码  | 名称   | 金额
    301     | 工资 | 6.20  | 302     | 商品 | 1.20 | 310  | 资本   | 0.05
    30101   | 基本 | 6.20  | 30201   | 办公 | 1.20 | 31002 | 设备  | 0.05
    人员经费合计 | < | 6.20 | 公用经费合计 | < | < | <   | <     | 1.25
  )",
                                     2);
  EXPECT_THAT(sentences(result, RelationKind::column_sum),
              ElementsAre("4:2 = 2:2 ok", "4:8 = 2:5 + 2:8 ok"));
}

TEST(CodeSums, ACodesFailureIsReportedWithItsCulprit) {
  const CheckResult result = checked(R"(
    科目编码 | 科目名称 | 决算数
    合计    | <       | 394,168,149.93
    208     | 社会保障 | 500,419.24
    210     | 卫生健康 | 58,107,253.45
    21011   | 医疗     | 259,916.02
    21012   | 补助     | 393,167,337.43
    221     | 住房保障 | 240,477.24
  )",
                                     1);
  ASSERT_EQ(result.summary.fail, 2);
  for (const Finding& finding : result.findings) {
    if (finding.holds) continue;
    EXPECT_EQ(finding.verdict, Verdict::source_error);
    EXPECT_THAT(finding.culprits, ElementsAre(FigureRef(CellRef{0, 3, 2})));
  }
}

TEST(CodeSums, WithoutBreakdownThereIsNoRelation) {
  EXPECT_THAT(sentences(checked(R"(
    编码 | 名称 | 金额
    208 | 社会 | 7.50
    210 | 卫生 | 4.00
  )",
                                1),
                        RelationKind::hierarchy),
              IsEmpty());
}

}  // namespace
}  // namespace crossfoot
