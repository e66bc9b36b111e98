// Files, pipes and passwords: what the command does besides printing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/golden/run_command.h"
#include "tests/tools/temporary_folder.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Output, AFolderReceivesOneFileForEachTable) {
  const TemporaryFolder folder;
  const CommandResult result = run_crossfoot(
      {"extract", "budget-text.pdf", "README.md", "--format", "csv", "-o", folder.path().string()});
  EXPECT_EQ(result.exit_status, 3);  // README.md is no document; the rest is kept
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(folder.names(), ElementsAre("budget-text-p001-t1.csv"));
}

TEST(Output, JsonIsOneFile) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "all.json").string();
  EXPECT_EQ(run_crossfoot({"extract", "budget-text.pdf", "-o", file}).exit_status, 0);
  EXPECT_THAT(folder.names(), ElementsAre("all.json"));
  EXPECT_THAT(content_of(file), HasSubstr("\"crossfoot.tables/1\""));
}

TEST(Output, PartsOfATableStayApartWhenAsked) {
  const CommandResult joined = run_crossfoot({"extract", "budget-text.pdf", "--format", "json"});
  const CommandResult apart =
      run_crossfoot({"extract", "budget-text.pdf", "--format", "json", "--no-stitch"});
  EXPECT_THAT(joined.out, Not(HasSubstr("\"t2\"")));
  EXPECT_THAT(apart.out, HasSubstr("\"t2\""));
}

TEST(Output, DebugDrawsEachStageOfEachPage) {
  const TemporaryFolder folder;
  const CommandResult result = run_crossfoot(
      {"extract", "budget-text.pdf", "--pages", "1", "--debug", folder.path().string()});
  EXPECT_EQ(result.exit_status, 0) << result.err;
  for (const char* stage : {"1-cleaned", "2-rulings", "3-grid", "4-cells"}) {
    const auto file = folder.path() / "budget-text" / ("page-001-" + std::string(stage) + ".png");
    EXPECT_THAT(content_of(file.string()), StartsWith("\x89PNG")) << file;
  }
}

TEST(Output, TablesThatWereExtractedBeforeGiveTheSameFindings) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "all.json").string();
  ASSERT_EQ(run_crossfoot({"extract", "budget-text.pdf", "-o", file}).exit_status, 0);
  const CommandResult of_pdf = run_crossfoot({"check", "budget-text.pdf"});
  const CommandResult of_json = run_crossfoot({"check", file});
  EXPECT_EQ(of_json.exit_status, of_pdf.exit_status);
  const auto without_name = [](const std::string& report) {
    return report.substr(report.find(": "));
  };
  EXPECT_EQ(without_name(of_json.out), without_name(of_pdf.out));
}

TEST(Output, KnownGoodTablesAreWrittenOnceAndThenCompared) {
  const TemporaryFolder folder;
  const std::string known = (folder.path() / "good").string();
  const std::vector<std::string> extract = {"extract", "budget-text.pdf", "--expect", known};
  auto update = extract;
  update.emplace_back("--update");
  EXPECT_EQ(run_crossfoot(update).exit_status, 0);
  const CommandResult same = run_crossfoot(extract);
  EXPECT_EQ(same.exit_status, 0) << same.err;
  EXPECT_EQ(same.out, "budget-text: 1 table equal\n");
  auto less = extract;
  less.insert(less.end(), {"--pages", "1"});
  const CommandResult lost = run_crossfoot(less);
  EXPECT_EQ(lost.exit_status, 1);
  EXPECT_THAT(lost.out, HasSubstr("is lost: "));
}

TEST(Output, CsvIsComparedWithJson) {
  const TemporaryFolder folder;
  const std::string csv = folder.path().string(),
                    json = (folder.path() / "j/budget-text.json").string();
  std::filesystem::create_directories(folder.path() / "j");
  ASSERT_EQ(run_crossfoot({"extract", "budget-text.pdf", "--format", "csv", "-o", csv + "/c/"})
                .exit_status,
            0);
  ASSERT_EQ(run_crossfoot({"extract", "budget-text.pdf", "-o", json}).exit_status, 0);
  const CommandResult result = run_crossfoot({"compare", csv + "/j", csv + "/c"});
  EXPECT_EQ(result.exit_status, 0) << result.out;
}

TEST(Output, StandardInputIsADash) {
  const CommandResult result =
      run_crossfoot({"extract", "-", "--format", "csv"}, CROSSFOOT_TESTDATA "/budget-text.pdf");
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(result.out, run_crossfoot({"extract", "budget-text.pdf", "--format", "csv"}).out);
}

TEST(Output, ThePasswordOpensAnEncryptedDocument) {
  const CommandResult result =
      run_crossfoot({"extract", "encrypted.pdf", "--password", "open", "--ocr", "never"});
  EXPECT_EQ(result.exit_status, 0) << result.err;
  EXPECT_NE(result.out, "");
}

TEST(Output, TheNumberOfJobsChangesNothing) {
  const auto with_jobs = [](const char* jobs) {
    return run_crossfoot({"extract", "budget-text.pdf", "--format", "json", "--jobs", jobs}).out;
  };
  EXPECT_EQ(with_jobs("1"), with_jobs("4"));
}

TEST(Output, AReaderThatLeavesEarlyIsNoError) {
  const std::string command = std::string(CROSSFOOT_COMMAND) +
                              " extract " CROSSFOOT_TESTDATA
                              "/budget-text.pdf --format json | head -c 1 >/dev/null; "
                              "exit ${PIPESTATUS[0]}";
  EXPECT_EQ(std::system(("bash -c '" + command + "'").c_str()), 0);
}

TEST(Output, HelpIsData) {
  const CommandResult result = run_crossfoot({"--help"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out, HasSubstr("Examples:"));
  EXPECT_THAT(run_crossfoot({"--version"}).out, StartsWith("crossfoot 0."));
}

}  // namespace
}  // namespace crossfoot
