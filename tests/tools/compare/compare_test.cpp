#include "tools/compare/compare.h"

#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

TableDocument document_of(const std::vector<std::string_view>& tables) {
  TableDocument document;
  for (const std::string_view table : tables) document.tables.push_back(table_of(table));
  return document;
}

constexpr const char* kIncome = "收入 | 金额\n税收 | 5.00";
constexpr const char* kSpending = "支出 | 科目\n人员 | 7.00";
constexpr const char* kNames = "联系人 | 电话\n张三 | 无";

TEST(Compare, EqualDocuments) {
  const Comparison comparison =
      compare(document_of({kIncome, kSpending}), document_of({kIncome, kSpending}));
  EXPECT_TRUE(comparison.is_equal());
  EXPECT_EQ(comparison.agreement.cell_accuracy(), 1);
}

TEST(Compare, TheOrderOfTablesIsNoDifference) {
  EXPECT_TRUE(
      compare(document_of({kIncome, kSpending}), document_of({kSpending, kIncome})).is_equal());
}

TEST(Compare, LostAndAddedTables) {
  const Comparison comparison =
      compare(document_of({kIncome, kNames}), document_of({kSpending, kIncome}));
  ASSERT_EQ(comparison.tables.size(), 3u);
  EXPECT_TRUE(comparison.tables[0].is_equal());
  EXPECT_TRUE(comparison.tables[1].is_lost());
  EXPECT_TRUE(comparison.tables[2].is_added());
  EXPECT_EQ(comparison.tables[2].actual, 0);
  EXPECT_FALSE(comparison.is_equal());
}

TEST(Compare, OfAmountsOnlyATableWithoutAnyDoesNotCount) {
  EXPECT_TRUE(
      compare(document_of({kIncome, kNames}), document_of({kIncome}), {.only_amounts = true})
          .is_equal());
}

}  // namespace
}  // namespace crossfoot
