#include "tools/table_csv.h"

#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

TEST(TableToCsv, ARecordForEachRow) {
  EXPECT_EQ(table_to_csv(table_of(R"(
    项目 | 预算数
    ----
    合计 |
    其他 | 12.50
  )")),
            "项目,预算数\r\n合计,\r\n其他,12.50\r\n");
}

TEST(TableToCsv, AMergedCellStandsInItsTopLeftSlot) {
  EXPECT_EQ(table_to_csv(table_of(R"(
    收入 | <    | 合计
    项目 | 金额 | ^
  )")),
            "收入,,合计\r\n项目,金额,\r\n");
}

TEST(TableToCsv, QuotesWhatRfc4180WantsQuoted) {
  Table table = table_of("a | b | c | d");
  table.cells[0].text = "1,234.00";
  table.cells[1].text = "the \"net\" sum";
  table.cells[2].text = "two\nlines";
  table.cells[3].text = " as printed ";
  EXPECT_EQ(table_to_csv(table),
            "\"1,234.00\",\"the \"\"net\"\" sum\",\"two\nlines\", as printed \r\n");
}

TEST(TableToCsv, SafeTextIsNoFormula) {
  Table table = table_of("a | b | c | d | e | f | g");
  const char* texts[] = {"=1+1", "@x", "-其中", "-5.00", "—", "+1+1", "＝1"};
  for (std::size_t i = 0; i < 7; ++i) table.cells[i].text = texts[i];
  EXPECT_EQ(table_to_csv(table, CsvText::safe), "'=1+1,'@x,'-其中,-5.00,—,'+1+1,'＝1\r\n");
  EXPECT_EQ(table_to_csv(table), "=1+1,@x,-其中,-5.00,—,+1+1,＝1\r\n");
}

TEST(DocumentToCsv, AnEmptyLineBetweenTables) {
  TableDocument document;
  EXPECT_EQ(document_to_csv(document), "");
  document.tables = {table_of("a | b"), table_of("c")};
  EXPECT_EQ(document_to_csv(document), "a,b\r\n\r\nc\r\n");
}

}  // namespace
}  // namespace crossfoot
