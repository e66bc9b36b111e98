#include "tools/comparison_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

using testing::HasSubstr;
using testing::Not;

Table titled(std::string_view notation, const char* title) {
  Table table = table_of(notation);
  table.title = title;
  return table;
}

ComparedDocument compared(const std::vector<Table>& expected, const std::vector<Table>& actual) {
  ComparedDocument document;
  document.name = "budget";
  document.expected.tables = expected;
  document.actual.tables = actual;
  document.comparison = compare(document.expected, document.actual);
  return document;
}

ComparedDocument sample() {
  return compared({titled(R"(
                    项目 | 金额
                    -----
                    人员 | 5.00
                    公用 | 7.00
                    合计 | 12.00
                  )",
                          "收入表"),
                   titled("联系人 | 张三", "名单"), titled("科目 | 1.00", "支出表")},
                  {titled(R"(
                    项目 | 金额
                    -----
                    人员 | 6.00
                    合计 | 12.00
                  )",
                          "收入表"),
                   titled("科目 | 1.00", "支出表")});
}

TEST(ComparisonText, EachTableThatDiffersAndHow) {
  const std::string text = comparison_to_text({sample()}, false);
  EXPECT_EQ(text.substr(0, text.find("  cells")),
            "budget: 2 of 3 tables differ\n"
            "  收入表, page 1\n"
            "    ~ row 2, 人员 / 金额: 5.00 -> 6.00 (+1.00)\n"
            "    - row 3 is lost: 公用 | 7.00\n"
            "  - 名单, page 1 is lost: 1 row, 2 columns\n");
  EXPECT_THAT(text, HasSubstr("amounts 50.00 %"));
}

TEST(ComparisonText, EqualDocumentsAreOneLine) {
  EXPECT_EQ(comparison_to_text({compared({table_of("a | 1")}, {table_of("a | 1")})}, false),
            "budget: 1 table equal\n");
}

TEST(ComparisonJson, EverythingForPrograms) {
  const auto json = nlohmann::json::parse(comparison_to_json({sample()}));
  EXPECT_EQ(json["schema"], "crossfoot.comparison/1");
  EXPECT_EQ(json["equal"], false);
  const auto& tables = json["documents"][0]["tables"];
  ASSERT_EQ(tables.size(), 3u);
  const auto& amount = tables[0]["differences"][0];
  EXPECT_EQ(amount["kind"], "amount");
  EXPECT_EQ(amount["expected"]["row"], 1);
  EXPECT_EQ(amount["expected"]["text"], "5.00");
  EXPECT_EQ(amount["actual"]["text"], "6.00");
  EXPECT_EQ(amount["difference"], "1.00");
  const auto& lost = tables[0]["differences"][1];
  EXPECT_EQ(lost["kind"], "row-lost");
  EXPECT_FALSE(lost.contains("actual"));
  EXPECT_TRUE(tables[1]["actual"].is_null());
  EXPECT_EQ(tables[2]["equal"], true);
  EXPECT_EQ(json["summary"]["amount_accuracy"], 0.5);
}

TEST(ComparisonJunit, ACaseForEachTable) {
  const std::string xml = comparison_to_junit({sample()});
  EXPECT_THAT(xml,
              HasSubstr("<testsuite name=\"budget\" tests=\"3\" failures=\"2\" errors=\"0\">"));
  EXPECT_THAT(xml, HasSubstr("<testcase classname=\"budget\" name=\"支出表, page 1\"/>"));
  EXPECT_THAT(xml,
              HasSubstr("<failure message=\"2 differences\">row 2, 人员 / 金额: 5.00 -&gt; 6.00"));
  EXPECT_THAT(xml, HasSubstr("<failure message=\"the table is lost\">"));
}

TEST(ComparisonHtml, LostAndAddedAreMarked) {
  const std::string html = comparison_to_html({sample()});
  EXPECT_THAT(html, HasSubstr("<tr class=lost><td>公用</td><td>7.00</td></tr>"));
  EXPECT_THAT(html, HasSubstr("<td class=changed><del>5.00</del> <ins>6.00</ins></td>"));
  EXPECT_THAT(html, HasSubstr("名单, page 1 is lost"));
  EXPECT_THAT(html, Not(HasSubstr("支出表")));  // it is equal
}

TEST(ComparisonReports, TextOfADocumentIsNeverMarkup) {
  const auto hostile =
      compared({titled("<b>a</b> | 1", "<script>")}, {titled("<b>a</b> | 2", "\"&")});
  for (const std::string& report :
       {comparison_to_html({hostile}), comparison_to_junit({hostile})}) {
    EXPECT_THAT(report, Not(HasSubstr("<script")));
    EXPECT_THAT(report, Not(HasSubstr("<b>a")));
  }
}

}  // namespace
}  // namespace crossfoot
