#include "extract/trust_layer.h"

#include <gtest/gtest.h>

#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

// Lines of ten digits at 72 dpi, so that points are pixels.
CleanPage printed(int lines) {
  Raster page = test::paper(300, 400, 72);
  for (int i = 0; i < lines; ++i) test::write_text(page, 20, 20 + 30 * i, "1234567890");
  return test::clean_page_of(page, 14);
}

std::vector<Word> layer(int lines, const std::string& text = "1234567890") {
  std::vector<Word> words;
  for (int i = 0; i < lines; ++i) {
    const double y = 20 + 30 * i;
    words.push_back({text, {20, y, 140, y + 14}, {}});
  }
  return words;
}

TEST(IsTrustworthy, WordsThatCoverTheInk) { EXPECT_TRUE(is_trustworthy(layer(10), printed(10))); }

TEST(IsTrustworthy, NoWordsAreNoLayer) {
  EXPECT_FALSE(is_trustworthy({}, printed(10)));
  EXPECT_FALSE(is_trustworthy({}, printed(0)));
}

TEST(IsTrustworthy, InkWithoutWordsIsATableInAPicture) {
  EXPECT_TRUE(is_trustworthy(layer(9), printed(10)));   // a tenth may be a logo
  EXPECT_FALSE(is_trustworthy(layer(5), printed(10)));  // half may not
}

TEST(IsTrustworthy, WordsBesideTheInkDoNotCoverIt) {
  auto words = layer(10);
  for (Word& word : words) {
    word.box.x0 += 150;
    word.box.x1 += 150;
  }
  EXPECT_FALSE(is_trustworthy(words, printed(10)));
}

TEST(IsTrustworthy, WordsWithoutInkDoNoHarm) {
  EXPECT_TRUE(is_trustworthy(layer(10), printed(5)));  // white text, invisible text
}

TEST(IsTrustworthy, CharactersWithoutAMeaningAreGarbage) {
  const CleanPage page = printed(10);
  EXPECT_FALSE(is_trustworthy(layer(10, "\x01\x02\x03"), page));              // control characters
  EXPECT_FALSE(is_trustworthy(layer(10, "12\xEF\xBF\xBD"), page));            // U+FFFD
  EXPECT_FALSE(is_trustworthy(layer(10, "\xEE\x80\x81\xEE\x80\x82"), page));  // private use
  EXPECT_TRUE(is_trustworthy(layer(10, "合计"), page));
}

TEST(IsTrustworthy, OneSymbolAmongManyCharactersIsABullet) {
  auto words = layer(10);
  words[0].text = "\xEE\x80\x81";
  EXPECT_TRUE(is_trustworthy(words, printed(10)));  // 1 of 91
}

}  // namespace
}  // namespace crossfoot
