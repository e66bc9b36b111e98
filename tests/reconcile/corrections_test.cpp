#include "reconcile/corrections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reconcile/check.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// 合计 over two items, of which the second was misread.
TableDocument document() {
  Table table;
  table.id = "t1";
  table.header_rows = 1;
  table.n_rows = 4;
  table.n_cols = 2;
  table.parts = {{1, {}, 0, 4}};
  const char* texts[] = {"项目", "金额", "合计", "12.00", "人员", "5.00", "公用", "1.00"};
  for (int i = 0; i < 8; ++i) {
    Cell cell;
    cell.row = i / 2;
    cell.col = i % 2;
    cell.text = texts[i];
    cell.page = 1;
    table.cells.push_back(cell);
  }
  TableDocument document;
  document.tables = {table};
  return document;
}

TEST(Corrections, AreRecordedAndStay) {
  TableDocument tables = document();
  EXPECT_THAT(apply_corrections({{"t1", 3, 1, "1.00", "7.00"}}, tables), IsEmpty());
  const CheckResult result = check(std::move(tables));
  const Cell& cell = result.document.tables[0].cells[7];
  EXPECT_EQ(cell.text, "7.00");
  EXPECT_EQ(cell.read_as, "1.00");
  EXPECT_EQ(cell.amount, parse_amount("7.00"));
  EXPECT_EQ(cell.status, CellStatus::corrected);
  EXPECT_EQ(result.summary.corrected, 1);
  EXPECT_EQ(result.summary.fail, 0);
}

TEST(Corrections, OfAFigureThatWasRepairedNameTheRawReading) {
  TableDocument tables = document();
  tables.tables[0].cells[7].read_as = "l.00";
  EXPECT_THAT(apply_corrections({{"t1", 3, 1, "l.00", "7.00"}}, tables), IsEmpty());
  EXPECT_EQ(tables.tables[0].cells[7].read_as, "l.00");
}

TEST(Corrections, ThatDoNotFitChangeNothingAndAreSaid) {
  TableDocument tables = document();
  EXPECT_THAT(apply_corrections({{"t1", 3, 1, "9.00", "7.00"},
                                 {"t2", 0, 0, std::nullopt, "x"},
                                 {"t1", 9, 0, std::nullopt, "x"}},
                                tables),
              ElementsAre("table t1, row 3, column 1 reads '1.00', the correction is of '9.00'",
                          "there is no cell at table t2, row 0, column 0",
                          "there is no cell at table t1, row 9, column 0"));
  EXPECT_EQ(tables.tables[0].cells[7].text, "1.00");
}

}  // namespace
}  // namespace crossfoot
