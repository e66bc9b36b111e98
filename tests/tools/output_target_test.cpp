#include "tools/output_target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/captured_console.h"
#include "tools/write_file.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class OutputTargetTest : public testing::Test {
 protected:
  Result<OutputTarget> choose(const std::string& output,
                              std::vector<std::string> inputs = {"a.pdf"}) {
    CommandOptions options;
    options.inputs = std::move(inputs);
    options.output = output;
    return OutputTarget::choose(options);
  }
  std::string in_folder(const std::string& name) const { return (folder_.path() / name).string(); }

  TemporaryFolder folder_;
  CapturedConsole captured_;
};

TEST_F(OutputTargetTest, WithoutOutputDataGoToStandardOutput) {
  CommandOptions options;
  options.inputs = {"a.pdf"};
  const auto target = OutputTarget::choose(options);
  ASSERT_TRUE(target);
  target->write("unused", "data", captured_.console);
  EXPECT_EQ(captured_.out(), "data");
  EXPECT_TRUE(choose("-")->is_standard_output());
}

TEST_F(OutputTargetTest, ANameWithExtensionIsAFile) {
  const auto target = choose(in_folder("out.csv"));
  ASSERT_TRUE(target);
  target->write("unused", "data", captured_.console);
  EXPECT_EQ(content_of(in_folder("out.csv")), "data");
}

TEST_F(OutputTargetTest, ASlashNoExtensionOrAnExistingFolderIsAFolder) {
  std::filesystem::create_directory(in_folder("there.d"));
  for (const char* name : {"new", "with.dot/", "there.d", "deep/er"}) {
    const auto target = choose(in_folder(name));
    ASSERT_TRUE(target) << name;
    EXPECT_TRUE(target->is_folder()) << name;
    target->write("x.csv", "data", captured_.console);
    EXPECT_EQ(content_of(in_folder(name) + "/x.csv"), "data") << name;
  }
}

TEST_F(OutputTargetTest, AnOutputThatCannotBeIsSaidBeforeTheWork) {
  const auto nowhere = choose(in_folder("no/out.csv"));
  ASSERT_FALSE(nowhere);
  EXPECT_THAT(nowhere.error().to_string(), HasSubstr("there is no folder"));
  ASSERT_EQ(write_all(open(in_folder("file").c_str(), O_CREAT | O_WRONLY, 0600), "x"), 0);
  EXPECT_FALSE(choose(in_folder("file") + "/"));
}

TEST_F(OutputTargetTest, OneFileTakesOneInput) {
  const auto target = choose(in_folder("out.csv"), {"a.pdf", "b.pdf"});
  ASSERT_FALSE(target);
  EXPECT_EQ(target.error().code, ErrorCode::usage);
}

TEST_F(OutputTargetTest, TheInputIsNeverReplaced) {
  ASSERT_EQ(write_file(in_folder("a.pdf"), "precious"), std::nullopt);
  const auto target = choose(in_folder("a.pdf"), {in_folder("./a.pdf")});
  ASSERT_FALSE(target);
  EXPECT_THAT(target.error().to_string(), HasSubstr("is the input itself"));
}

TEST_F(OutputTargetTest, AFileThatCannotBeWrittenDoesNotStopTheNext) {
  const auto target = choose(folder_.path().string());
  std::filesystem::create_directory(in_folder("a.csv"));
  target->write("a.csv", "1", captured_.console);
  target->write("b.csv", "2", captured_.console);
  EXPECT_EQ(captured_.exit_code(), 2);
  EXPECT_THAT(captured_.err(), HasSubstr("a.csv: cannot be written: Is a directory"));
  EXPECT_EQ(content_of(in_folder("b.csv")), "2");
}

}  // namespace
}  // namespace crossfoot
