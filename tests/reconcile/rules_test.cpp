#include "reconcile/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reconcile/rule_relations.h"
#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::vector<Rule> must_parse(std::string_view toml) {
  auto parsed = parse_rules(toml);
  if (const auto* error = std::get_if<RuleError>(&parsed)) {
    ADD_FAILURE() << error->line << ":" << error->column << " " << error->message;
    return {};
  }
  return std::get<std::vector<Rule>>(std::move(parsed));
}

std::string error_of(std::string_view toml) {
  const auto parsed = parse_rules(toml);
  const auto* error = std::get_if<RuleError>(&parsed);
  if (!error) return "none";
  std::string text = std::to_string(error->line);
  return text.append(":").append(std::to_string(error->column)).append(" ").append(error->message);
}

TEST(Rules, ReadsSumsRatiosAndBounds) {
  const auto rules = must_parse(R"toml(
# Next year's budget.
[[rule]]
name = "收支平衡"
check = "[部门收支总表 | 支出总计 | 预算数] = [部门收支总表 | 收入总计 | 预算数]"

[[rule]]
name = '执行率'   # in per cent
check = "[自评表 | 总金额 | 执行率] ≈ 100 * [自评表 | 总金额 | 执行数] / ([|总金额|预算数] - [|总金额|追减])"

[[rule]]
check = "[ | 三公 | 合计] <= [ | 三公 | 上年] + [ | 会议费 | 上年]"
)toml");
  ASSERT_THAT(rules, SizeIs(3));
  EXPECT_EQ(rules[0].name, "收支平衡");
  EXPECT_EQ(rules[0].line, 5);
  EXPECT_EQ(rules[0].terms[0].row, "收入总计");
  EXPECT_TRUE(rules[1].ratio);
  EXPECT_EQ(rules[1].op, RuleOperator::about);
  ASSERT_THAT(rules[1].terms, SizeIs(3));
  EXPECT_EQ(rules[1].terms[2].sign, -1);
  EXPECT_TRUE(rules[1].terms[2].divisor);
  EXPECT_EQ(rules[2].op, RuleOperator::at_most);
  EXPECT_THAT(rules[2].terms, SizeIs(2));
}

TEST(Rules, SaysWhereAndWhatWasExpected) {
  EXPECT_EQ(error_of("name = \"x\""), "1:1 expected [[rule]] before the first key");
  EXPECT_EQ(error_of("[[rule]]\nnmae = \"x\""), "2:1 expected the key name or check");
  EXPECT_EQ(error_of("[[rule]]\nname \"x\""), "2:6 expected = after the key");
  EXPECT_EQ(error_of("[[rule]]\ncheck = \"[表 | 行] = [a|b|c]\""),
            "2:16 expected | between table, row and column");
  EXPECT_EQ(error_of("[[rule]]\ncheck = \"[表 | 行 | 列] [a|b|c]\""),
            "2:22 expected = ≈ or ≤ after the first figure");
  EXPECT_EQ(error_of("[[rule]]\ncheck = \"[a|b|c] = [a|b|c] ; x\""),
            "2:28 expected + - or the end of the check");
  EXPECT_EQ(error_of("[[rule]]\ncheck = \"[a|b|c]"),
            "2:17 expected the closing quote of the string, but the file ends here");
  EXPECT_THAT(error_of("[[rule]]\nname = \"x\""), HasSubstr("rule 1 has none"));
}

