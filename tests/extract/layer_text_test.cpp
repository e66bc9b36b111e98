#include <gmock/gmock.h>

#include "extract/text_source.h"
#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

constexpr double kTextHeight = 14;

// At 72 dpi points are pixels.
CleanPage blank_page() { return test::clean_page_of(test::paper(300, 200, 72), kTextHeight); }

// Letters 10 points wide in boxes twice as high as their ink, as some fonts claim them.
Word word(const std::string& text, double x, double y) {
  Word made{text, {x, y, x + 10 * static_cast<double>(text.size()), y + 28}, {}};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double left = x + 10 * static_cast<double>(i);
    made.char_boxes.push_back({left, y, left + 10, y + 28});
  }
  return made;
}

TEST(LayerText, AWordAcrossARulingIsCutThere) {
  const CleanPage page = blank_page();
  LayerText text(page, {word("123456", 20, 50)});
  const auto cells = text.lines_in({{0, 40, 50, 90}, {50, 40, 200, 90}});
  ASSERT_THAT(cells, SizeIs(2));
  ASSERT_THAT(cells[0], SizeIs(1));
  ASSERT_THAT(cells[1], SizeIs(1));
  EXPECT_EQ(cells[0][0].text, "123");
  EXPECT_EQ(cells[1][0].text, "456");
}

TEST(LayerText, LinesOfACellComeTopToBottomAndWordsKeepTheirSpace) {
  const CleanPage page = blank_page();
  LayerText text(page, {word("year", 20, 80), word("Charge", 20, 50), word("for", 90, 50)});
  const auto cells = text.lines_in({{0, 0, 300, 200}});
  ASSERT_THAT(cells[0], SizeIs(2));
  EXPECT_EQ(cells[0][0].text, "Charge for");
  EXPECT_EQ(cells[0][1].text, "year");
}

TEST(LayerText, WordsInTakenBoxesAndDotsOfLeadersAreLeftOut) {
  const CleanPage page = blank_page();
  LayerText text(page, {word("Rent", 20, 50), word("......", 70, 50), word("48", 140, 50),
                        word("taken", 20, 100)});
  EXPECT_THAT(text.words_outside({{0, 95, 300, 140}}), SizeIs(2));
}

// The box of a word is that of its ink, and what was found is found again by it: = has no ink at its
// middle, and may stand above the middle of what its font claims.
TEST(LayerText, WhatIsFoundIsReadAgainByItsBox) {
  Raster paper = test::paper(300, 200, 72);
  test::write_text(paper, 20, 57, "877");
  test::fill(paper, {100, 55, 110, 57});
  test::fill(paper, {100, 59, 110, 61});
  const CleanPage page = test::clean_page_of(paper, kTextHeight);
  LayerText text(page, {word("877", 20, 50), word("=", 100, 50), word("%", 160, 50)});
  std::vector<std::string> read;
  for (const TextLine& line : text.read(text.words_outside({}))) read.push_back(line.text);
  EXPECT_THAT(read, ElementsAre("877", "=", "%"));
}

}  // namespace
}  // namespace crossfoot
