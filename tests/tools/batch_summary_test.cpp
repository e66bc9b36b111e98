#include "tools/batch_summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/tools/temporary_folder.h"

namespace crossfoot {
namespace {

using testing::HasSubstr;

// A document, its copy, one that cannot be read, one that was not reached.
class BatchSummaryTest : public testing::Test {
 protected:
  BatchSummaryTest() : journal_(folder_.path(), {}, "") {
    BatchDocument document;
    document.sha256 = "11";
    document.path = "=a.pdf";
    document.folder = "11/a-11";
    document.status = DocumentStatus::incomplete;
    document.exit_code = ExitCode::unreadable;
    document.pages = 4;
    document.pages_failed = 1;
    document.tables = 2;
    document.checked = {.relations = 5, .hold = 4, .fail = 1, .amounts = 8, .covered = 6};
    document.seconds = 0.12345;
    document.message = "a.pdf: page 2: \"cannot\" be decoded";
    journal_.set_input({"=a.pdf", std::nullopt, "11", ""}, true);
    journal_.set_document(document);
    journal_.set_input({"b.pdf", std::nullopt, "11", ""}, true);
    journal_.set_input({"c.pdf", std::nullopt, "", "c.pdf: is empty"}, true);
    journal_.add_input("d.pdf", "", false);
  }

  BatchTotals write(CsvText text = CsvText::as_printed) {
    return write_summary(journal_, folder_.path(), text).value();
  }

  TemporaryFolder folder_;
  Journal journal_;
};

TEST_F(BatchSummaryTest, TheCsvHasALineForEachInputAndAddsUp) {
  write();
  EXPECT_EQ(
      content_of(folder_.path() / "summary.csv"),
      "path,status,exit_status,sha256,folder,duplicate_of,pages,pages_failed,tables,relations,hold,"
      "fail,amounts,proved,repaired,suspect,covered,coverage,seconds,message\r\n"
      "=a.pdf,incomplete,3,11,11/a-11,,4,1,2,5,4,1,8,0,0,0,6,0.75,0.123,"
      "\"a.pdf: page 2: \"\"cannot\"\" be decoded\"\r\n"
      "b.pdf,duplicate,,11,11/a-11,=a.pdf,,,,,,,,,,,,,,"
      "\"a.pdf: page 2: \"\"cannot\"\" be decoded\"\r\n"
      "c.pdf,failed,3,,,,,,,,,,,,,,,,,c.pdf: is empty\r\n"
      "d.pdf,pending,,,,,,,,,,,,,,,,,,\r\n");
  write(CsvText::safe);
  EXPECT_THAT(content_of(folder_.path() / "summary.csv"), HasSubstr("\r\n'=a.pdf,incomplete"));
}

TEST_F(BatchSummaryTest, TheJsonHasTheTotalsToo) {
  write();
  const auto json = nlohmann::json::parse(content_of(folder_.path() / "summary.json"));
  EXPECT_EQ(json["schema"], "crossfoot.batch/1");
  EXPECT_EQ(json["totals"]["inputs"], 4);
  EXPECT_EQ(json["totals"]["pages"], 4);
  EXPECT_EQ(json["totals"]["coverage"], 0.75);
  ASSERT_EQ(json["inputs"].size(), 4u);
  EXPECT_EQ(json["inputs"][0]["coverage"], 0.75);
  EXPECT_EQ(json["inputs"][1]["duplicate_of"], "=a.pdf");
  EXPECT_EQ(json["inputs"][3]["pages"], nullptr);
}

TEST_F(BatchSummaryTest, TotalsInAWordAndTheWorstStatus) {
  const BatchTotals totals = write();
  EXPECT_EQ(totals.to_string(), "4 inputs: 0 done, 1 incomplete, 1 failed, 1 duplicate, 1 pending");
  EXPECT_EQ(totals.exit_code, ExitCode::unreadable);
}

}  // namespace
}  // namespace crossfoot
