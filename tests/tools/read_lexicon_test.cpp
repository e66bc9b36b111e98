#include "tools/read_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/temporary_folder.h"
#include "tools/write_file.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(ReadLexicon, NoFileGivesNoTerms) {
  const auto terms = read_lexicon("");
  ASSERT_TRUE(terms);
  EXPECT_TRUE(terms->empty());
}

TEST(ReadLexicon, AFileOfTerms) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "terms.txt").string();
  ASSERT_EQ(write_file(path, "收入总计\n20805\t行政事业单位养老支出\n"), std::nullopt);
  const auto terms = read_lexicon(path);
  ASSERT_TRUE(terms) << terms.error().to_string();
  EXPECT_THAT(*terms, ElementsAre(LexiconTerm{"", "收入总计"},
                                  LexiconTerm{"20805", "行政事业单位养老支出"}));
}

TEST(ReadLexicon, AFileThatIsNotThereIsAnErrorThatSaysWhatToGive) {
  const TemporaryFolder folder;
  const auto terms = read_lexicon((folder.path() / "missing").string());
  ASSERT_FALSE(terms);
  EXPECT_THAT(terms.error().to_string(), HasSubstr("--lexicon"));
}

}  // namespace
}  // namespace crossfoot
