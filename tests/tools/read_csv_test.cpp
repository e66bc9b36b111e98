#include "tools/read_csv.h"

#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"
#include "tools/table_csv.h"

namespace crossfoot {
namespace {

std::vector<Table> tables_in(std::string_view csv, int page = 0) {
  auto tables = tables_from_csv(csv, "x.csv", page);
  EXPECT_TRUE(tables);
  return tables ? *tables : std::vector<Table>{};
}

TEST(ReadCsv, FieldsAreCells) {
  const auto tables = tables_in("项目,金额\r\n\"合计, 元\",\"1,234.00\"\r\n", 3);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].n_rows, 2);
  EXPECT_EQ(tables[0].n_cols, 2);
  EXPECT_EQ(tables[0].cells[2].text, "合计, 元");
  EXPECT_EQ(tables[0].cells[3].amount, parse_amount("1234.00"));
  EXPECT_EQ(tables[0].pages(), std::vector{3});
}

TEST(ReadCsv, ReadsWhatIsWritten) {
  for (const char* text : {"plain", "two\nlines", "a \"quote\"", "a,b", " spaces ", ""}) {
    Table table = table_of("x | y");
    table.cells[0].text = text;
    const auto read = tables_in(table_to_csv(table));
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read[0].cells[0].text, text);
  }
}

TEST(ReadCsv, AnEmptyLineDividesTables) {
  EXPECT_EQ(tables_in("a,b\n\nc\n").size(), 2u);
  EXPECT_EQ(tables_in("a,b\n,\nc\n").size(), 1u);  // a row of empty cells is none
  EXPECT_TRUE(tables_in("").empty());
}

TEST(ReadCsv, ShortRecordsAreFilled) {
  const auto tables = tables_in("a\nb,c,d");
  EXPECT_EQ(tables[0].n_cols, 3);
  EXPECT_EQ(tables[0].cells.size(), 6u);
}

TEST(ReadCsv, AByteOrderMarkIsNoText) { EXPECT_EQ(tables_in("\uFEFFa")[0].cells[0].text, "a"); }

TEST(ReadCsv, AQuoteThatDoesNotEndIsAnError) {
  const auto tables = tables_from_csv("a,\"b\nc", "x.csv", 0);
  ASSERT_FALSE(tables);
  EXPECT_EQ(tables.error().file, "x.csv");
}

TEST(Flattened, IsWhatCsvWouldMakeOfIt) {
  Table table = table_of("收入 | < | 合计\n---\na | b | 1.00");
  table.title = "收入表";
  const Table flat = flattened(table);
  EXPECT_EQ(flat.cells.size(), 6u);
  EXPECT_EQ(flat.title, "");
  EXPECT_EQ(flat.header_rows, 0);
  EXPECT_EQ(table_to_csv(flat), table_to_csv(table));
}

}  // namespace
}  // namespace crossfoot
