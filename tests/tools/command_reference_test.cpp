#include "tools/command_reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>

namespace crossfoot {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ManualPages, OneForTheCommandAndOneForEachSubcommand) {
  const auto pages = manual_pages();
  for (const char* name : {"crossfoot.1", "crossfoot-extract.1", "crossfoot-check.1",
                           "crossfoot-rules.1", "crossfoot-compare.1", "crossfoot-review.1",
                           "crossfoot-annotate.1", "crossfoot-batch.1"}) {
    ASSERT_EQ(pages.count(name), 1u) << name;
    EXPECT_THAT(pages.at(name), HasSubstr(".SH OPTIONS"));
    EXPECT_THAT(pages.at(name), HasSubstr("Exit status:"));
  }
}

TEST(ManualPages, OptionsStandAsInHelp) {
  const std::string page = manual_pages().at("crossfoot-extract.1");
  EXPECT_THAT(page, HasSubstr(".B \\-o, \\-\\-output FILE|DIR\n"));
  EXPECT_THAT(page, HasSubstr(".B \\-\\-ocr auto|always|never\n"));
  EXPECT_THAT(page, HasSubstr(".B \\-\\-safe\\-csv\n"));
  EXPECT_THAT(page, HasSubstr(".I INPUT\n"));
}

// What bash answers to a tab after these words.
std::string completed(const std::string& words) {
  const std::string script = bash_completion() + "COMP_WORDS=(" + words +
                             "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _crossfoot; "
                             "echo \"${COMPREPLY[@]}\"\n";
  const std::string command = "bash -c '" + [&] {
    std::string quoted;
    for (const char c : script) quoted += c == '\'' ? "'\\''" : std::string(1, c);
    return quoted;
  }() + "'";
  std::FILE* pipe = ::popen(command.c_str(), "r");
  std::string out;
  for (int c; (c = std::fgetc(pipe)) != EOF;) out += static_cast<char>(c);
  ::pclose(pipe);
  return out;
}

TEST(BashCompletion, CommandsOptionsAndTheirWords) {
  EXPECT_EQ(completed("crossfoot ex"), "extract\n");
  EXPECT_EQ(completed("crossfoot extract --safe"), "--safe-csv\n");
  EXPECT_EQ(completed("crossfoot extract --format x"), "xlsx\n");
  EXPECT_EQ(completed("crossfoot check --format ''"), "text json\n");
  EXPECT_THAT(completed("crossfoot check --rul"), Not(HasSubstr("expect")));
}

}  // namespace
}  // namespace crossfoot
