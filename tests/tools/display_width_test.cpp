#include "tools/display_width.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(DisplayWidth, IdeographsAndFullWidthSignsTakeTwoColumns) {
  EXPECT_EQ(display_width(""), 0);
  EXPECT_EQ(display_width("394,168.93"), 10);
  EXPECT_EQ(display_width("合计"), 4);
  EXPECT_EQ(display_width("（１２，３）"), 12);
  EXPECT_EQ(display_width("单位：万元"), 10);
  EXPECT_EQ(display_width("한국"), 4);
  EXPECT_EQ(display_width("𠀀"), 2);
}

TEST(DisplayWidth, NarrowSignsOfOtherScriptsTakeOne) {
  EXPECT_EQ(display_width("£’000"), 5);
  EXPECT_EQ(display_width("é — △"), 5);
  EXPECT_EQ(display_width("｡ｱ"), 2);  // half-width forms
}

TEST(DisplayWidth, CombiningMarksTakeNone) {
  EXPECT_EQ(display_width("e\u0301"), 1);
  EXPECT_EQ(display_width("a\u200Bb"), 2);
}

TEST(Glyphs, JoinToTheTextTheyCameFrom) {
  const std::string text = "a合\xFF\xE5\x90é";  // a stray byte and a cut ideograph within
  std::string joined;
  for (const Glyph& glyph : glyphs(text)) joined += glyph.bytes;
  EXPECT_EQ(joined, text);
  EXPECT_EQ(glyphs(text).size(), 6U);
}

TEST(Printable, NothingReachesTheTerminalThatCouldMoveItsCursor) {
  EXPECT_EQ(printable("a\x1b[2Jb\tc\x7f"), "a [2Jb c ");
  EXPECT_EQ(printable("a\u009Bb"), "a b");  // the one-byte form of ESC [
  EXPECT_EQ(printable("\xFF合"), "?合");
}

}  // namespace
}  // namespace crossfoot
