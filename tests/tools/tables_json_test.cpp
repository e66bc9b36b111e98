#include "tools/tables_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crossfoot {
namespace {

using testing::HasSubstr;

TableDocument sample() {
  TableDocument document;
  document.source = "report.pdf";
  Page page;
  page.number = 3;
  page.width_pt = 595.28;
  page.height_pt = 841.89;
  page.turned_deg = 90;
  page.skew_deg = -0.4;
  page.dpi = 300;
  Page bad;
  bad.number = 4;
  bad.error = "cannot be decoded";
  document.pages = {page, bad};
  Table table;
  table.id = "t1";
  table.title = "部门收入总表";
  table.unit = "元";
  table.header_rows = 1;
  table.n_rows = 2;
  table.n_cols = 1;
  table.parts = {{3, {54, 98.6, 541.3, 769.5}, 0, 2}};
  Cell header;
  header.page = 3;
  header.text = "合计 \"引\"";
  header.lines = 1;
  Cell figure = header;
  figure.row = 1;
  figure.text = "394,168,149.93";
  figure.confidence = 0.97;
  figure.amount = parse_amount(figure.text);
  figure.status = CellStatus::repaired;
  figure.read_as = "394,168,l49.93";
  figure.why = "why";
  figure.alternatives = {{"394,168,749.93", 2.5}};
  table.cells = {header, figure};
  document.tables = {table};
  document.text = {{3, {1, 2, 3, 4}, "收入预算394,17万元。"}};
  return document;
}

TEST(TablesJson, ReadsBackWhatItWrites) {
  const std::string json = tables_to_json(sample());
  const auto read = tables_from_json(json, "x");
  ASSERT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(tables_to_json(*read), json);
  const Cell& figure = read->tables[0].cells[1];
  EXPECT_EQ(figure.amount->to_string(), "394168149.93");
  EXPECT_EQ(figure.status, CellStatus::repaired);
  EXPECT_EQ(figure.alternatives[0].text, "394,168,749.93");
  EXPECT_EQ(read->pages[1].error, "cannot be decoded");
  EXPECT_EQ(read->text[0].box, (Box{1, 2, 3, 4}));
}

TEST(TablesJson, AmountsAreStringsWithTheirDecimals) {
  EXPECT_THAT(tables_to_json(sample()), HasSubstr("\"value\": \"394168149.93\""));
}

std::string error_of(const std::string& json) {
  const auto read = tables_from_json(json, "in.json");
  return read ? "none" : read.error().to_string();
}

TEST(TablesJson, SaysWhereJsonBreaksOff) {
  EXPECT_THAT(error_of("{\n  \"schema\": oops }"),
              HasSubstr("in.json: is no JSON: line 2, column"));
}

TEST(TablesJson, SaysWhatIsMissing) {
  EXPECT_THAT(error_of("[]"), HasSubstr("is no object"));
  EXPECT_THAT(error_of("{}"), HasSubstr("its schema is not crossfoot.tables/1"));
  const std::string head =
      R"({"schema": "crossfoot.tables/1", "tables": [{"id": "t1", "n_rows": 1, "n_cols": 1, "cells": )";
  EXPECT_THAT(error_of(head + R"([{"row": 0, "text": "x"}]}]})"),
              HasSubstr("tables[0].cells[0].col is missing"));
  EXPECT_THAT(error_of(head + R"([{"row": 0, "col": "0", "text": "x"}]}]})"),
              HasSubstr("tables[0].cells[0].col is no whole number"));
  EXPECT_THAT(error_of(head + "[]}]}"), HasSubstr("do not tile"));
}

// A table of one cell with these members more, or in the place of its own.
std::string table_with(const std::string& of_table, const std::string& of_cell) {
  return R"({"schema": "crossfoot.tables/1", "tables": [{"id": "t1", "n_rows": 1, "n_cols": 1,)" +
         of_table + R"( "cells": [{"row": 0, "col": 0, )" + of_cell + R"( "text": "1.00"}]}]})";
}

TEST(TablesJson, RefusesAGridThatItsCellsCannotTile) {
  EXPECT_THAT(error_of(table_with(R"("n_rows": 2,)", "")), HasSubstr("do not tile"));
}

TEST(TablesJson, RefusesAGridOfMoreSlotsThanMemory) {
  EXPECT_THAT(error_of(table_with(R"("n_rows": 1000000, "n_cols": 1000000,)",
                                  R"("row_span": 1000000, "col_span": 1000000,)")),
              HasSubstr("more slots than any table"));
}

TEST(TablesJson, RefusesNumbersThatCannotBe) {
  EXPECT_THAT(error_of(table_with(R"("header_rows": 7,)", "")),
              HasSubstr("tables[0].header_rows is out of range"));
  EXPECT_THAT(error_of(table_with(R"("header_rows": -1,)", "")), HasSubstr("is out of range"));
  EXPECT_THAT(error_of(table_with("", R"("confidence": 1e300,)")),
              HasSubstr("tables[0].cells[0].confidence is out of range"));
  EXPECT_THAT(error_of(table_with("", R"("bbox": [0, 0, 1e300, 1],)")),
              HasSubstr("tables[0].cells[0].bbox is out of range"));
  EXPECT_THAT(error_of(table_with("", R"("confidence": 1e999,)")), HasSubstr("is no table file"));
}

TEST(TablesJson, AnAmountThatIsAbsentIsReadFromTheText) {
  const std::string json = R"json({"schema": "crossfoot.tables/1", "tables": [{"id": "t1",
      "n_rows": 1, "n_cols": 1, "cells": [{"row": 0, "col": 0, "text": "(1,234)"}]}]})json";
  const auto read = tables_from_json(json, "x");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->tables[0].cells[0].amount->to_string(), "-1234");
}

}  // namespace
}  // namespace crossfoot
