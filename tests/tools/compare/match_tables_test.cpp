#include "tools/compare/match_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;

std::vector<int> matched(const std::vector<Table>& expected, const std::vector<Table>& actual) {
  TextPool pool;
  std::vector<ComparedTable> a, b;
  for (const Table& table : expected) a.emplace_back(table, pool);
  for (const Table& table : actual) b.emplace_back(table, pool);
  return match_tables(a, b, pool);
}

Table on_page(std::string_view notation, int page, double y0 = 0) {
  Table table = table_of(notation);
  table.parts[0].page = page;
  table.parts[0].box = {0, y0, 100, y0 + 50};
  return table;
}

TEST(MatchTables, ByContent) {
  const Table income = table_of("收入 | 5.00"), spending = table_of("支出 | 7.00");
  EXPECT_THAT(matched({income, spending}, {spending, income}), ElementsAre(1, 0));
}

TEST(MatchTables, AMisreadTableIsStillItself) {
  EXPECT_THAT(matched({table_of("收入 | 5.00")}, {table_of("收人 | 5.08")}), ElementsAre(0));
}

TEST(MatchTables, AnotherTableOfTheSamePageIsNoPartner) {
  EXPECT_THAT(matched({table_of("收入 | 5.00")}, {table_of("名称 | 电话")}), ElementsAre(-1));
}

TEST(MatchTables, TablesWithoutAnyTextHaveNothingButEachOther) {
  EXPECT_THAT(matched({table_of("收入 | 5.00"), table_of(" | ")}, {table_of(" | ")}),
              ElementsAre(-1, 0));
}

TEST(MatchTables, EqualTablesMatchByPageThenByPlace) {
  const char* form = "项目 | 0.00";
  EXPECT_THAT(matched({on_page(form, 3), on_page(form, 4)}, {on_page(form, 4), on_page(form, 3)}),
              ElementsAre(1, 0));
  EXPECT_THAT(matched({on_page(form, 3, 50), on_page(form, 3, 400)}, {on_page(form, 3, 390)}),
              ElementsAre(-1, 0));
}

}  // namespace
}  // namespace crossfoot
