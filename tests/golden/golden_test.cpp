// What the command prints and how it ends, compared with files of expected output.
//
// expected/NAME.txt holds stdout, stderr and the exit status of the case of that name. The files
// are written only when asked for, and then to be read before they are committed:
//
//   CROSSFOOT_UPDATE_GOLDEN=1 build/release/tests/golden/golden_tests --gtest_filter='Golden*'
//
// Only born-digital pages stand here: what is read from a scan may change with every version of a
// recogniser, so that scans are held to a minimum in known_good_test.cpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/golden/run_command.h"
#include "tests/tools/temporary_folder.h"
#include "tools/write_file.h"

namespace crossfoot {
namespace {

struct Case {
  std::string name;
  std::vector<std::string> arguments;
};

void PrintTo(const Case& golden, std::ostream* out) { *out << golden.name; }

const std::vector<Case> kCases = {
    {"extract-text", {"extract", "budget-text.pdf"}},
    {"extract-csv", {"extract", "budget-text.pdf", "--format", "csv"}},
    {"extract-markdown", {"extract", "budget-text.pdf", "--format", "md"}},
    {"extract-json", {"extract", "budget-text.pdf", "--format", "json"}},
    {"extract-one-page", {"extract", "budget-text.pdf", "--pages", "2", "--format", "csv"}},
    {"check-text", {"check", "budget-text.pdf"}},
    {"check-json", {"check", "budget-text.pdf", "--format", "json"}},
    {"rules-suggest", {"rules", "suggest", "budget-text.pdf"}},
    {"check-known-good-tables", {"check", "spending-scan-office200.known-good.json"}},
    {"compare-equal", {"compare", "budget-text.known-good.json", "budget-text.known-good.json"}},
    {"expect-nothing-known", {"extract", "budget-text.pdf", "--expect", "nowhere"}},

    {"bad-not-a-document", {"extract", "README.md"}},
    {"bad-no-such-file", {"extract", "missing.pdf"}},
    {"bad-folder", {"extract", "."}},
    {"bad-empty", {"extract", "/dev/null"}},
    {"bad-encrypted", {"extract", "encrypted.pdf"}},
    {"bad-wrong-password", {"check", "encrypted.pdf", "--password", "wrong"}},
    {"bad-page-out-of-range", {"extract", "budget-text.pdf", "--pages", "2,7", "--format", "csv"}},
    {"bad-all-pages-out-of-range", {"check", "budget-text.pdf", "--pages", "3-"}},
    {"bad-one-of-two-pages", {"extract", "damaged-page.pdf", "--format", "csv", "--ocr", "never"}},
    {"bad-one-of-two-inputs",
     {"extract", "README.md", "budget-text.pdf", "--pages", "2", "--format", "csv"}},
    {"bad-language", {"extract", "basic-scan-bw300.pdf", "--lang", "xyz"}},
    {"bad-page-memory", {"extract", "budget-text.pdf", "--page-memory", "1"}},
    {"bad-too-many-pixels", {"extract", "basic-scan-bw300.pdf", "--max-pixels", "8"}},
    {"bad-no-pixels", {"check", "budget-text.pdf", "--max-pixels", "0"}},
    {"bad-too-many-pages", {"extract", "budget-text.pdf", "--max-pages", "1"}},
    {"bad-output", {"extract", "budget-text.pdf", "-o", "nowhere/tables.csv"}},
    {"bad-full-disk", {"extract", "budget-text.pdf", "-o", "/dev/full"}},
    {"bad-other-json", {"check", "other.json"}},
    {"bad-broken-json", {"check", "broken.json"}},
    {"bad-annotate-json", {"annotate", "budget-text.known-good.json"}},
    {"bad-compare-folder", {"compare", "budget-text.known-good.json", "missing"}},
    {"bad-option", {"extract", "budget-text.pdf", "--format", "xml"}},
};

std::string shown(const CommandResult& result) {
  return result.out + "== stderr\n" + result.err + "== exit status " +
         std::to_string(result.exit_status) + "\n";
}

class Golden : public testing::TestWithParam<Case> {};

TEST_P(Golden, OutputAndExitStatusAreAsExpected) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  if (GetParam().name == "bad-page-memory") {
    GTEST_SKIP() << "the sanitizer's own memory knows no limit";
  }
#endif
  const std::string file = CROSSFOOT_EXPECTED "/" + GetParam().name + ".txt";
  const std::string actual = shown(run_crossfoot(GetParam().arguments));
  if (std::getenv("CROSSFOOT_UPDATE_GOLDEN") != nullptr) {
    ASSERT_EQ(write_file(file, actual), std::nullopt);
  }
  EXPECT_EQ(actual, content_of(file)) << "expected in " << file;
}

INSTANTIATE_TEST_SUITE_P(, Golden, testing::ValuesIn(kCases), [](const auto& info) {
  std::string name = info.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace crossfoot
