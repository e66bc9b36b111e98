#include "tools/findings_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace crossfoot {
namespace {

TableDocument document_of(std::vector<std::vector<std::string>> rows) {
  TableDocument document;
  document.source = "report.pdf";
  Table table;
  table.id = "t3";
  table.header_rows = 1;
  table.n_rows = static_cast<int>(rows.size());
  table.n_cols = static_cast<int>(rows[0].size());
  table.parts = {{1, {}, 0, table.n_rows}};
  for (int r = 0; r < table.n_rows; ++r) {
    for (int c = 0; c < table.n_cols; ++c) {
      Cell cell;
      cell.row = r;
      cell.col = c;
      cell.page = 1;
      cell.text = rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
      table.cells.push_back(cell);
    }
  }
  document.tables = {table};
  return document;
}

TEST(FindingsJson, GivesTargetTermsAndExactAmounts) {
  const CheckResult result =
      check(document_of({{"项目", "合计", "甲", "乙"}, {"x", "6.00", "2.00", "3.00"}}));
  const auto json = nlohmann::json::parse(findings_to_json(result));
  EXPECT_EQ(json["schema"], "crossfoot.findings/1");
  EXPECT_EQ(json["source"], "report.pdf");
  EXPECT_EQ(json["summary"]["fail"], 1);
  const auto& finding = json["findings"][0];
  EXPECT_EQ(finding["kind"], "row-sum");
  EXPECT_EQ(finding["holds"], false);
  EXPECT_EQ(finding["verdict"], "source-error");
  EXPECT_EQ(finding["target"], (nlohmann::json{{"table", "t3"}, {"row", 1}, {"col", 1}}));
  EXPECT_EQ(finding["terms"][1]["col"], 3);
  EXPECT_EQ(finding["terms"][1]["sign"], 1);
  EXPECT_EQ(finding["stated"], "6.00");
  EXPECT_EQ(finding["computed"], "5.00");
  EXPECT_EQ(finding["difference"], "1.00");
  EXPECT_EQ(finding["tolerance"], "0.015");
  EXPECT_TRUE(finding["culprits"].is_array());
  EXPECT_NE(finding["message"].get<std::string>().find("stated 6.00"), std::string::npos);
}

TEST(FindingsJson, AFindingThatHoldsHasNoVerdict) {
  const CheckResult result =
      check(document_of({{"项目", "合计", "甲", "乙"}, {"x", "5.00", "2.00", "3.00"}}));
  const auto json = nlohmann::json::parse(findings_to_json(result));
  EXPECT_EQ(json["findings"][0]["holds"], true);
  EXPECT_TRUE(json["findings"][0]["verdict"].is_null());
}

}  // namespace
}  // namespace crossfoot
