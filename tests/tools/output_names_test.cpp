#include "tools/output_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crossfoot {
namespace {

using testing::ElementsAre;

Table table_on(std::vector<int> pages) {
  Table table;
  for (const int page : pages) table.parts.push_back({page, {}, 0, 1});
  return table;
}

TEST(OutputStems, AreTheInputsNames) {
  EXPECT_THAT(output_stems({"scans/report.pdf", "a.b.tif", "-", "plain"}),
              ElementsAre("report", "a.b", "stdin", "plain"));
}

TEST(OutputStems, NoTwoInputsShareOne) {
  EXPECT_THAT(output_stems({"2019/report.pdf", "2020/report.pdf", "report-2.pdf", "x/report.tif"}),
              ElementsAre("report", "report-2", "report-2-2", "report-3"));
}

TEST(TableFileNames, CountTheTablesThatBeginOnAPage) {
  EXPECT_THAT(
      table_file_names("report", {table_on({3}), table_on({3, 4}), table_on({5}), table_on({1234})},
                       "csv"),
      ElementsAre("report-p003-t1.csv", "report-p003-t2.csv", "report-p005-t1.csv",
                  "report-p1234-t1.csv"));
}

}  // namespace
}  // namespace crossfoot
