#include "reconcile/text_fold.h"

#include <gmock/gmock.h>

namespace crossfoot {
namespace {

using ::testing::ElementsAre;

TEST(TextFold, OneLabelPrintedInSeveralWaysFoldsToOne) {
  EXPECT_EQ(fold("收 入 总 计："), "收入总计:");
  EXPECT_EQ(fold("Total  ASSETS"), "totalassets");
  EXPECT_EQ(fold("１２，３００"), "12,300");
}

TEST(TextFold, CodePointsAndBack) {
  EXPECT_EQ(code_points("a£合𠀀"), U"a£合𠀀");
  EXPECT_EQ(utf8(U"a£合𠀀"), "a£合𠀀");
}

TEST(TextFold, BytesThatAreNoTextAreReplacedOneByOne) {
  EXPECT_EQ(code_points("a\xFFz"), U"a\uFFFDz");
  EXPECT_EQ(code_points("\xE5\x90"), U"\uFFFD\uFFFD");  // cut in the middle of 合
}

TEST(TextFold, CharactersKeepTheirBytes) {
  EXPECT_THAT(characters("a合£"), ElementsAre("a", "合", "£"));
  EXPECT_THAT(characters("\x90x"), ElementsAre("\x90", "x"));
  EXPECT_TRUE(characters("").empty());
}

}  // namespace
}  // namespace crossfoot
