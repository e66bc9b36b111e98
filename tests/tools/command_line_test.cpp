#include "tools/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::variant<CommandOptions, Answer> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "crossfoot");
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

CommandOptions options_of(const std::vector<const char*>& arguments) {
  const auto parsed = parse(arguments);
  const auto* answer = std::get_if<Answer>(&parsed);
  EXPECT_EQ(answer, nullptr) << (answer == nullptr ? "" : answer->text);
  return answer == nullptr ? std::get<CommandOptions>(parsed) : CommandOptions{};
}

Answer answer_to(const std::vector<const char*>& arguments) {
  const auto parsed = parse(arguments);
  const auto* answer = std::get_if<Answer>(&parsed);
  EXPECT_NE(answer, nullptr);
  return answer != nullptr ? *answer : Answer{};
}

TEST(CommandLine, Defaults) {
  const CommandOptions options = options_of({"extract", "a.pdf"});
  EXPECT_EQ(options.command, Command::extract);
  EXPECT_THAT(options.inputs, ElementsAre("a.pdf"));
  EXPECT_EQ(options.format, OutputFormat::text);
  EXPECT_EQ(options.output, std::nullopt);
  EXPECT_EQ(options.ocr, OcrMode::automatic);
  EXPECT_EQ(options.languages, "chi_sim+eng");
  EXPECT_GE(options.jobs, 1);
  EXPECT_TRUE(options.pages.empty());
  EXPECT_EQ(options.limits.seconds, 120);
  EXPECT_EQ(options.limits.memory_bytes, std::size_t{2048} << 20);
  EXPECT_EQ(options.most_pages, 10'000);
  EXPECT_EQ(options.most_pixels, 130e6);
}

TEST(CommandLine, EveryOption) {
  const CommandOptions options =
      options_of({"check", "a.pdf", "-", "b.json", "--pages", "1-3,7", "--format", "json", "--ocr",
                  "never", "--lang", "eng", "--password", "p", "--jobs", "3", "-o", "out/",
                  "--page-timeout", "1.5", "--page-memory", "64", "--max-pages", "9", "--max-pixels",
                  "2.5"});
  EXPECT_EQ(options.command, Command::check);
  EXPECT_THAT(options.inputs, ElementsAre("a.pdf", "-", "b.json"));
  EXPECT_THAT(options.pages, ElementsAre(PageRange{1, 3}, PageRange{7, 7}));
  EXPECT_EQ(options.format, OutputFormat::json);
  EXPECT_EQ(options.ocr, OcrMode::never);
  EXPECT_EQ(options.languages, "eng");
  EXPECT_EQ(options.password, "p");
  EXPECT_EQ(options.jobs, 3);
  EXPECT_EQ(options.limits.seconds, 1.5);
  EXPECT_EQ(options.limits.memory_bytes, std::size_t{64} << 20);
  EXPECT_EQ(options.most_pages, 9);
  EXPECT_EQ(options.most_pixels, 2.5e6);
  EXPECT_EQ(options.output, "out/");
}

TEST(CommandLine, RulesAreSuggestedForDocuments) {
  const CommandOptions options =
      options_of({"rules", "suggest", "a.pdf", "b.json", "--pages", "2"});
  EXPECT_EQ(options.command, Command::rules);
  EXPECT_THAT(options.inputs, ElementsAre("a.pdf", "b.json"));
  EXPECT_EQ(options.format, OutputFormat::toml);
}

TEST(CommandLine, FiguresAreRepairedUnlessToldNotTo) {
  EXPECT_TRUE(options_of({"check", "a.pdf"}).repair);
  for (const char* command : {"check", "extract", "review", "annotate"}) {
    EXPECT_FALSE(options_of({command, "a.pdf", "-o", "x", "--no-repair"}).repair) << command;
  }
}

TEST(CommandLine, ALexiconGoesWithWhateverReadsDocuments) {
  EXPECT_EQ(options_of({"extract", "a.pdf"}).lexicon, "");
  for (const char* command : {"check", "extract", "review", "annotate"}) {
    EXPECT_EQ(options_of({command, "a.pdf", "-o", "x", "--lexicon", "terms.txt"}).lexicon, "terms.txt")
        << command;
  }
}

TEST(CommandLine, EveryOptionOfCompare) {
  const CommandOptions options =
      options_of({"compare", "good.json", "new.json", "--tolerance", "0.01", "--ignore-text-width",
                  "--only", "amounts", "-o", "out.xml"});
  EXPECT_EQ(options.command, Command::compare);
  EXPECT_THAT(options.inputs, ElementsAre("good.json", "new.json"));
  EXPECT_EQ(options.compare.tolerance, parse_amount("0.01"));
  EXPECT_TRUE(options.compare.ignore_text_width);
  EXPECT_TRUE(options.compare.only_amounts);
  EXPECT_EQ(options.format, OutputFormat::junit);
}

TEST(CommandLine, ExtractWithKnownGoodTables) {
  const CommandOptions options =
      options_of({"extract", "a.pdf", "--expect", "good/", "--format", "junit"});
  EXPECT_EQ(options.expect, "good/");
  EXPECT_FALSE(options.update);
  EXPECT_EQ(options.format, OutputFormat::junit);
  EXPECT_TRUE(options_of({"extract", "a.pdf", "--expect", "good/", "--update"}).update);
}

TEST(CommandLine, EveryOptionOfBatch) {
  const CommandOptions options =
      options_of({"batch", "in/", "-o", "out", "--manifest", "files.txt", "--shard", "3/8",
                  "--retry-failed", "--summary", "--rules", "r.toml", "--safe-csv"});
  EXPECT_EQ(options.command, Command::batch);
  EXPECT_EQ(options.format, OutputFormat::json);
  EXPECT_EQ(options.output, "out");
  EXPECT_EQ(options.manifest, "files.txt");
  EXPECT_EQ(options.shard, (Shard{3, 8}));
  EXPECT_TRUE(options.retry_failed);
  EXPECT_TRUE(options.summary);
  EXPECT_EQ(options.rules, "r.toml");
  EXPECT_TRUE(options.safe_csv);
  EXPECT_TRUE(options_of({"batch", "-o", "out"}).inputs.empty());  // goes on with what was begun
}

TEST(CommandLine, TheEndingOfTheOutputGivesTheFormat) {
  EXPECT_EQ(options_of({"extract", "a.pdf", "-o", "x.md"}).format, OutputFormat::md);
  EXPECT_EQ(options_of({"extract", "a.pdf", "-o", "x.json"}).format, OutputFormat::json);
  EXPECT_EQ(options_of({"extract", "a.pdf", "-o", "x.json", "--format", "csv"}).format,
            OutputFormat::csv);
  EXPECT_EQ(options_of({"extract", "a.pdf", "-o", "tables.d"}).format, OutputFormat::text);
}

TEST(CommandLine, HelpTeachesWithExamplesAndExitCodes) {
  for (const std::vector<const char*>& arguments :
       {std::vector{"--help"}, std::vector{"extract", "--help"}, std::vector{"check", "-h"}}) {
    const Answer answer = answer_to(arguments);
    EXPECT_EQ(answer.code, ExitCode::all_holds);
    EXPECT_THAT(answer.text, HasSubstr("Examples:"));
    EXPECT_THAT(answer.text, HasSubstr("Exit status:"));
  }
}

TEST(CommandLine, TheVersionNamesLibrariesAndLanguages) {
  const std::string text = answer_to({"--version"}).text;
  for (const char* name : {"crossfoot 0.", "Tesseract ", "languages ", "PoDoFo 0.", "qpdf ",
                           "poppler ", "Leptonica 1.", "OpenCV ", "libxlsxwriter "}) {
    EXPECT_THAT(text, HasSubstr(name));
  }
}

TEST(CommandLine, AMistakeIsOneLineThatNamesIt) {
  const std::vector<std::pair<std::vector<const char*>, const char*>> mistakes = {
      {{}, "subcommand"},
      {{"frob"}, "there is no command 'frob'"},
      {{"extract"}, "INPUT is required"},
      {{"extract", "a.pdf", "--format", "xml"}, "xml not in {text,csv,json,md,xlsx,junit,html}"},
      {{"check", "a.pdf", "--format", "csv"}, "csv not in {text,json}"},
      {{"rules", "a.pdf", "b.pdf"}, "a.pdf not in {suggest}"},
      {{"rules", "suggest", "a.pdf", "-o", "x.json"}, "rules writes toml, not json"},
      {{"check", "a.pdf", "-o", "x.csv"}, "check writes text or json, not csv"},
      {{"extract", "a.pdf", "-o", "x.html"},
       "extract writes text, csv, json, md or xlsx, not html"},
      {{"extract", "a.pdf", "--expect", "good", "-o", "x.csv"},
       "extract --expect writes text, json"},
      {{"extract", "a.pdf", "--update"}, "--update requires --expect"},
      {{"extract", "a.pdf", "--tolerance", "1"}, "--tolerance requires --expect"},
      {{"compare", "a.json"}, "ACTUAL is required"},
      {{"compare", "a.json", "b.json", "c.json"}, "c.json"},
      {{"compare", "a.json", "b.json", "--tolerance", "much"}, "'much' is no amount"},
      {{"compare", "a.json", "b.json", "--only", "texts"}, "texts not in {amounts}"},
      {{"extract", "a.pdf", "--pages", "3-1"}, "'3-1' is not a list of pages"},
      {{"extract", "a.pdf", "--jobs", "0"}, "--jobs"},
      {{"extract", "a.pdf", "--ocr", "maybe"}, "maybe"},
      {{"extract", "a.pdf", "--frob"}, "there is no option --frob; see crossfoot extract --help"},
      {{"extract", "a.pdf", "--fromat", "csv"},
       "there is no option --fromat; did you mean --format?"},
      {{"extract", "a.pdf", "--pagse=3"}, "did you mean --pages?"},
      {{"chekc", "a.pdf"}, "did you mean check?"},
      {{"check", "a.pdf", "--quiet", "--verbose"}, "--quiet excludes --verbose"},
      {{"extract", "-", "-"}, "standard input"},
      {{"batch", "a.pdf"}, "--output is required"},
      {{"batch", "-", "-o", "out"}, "batch reads files, not standard input"},
      {{"batch", "in", "-o", "out", "--shard", "9/8"}, "'9/8' is no shard such as 3/8"},
  };
  for (const auto& [arguments, expected] : mistakes) {
    const Answer answer = answer_to(arguments);
    EXPECT_EQ(answer.code, ExitCode::usage) << expected;
    EXPECT_THAT(answer.text, HasSubstr(expected));
    EXPECT_EQ(std::count(answer.text.begin(), answer.text.end(), '\n'), 1) << answer.text;
  }
}

}  // namespace
}  // namespace crossfoot
