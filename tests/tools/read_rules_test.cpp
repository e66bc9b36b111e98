#include "tools/read_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/temporary_folder.h"
#include "tools/write_file.h"

namespace crossfoot {
namespace {

using testing::HasSubstr;

TEST(ReadRules, NoFileGivesNoRules) {
  const auto rules = read_rules("");
  ASSERT_TRUE(rules);
  EXPECT_TRUE(rules->empty());
}

TEST(ReadRules, AFileOfRules) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "rules.toml").string();
  ASSERT_EQ(write_file(path, "[[rule]]\nname = \"n\"\ncheck = \"[a | b | c] = [d | e | f]\"\n"),
            std::nullopt);
  const auto rules = read_rules(path);
  ASSERT_TRUE(rules) << rules.error().to_string();
  ASSERT_EQ(rules->size(), 1U);
  EXPECT_EQ(rules->front().name, "n");
}

TEST(ReadRules, AMistakeIsNamedWithItsPlace) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "rules.toml").string();
  ASSERT_EQ(write_file(path, "[[rule]]\nname = \n"), std::nullopt);
  const auto rules = read_rules(path);
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().code, ErrorCode::unreadable);
  EXPECT_THAT(rules.error().to_string(), HasSubstr("rules.toml: line 2, column"));
  EXPECT_FALSE(read_rules((folder.path() / "missing").string()));
}

}  // namespace
}  // namespace crossfoot
