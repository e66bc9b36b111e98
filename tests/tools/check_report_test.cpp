#include "tools/check_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crossfoot {
namespace {

using testing::HasSubstr;
using testing::Not;

CheckResult result_of(const char* total) {
  TableDocument document;
  document.source = "report.pdf";
  Table table;
  table.id = "t1";
  table.title = "部门支出总表";
  table.header_rows = 1;
  table.n_rows = 2;
  table.n_cols = 4;
  table.parts = {{7, {}, 0, 2}};
  const char* texts[2][4] = {{"科目名称", "合计", "基本支出", "项目支出"},
                             {"卫生健康支出", total, "2,000.00", "3,000.00"}};
  for (int r = 0; r < 2; ++r) {
    for (int c = 0; c < 4; ++c) {
      Cell cell;
      cell.row = r;
      cell.col = c;
      cell.page = 7;
      cell.text = texts[r][c];
      table.cells.push_back(cell);
    }
  }
  document.tables = {table};
  return check(document);
}

TEST(CheckReport, SaysWhatFailsWhereAndByHowMuch) {
  const std::string report = check_report(result_of("6,000.00"), false);
  for (const char* part : {"report.pdf: 1 relation, 0 hold, 1 fail", "page 7, 部门支出总表",
                           "卫生健康支出 / 合计", "stated      6,000.00", "computed    5,000.00",
                           "difference  1,000.00", "sum of 2 parts", "source-error"}) {
    EXPECT_THAT(report, HasSubstr(part));
  }
}

TEST(CheckReport, CountsWhatHoldsByKind) {
  const std::string report = check_report(result_of("5,000.00"), false);
  EXPECT_THAT(report, HasSubstr("report.pdf: 1 relation, 1 hold, 0 fail"));
  EXPECT_THAT(report, HasSubstr("row-sum          1 hold"));
  EXPECT_THAT(report, HasSubstr("3 amounts: 3 proved"));
  EXPECT_THAT(report, HasSubstr("proof coverage 100 %: 3 amounts"));
}

TEST(CheckReport, ColoursOnlyWhenAsked) {
  EXPECT_THAT(check_report(result_of("6,000.00"), false), Not(HasSubstr("\x1b[")));
  EXPECT_THAT(check_report(result_of("6,000.00"), true), HasSubstr("\x1b[31m"));
}

}  // namespace
}  // namespace crossfoot