TEST(Rules, WritesWhatItReads) {
  const std::string toml = rules_to_toml(must_parse(R"toml(
[[rule]]
name = "a \"b\""
check = "[t | r | c] = [t | s | c] - [t | u | c]"
[[rule]]
name = "p"
check = "[t | r | c] = 100 * [t | s | c] / ([t | u | c] + [t | v | c])"
)toml"));
  EXPECT_EQ(rules_to_toml(must_parse(toml)), toml);
}

TEST(Rules, KeepTabsAndLineEndsInTheirNames) {
  const auto rules = must_parse("[[rule]]\nname = \"a\\tb\\nc\"\ncheck = \"[t|r|c] = [t|s|c]\"\n");
  ASSERT_EQ(rules.front().name, "a\tb\nc");
  EXPECT_EQ(must_parse(rules_to_toml(rules)).front().name, "a\tb\nc");
}

TEST(Rules, AreCheckedAsRelations) {
  Table table = table_from(R"(
    编码 | 名称 | 2020年 | 2021年 | 增长率
    208 | 社保 | 100.00 | 110.00 | 10.00%
    210 | 卫生 | 50.00  | 40.00  | 5.00%
  )",
                           1);
  table.title = "预算表";
  CheckOptions options;
  options.rules = must_parse(R"toml(
[[rule]]
name = "卫生不超过上年"
check = "[预算表 | 210 | 2021] ≤ [预算表 | 卫生 | 2020]"
[[rule]]
name = "社保不超过上年"
check = "[预算表 | 208 | 2021] ≤ [预算表 | 社保 | 2020]"
[[rule]]
name = "没有"
check = "[预算表 | 299 | 2021] = [预算表 | 208 | 2020]"
)toml");
  const CheckResult result = check(document_from({table}), options);
  EXPECT_THAT(sentences(result, RelationKind::rule),
              ElementsAre("1:3 = 1:2 FAILS", "2:3 = 2:2 ok"));
  EXPECT_THAT(result.missing, ElementsAre(HasSubstr("no figure [预算表 | 299 | 2021]")));
}

// An account of one year; `pension` is printed for 2080505.
TableDocument account_of(const std::string& year, const std::string& pension) {
  Table table = table_from("编码    | 名称 | " + year + R"(年决算数
    合计    | <    | 11.50
    208     | 社保 | 7.50
    2080505 | 养老 | )" + pension +
                               R"(
    2080506 | 年金 | 2.50
    210     | 卫生 | 4.00
  )",
                           1);
  table.title = year + "年度支出表";
  return document_from({table});
}

CheckResult checked_by_rules_of(const TableDocument& model, const TableDocument& document) {
  CheckOptions options;
  options.rules = must_parse(rules_to_toml(suggest_rules(check(model))));
  return check(document, options);
}

TEST(Rules, ADocumentSuggestsTheRulesThatItKeeps) {
  const TableDocument document = account_of("2023", "5.00");
  const CheckResult result = checked_by_rules_of(document, document);
  EXPECT_THAT(sentences(result, RelationKind::rule),
              ElementsAre("1:2 = 2:2 + 5:2 ok", "1:2 = 3:2 + 4:2 + 5:2 ok", "2:2 = 3:2 + 4:2 ok"));
  EXPECT_EQ(result.summary.fail, 0);
}

TEST(Rules, SuggestedRulesTellAChangedFigure) {
  const CheckResult result =
      checked_by_rules_of(account_of("2023", "5.00"), account_of("2023", "5.10"));
  EXPECT_THAT(
      sentences(result, RelationKind::rule),
      ElementsAre("1:2 = 2:2 + 5:2 ok", "1:2 = 3:2 + 4:2 + 5:2 FAILS", "2:2 = 3:2 + 4:2 FAILS"));
}

TEST(Rules, SuggestedRulesHoldForTheNextYear) {
  const CheckResult result =
      checked_by_rules_of(account_of("2023", "5.00"), account_of("2024", "5.00"));
  EXPECT_THAT(result.missing, testing::IsEmpty());
  EXPECT_THAT(sentences(result, RelationKind::rule), SizeIs(3));
}

TEST(Rules, AYearStaysWhereItTellsFiguresApart) {
  const auto rules = suggest_rules(check(document_from({table_from(R"(
    编码    | 名称 | 2023年预算数 | 2024年预算数
    合计    | <    | 11.50       | 21.50
    208     | 社保 | 7.50        | 17.50
    210     | 卫生 | 4.00        | 4.00
  )",
                                                                   1)})));
  ASSERT_THAT(rules, SizeIs(2));
  EXPECT_EQ(rules[0].target.column, "2023年预算数");
  EXPECT_EQ(rules[1].target.column, "2024年预算数");
}

TEST(Rules, SuggestedRulesStateRatios) {
  const TableDocument document = document_from({table_from(R"(
    项目 | 年初预算数    | 调整预算数    | 全年执行数    | 执行率
    财政 | 62,015,542.50 | 40,684,306.05 | 39,256,606.05 | 96.49
    一般 | 1,736,669.00  | 399,657.09    | 399,657.09    | 100
  )",
                                                           1)});
  EXPECT_THAT(sentences(checked_by_rules_of(document, document), RelationKind::rule),
              ElementsAre("1:4 = 1:3 + /1:2 ok", "2:4 = 2:3 + /2:2 ok"));
}

}  // namespace
}  // namespace crossfoot
