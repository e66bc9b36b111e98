#include "tools/compare/agreement.h"

#include <gtest/gtest.h>

#include "tools/compare/compare.h"
#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

Agreement agreement(std::string_view expected, std::string_view actual) {
  TableDocument a, b;
  a.tables = {table_of(expected)};
  b.tables = {table_of(actual)};
  return compare(a, b).agreement;
}

TEST(Agreement, AmountsByValueTextsByComparableText) {
  const Agreement found = agreement("（一）人员 | 1,000.00 | 5", "(一) 人员 | 1000 | 6");
  EXPECT_EQ(found.amounts, 2);
  EXPECT_EQ(found.amounts_right, 1);
  EXPECT_EQ(found.texts, 1);
  EXPECT_EQ(found.texts_right, 1);
  EXPECT_DOUBLE_EQ(found.cell_accuracy(), 2.0 / 3);
  EXPECT_DOUBLE_EQ(found.amount_accuracy(), 0.5);
}

TEST(Agreement, AWrongAmountIsSilentUnlessItIsSuspect) {
  const Agreement found = agreement("a | 5 | 6 | 7", "a | 8 ? | 9 | 7 ?");
  EXPECT_EQ(found.suspect, 2);
  EXPECT_EQ(found.silent, 1);
}

TEST(Agreement, ALostTableIsWrongInAllItsCells) {
  TableDocument a, b;
  a.tables = {table_of("收入 | 5.00")};
  const Agreement found = compare(a, b).agreement;
  EXPECT_EQ(found.cell_accuracy(), 0);
  EXPECT_EQ(found.teds(), 0);
  EXPECT_EQ(found.adjacency_f1(), 0);
  EXPECT_EQ(found.detection_f1(), 0);
}

TEST(Agreement, NothingIsWrongOfNothing) {
  const Agreement nothing = compare({}, {}).agreement;
  EXPECT_EQ(nothing.cell_accuracy(), 1);
  EXPECT_EQ(nothing.teds(), 1);
  EXPECT_EQ(nothing.character_error_rate(), 0);
}

}  // namespace
}  // namespace crossfoot
