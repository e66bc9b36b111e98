#include "extract/paragraphs.h"

#include <gmock/gmock.h>

#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Lines of 10 px, 16 from line to line, in a column from 100 to 500; a text height of 10 px.
constexpr int kLeft = 100, kRight = 500, kPitch = 16;

std::vector<Paragraph> paragraphs_of(const std::vector<TextLine>& lines) {
  return join_paragraphs(lines, test::clean_page_of(test::paper(600, 800, 72), 10), 3);
}

std::vector<std::string> texts_of(const std::vector<TextLine>& lines) {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : paragraphs_of(lines)) texts.push_back(paragraph.text);
  return texts;
}

TextLine line(std::string text, int number, int x0 = kLeft, int x1 = kRight) {
  return {std::move(text), {x0, kPitch * number, x1, kPitch * number + 10}, 1, {}};
}

TEST(JoinParagraphs, FullLinesRunOn) {
  EXPECT_THAT(texts_of({line("The income of", 0), line("the year rose", 1), line("again.", 2)}),
              ElementsAre("The income of the year rose again."));
}

TEST(JoinParagraphs, AnIndentBeginsANewOne) {
  EXPECT_THAT(texts_of({line("one", 0), line("two", 1, kLeft + 20), line("three", 2)}),
              ElementsAre("one", "two three"));
}

TEST(JoinParagraphs, AShortLineIsALastLine) {
  EXPECT_THAT(texts_of({line("one", 0), line("two", 1, kLeft, 300), line("three", 2)}),
              ElementsAre("one two", "three"));
}

TEST(JoinParagraphs, AWideGapBeginsANewOne) {
  EXPECT_THAT(texts_of({line("one", 0), line("two", 1), line("three", 4)}),
              ElementsAre("one two", "three"));
}

TEST(JoinParagraphs, AColumnBesideBeginsANewOne) {
  const TextLine left{"left", {100, 0, 280, 10}, 1, {}}, right{"right", {320, 0, 500, 10}, 1, {}};
  EXPECT_THAT(texts_of({left, right}), ElementsAre("left", "right"));
}

TEST(JoinParagraphs, ANumberBrokenOverLinesIsOneNumber) {
  EXPECT_THAT(texts_of({line("收入12", 0), line("34万元", 1)}), ElementsAre("收入1234万元"));
}

TEST(JoinParagraphs, ThePageAndTheHullOfTheLinesAreKept) {
  const auto paragraphs = paragraphs_of({line("one", 1), line("two", 2, 95, 480)});
  ASSERT_EQ(paragraphs.size(), 1U);
  EXPECT_EQ(paragraphs[0].page, 3);
  EXPECT_EQ(paragraphs[0].box, (Box{95, 16, 500, 42}));
}

TEST(JoinParagraphs, NoLinesAreNoParagraph) { EXPECT_THAT(paragraphs_of({}), IsEmpty()); }

}  // namespace
}  // namespace crossfoot
