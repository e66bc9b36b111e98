// Files, pipes and passwords: what the command does besides printing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

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

TEST(Output, DeterministicGivesTheSameBytesOnALesserProcessor) {
  const std::vector<std::string> command = {"extract", "basic-scan-bw300.pdf", "--format", "json",
                                            "--deterministic"};
  const CommandResult here = run_crossfoot(command);
  ASSERT_EQ(here.exit_status, 0) << here.err;
  ::setenv("OPENCV_CPU_DISABLE", "SSE4.1,SSE4.2,AVX,FP16,AVX2,FMA3,AVX512F,AVX512-SKX", 1);
  const CommandResult there = run_crossfoot(command);
  ::unsetenv("OPENCV_CPU_DISABLE");
  EXPECT_EQ(here.out, there.out);
}

TEST(Output, DoesNotHoldTheTimeOfWriting) {
  const TemporaryFolder folder;
  const auto write = [&](const std::string& suffix) {
    const std::string stem = (folder.path() / suffix).string();
    EXPECT_EQ(run_crossfoot({"extract", "budget-text.pdf", "-o", stem + ".xlsx"}).exit_status, 0);
    EXPECT_EQ(run_crossfoot({"annotate", "budget-text.pdf", "-o", stem + ".pdf"}).exit_status, 0);
  };
  write("now");
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // what is written counts seconds
  write("later");
  for (const char* format : {".xlsx", ".pdf"}) {
    EXPECT_EQ(content_of((folder.path() / "now").string() + format),
              content_of((folder.path() / "later").string() + format))
        << format;
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

TEST(Output, ABatchGoesOnWithTheListOfTermsThatItWasBegunWith) {
  const TemporaryFolder folder;
  const auto file = [&](const char* name, const char* content) {
    const std::string path = (folder.path() / name).string();
    std::ofstream(path) << content;
    return path;
  };
  const std::string terms = file("terms", "收入\n"), others = file("others", "支出\n");
  const std::string output = (folder.path() / "results").string();
  const auto batch_with = [&](const std::string& lexicon) {
    return run_crossfoot({"batch", "budget-text.pdf", "--lexicon", lexicon, "-o", output});
  };
  EXPECT_EQ(batch_with(terms).exit_status, 0);
  const CommandResult refused = batch_with(others);
  EXPECT_EQ(refused.exit_status, 2);
  EXPECT_THAT(refused.err, HasSubstr("was begun with other options"));
  EXPECT_EQ(batch_with(terms).exit_status, 0);
}

// A document of one table as crossfoot.tables/1: 208 and 210 make the total; 208 is written as
// `pensions`, which was not surely read, and might have been 7.50.
std::string tables_with(const std::string& pensions) {
  std::string cells;
  int slot = 0;
  for (const std::string& text :
       {std::string("编码"), std::string("名称"), std::string("决算数"), std::string("合计"),
        std::string(), std::string("11.50"), std::string("208"), std::string("社保"), pensions,
        std::string("210"), std::string("卫生"), std::string("4.00")}) {
    cells += std::string(slot ? "," : "") + "{\"row\":" + std::to_string(slot / 3) +
             ",\"col\":" + std::to_string(slot % 3) + ",\"text\":\"" + text + "\"";
    if (text == pensions)
      cells += ",\"confidence\":0.7,\"alternatives\":[{\"text\":\"7.50\",\"cost\":1}]";
    cells += "}";
    ++slot;
  }
  return "{\"schema\":\"crossfoot.tables/1\",\"source\":\"a.pdf\",\"tables\":[{\"id\":\"t1\","
         "\"title\":\"支出表\",\"header_rows\":1,\"n_rows\":4,\"n_cols\":3,\"parts\":[{\"page\":1,"
         "\"first_row\":0,\"n_rows\":4}],\"cells\":[" +
         cells + "]}]}";
}

TEST(Output, MisreadFiguresAreRepairedUnlessToldNotTo) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "a.json").string();
  std::ofstream(file) << tables_with("7.60");
  const CommandResult repaired = run_crossfoot({"check", file});
  EXPECT_EQ(repaired.exit_status, 0);
  EXPECT_THAT(repaired.out, HasSubstr("1 repaired"));
  const CommandResult as_read = run_crossfoot({"check", file, "--no-repair"});
  EXPECT_EQ(as_read.exit_status, 1);
  EXPECT_THAT(as_read.out, HasSubstr("0 repaired"));
  EXPECT_THAT(run_crossfoot({"extract", file, "--format", "csv"}).out, HasSubstr("7.50"));
  EXPECT_THAT(run_crossfoot({"extract", file, "--format", "csv", "--no-repair"}).out,
              HasSubstr("7.60"));
}

TEST(Output, SuggestedRulesHoldInTheirDocumentAndTellAChange) {
  const TemporaryFolder folder;
  const std::string good = (folder.path() / "good.json").string();
  const std::string bad = (folder.path() / "bad.json").string();
  const std::string rules = (folder.path() / "budget.toml").string();
  std::ofstream(good) << tables_with("7.50");
  std::ofstream(bad) << tables_with("7.60");
  ASSERT_EQ(run_crossfoot({"rules", "suggest", good, "-o", rules}).exit_status, 0);
  EXPECT_THAT(content_of(rules),
              HasSubstr("check = \"[支出表 | 合计 | 决算数] = [支出表 | 208 | 决算数] + "
                        "[支出表 | 210 | 决算数]\""));
  EXPECT_EQ(run_crossfoot({"check", good, "--rules", rules}).exit_status, 0);
  const CommandResult told =
      run_crossfoot({"check", bad, "--no-repair", "--format", "json", "--rules", rules});
  EXPECT_THAT(told.out, HasSubstr("\"hold\": 0,\n  \"fail\": 2"));
  EXPECT_THAT(told.out, HasSubstr("\"kind\": \"rule\""));
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
