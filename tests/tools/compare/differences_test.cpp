#include "tools/compare/differences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string shown(const Difference& d) {
  std::string out = name_of(d.kind);
  const auto side = [&](const char* name, const std::optional<int>& row,
                        const std::optional<int>& col) {
    if (!row && !col) return;
    out += std::string(" ") + name + (row ? std::to_string(*row) : "*") + "," +
           (col ? std::to_string(*col) : "*");
  };
  side("e", d.expected_row, d.expected_col);
  side("a", d.actual_row, d.actual_col);
  out += ": " + d.expected + " -> " + d.actual;
  return out + (d.change ? " by " + d.change->to_string() : "");
}

std::vector<std::string> between(const Table& a, const Table& b,
                                 const CompareOptions& options = {}) {
  TextPool pool;
  const ComparedTable expected(a, pool), actual(b, pool);
  std::vector<std::string> found;
  for (const Difference& difference :
       differences(expected, actual, align_tables(expected, actual, pool), options)) {
    found.push_back(shown(difference));
  }
  return found;
}

std::vector<std::string> between(std::string_view a, std::string_view b,
                                 const CompareOptions& options = {}) {
  return between(table_of(a), table_of(b), options);
}

constexpr const char* kTable = R"(
  项目 | 收入 | <    | 合计
  ^    | 本级 | 上级 | ^
  -----
  人员 | 1.00 | 2.00 | 3.00
  公用 | 4.00 | 5.00 | 9.00
  合计 | 5.00 | 7.00 | 12.00
)";

TEST(Differences, NoneOfATableFromItself) { EXPECT_THAT(between(kTable, kTable), IsEmpty()); }

TEST(Differences, CodesAreNames) {
  const char* expected = R"(
    科目编码 | 名称 | 金额
    -----
    208     | 社保 | 7.50
    20805   | 养老 | 7.50
    2080505 | 保险 | 7.50
  )";
  const char* actual = R"(
    科目编码 | 名称 | 金额
    -----
    208     | 社保 | 7.50
    20805   | 养老 | 7.50
    2080506 | 保险 | 7.50
  )";
  EXPECT_THAT(between(expected, actual), ElementsAre("text e3,0 a3,0: 2080505 -> 2080506"));
  EXPECT_THAT(between(expected, actual, {.tolerance = Amount{1, 0}}),
              ElementsAre("text e3,0 a3,0: 2080505 -> 2080506"));
}

TEST(Differences, ALostRowIsOne) {
  EXPECT_THAT(between(kTable, R"(
    项目 | 收入 | <    | 合计
    ^    | 本级 | 上级 | ^
    -----
    人员 | 1.00 | 2.00 | 3.00
    合计 | 5.00 | 7.00 | 12.00
  )"),
              ElementsAre("row-lost e3,*: 公用 | 4.00 | 5.00 | 9.00 -> "));
}

TEST(Differences, ALostColumnIsOneWhateverSpansIt) {
  EXPECT_THAT(between(kTable, R"(
    项目 | 收入 | 合计
    ^    | 上级 | ^
    -----
    人员 | 2.00 | 3.00
    公用 | 5.00 | 9.00
    合计 | 7.00 | 12.00
  )"),
              ElementsAre("column-lost e*,1: 收入 | 本级 | 1.00 | 4.00 | 5.00 -> "));
}

TEST(Differences, AnAddedRowStandsWhereItWasAdded) {
  EXPECT_THAT(between("a | 1\nb | 2\nc | 3", "a | 1\nx | 9\nb | 2\nc | 4"),
              ElementsAre("row-added a1,*:  -> x | 9", "amount e2,1 a3,1: 3 -> 4 by 1"));
}

TEST(Differences, AnAmountThatChangedOrIsNoneAnyMore) {
  EXPECT_THAT(between("人员 | 5.00 | 7.00 | 8", "人员 | 6.0 | 7.O0 | "),
              ElementsAre("amount e0,1 a0,1: 5.00 -> 6.0 by 1.00", "amount e0,2 a0,2: 7.00 -> 7.O0",
                          "amount e0,3 a0,3: 8 -> "));
}

TEST(Differences, TheSameAmountPrintedOtherwiseIsAnotherText) {
  EXPECT_THAT(between("人员 | 1,000.00", "人员 | 1000.00"),
              ElementsAre("text e0,1 a0,1: 1,000.00 -> 1000.00"));
}

TEST(Differences, ASpan) {
  EXPECT_THAT(between("收入 | <\n本级 | 上级", "收入 |\n本级 | 上级"),
              ElementsAre("span e0,0 a0,0: 1x2 -> 1x1"));
}

TEST(Differences, ACellThatWasTakenIntoAnother) {
  EXPECT_THAT(between("收入 | 支出\n本级 | 上级", "收入 | <\n本级 | 上级"),
              ElementsAre("span e0,0 a0,0: 1x1 -> 1x2", "cell-lost e0,1 a0,0: 支出 -> "));
  EXPECT_THAT(between("收入 | <\n本级 | 上级", "收入 | 支出\n本级 | 上级"),
              ElementsAre("span e0,0 a0,0: 1x2 -> 1x1", "cell-added e0,0 a0,1:  -> 支出"));
}

TEST(Differences, TitleUnitAndHeaderRows) {
  Table a = table_of("a | b\n---\nc | 1"), b = table_of("a | b\nc | 1");
  a.title = "收入表";
  a.unit = "元";
  b.title = "收入表";
  b.unit = "万元";
  EXPECT_THAT(between(a, b), ElementsAre("heading: unit 元 -> unit 万元",
                                         "heading: header rows 1 -> header rows 0"));
}

TEST(Differences, ATolerance) {
  const CompareOptions options{.tolerance = parse_amount("0.01")};
  EXPECT_THAT(between("a | 5.00 | 7.00", "a | 5.01 | 7.02", options),
              ElementsAre("amount e0,2 a0,2: 7.00 -> 7.02 by 0.02"));
}

TEST(Differences, TextWidth) {
  const CompareOptions options{.ignore_text_width = true};
  EXPECT_THAT(between("（一）收入 | 1", "(一) 收入 | １"),
              ElementsAre("text e0,0 a0,0: （一）收入 -> (一) 收入", "text e0,1 a0,1: 1 -> １"));
  EXPECT_THAT(between("（一）收入 | 1", "(一) 收入 | １", options), IsEmpty());
}

TEST(Differences, OnlyAmounts) {
  const CompareOptions options{.only_amounts = true};
  EXPECT_THAT(between("收入 | 金额\n人员 | 1.00\n备注 | 无\n合计 | 3.00",
                      "收人 | 金额\n人员 | 2.00\n合计 | 3.00", options),
              ElementsAre("amount e1,1 a1,1: 1.00 -> 2.00 by 1.00"));
}

}  // namespace
}  // namespace crossfoot
