#include "extract/settle_orientation.h"

#include <gmock/gmock.h>

#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

constexpr double kTextHeight = 14;

// Reads lines whose ink is heavier below than above, and doubts the others.
class HeavyFeet : public TextRecognizer {
 public:
  // sure: whether it tells the former at little cost.
  explicit HeavyFeet(double doubted = 0.6, bool sure = false) : doubted_(doubted), sure_(sure) {}

  std::vector<RecognizedLine> recognize_lines(const std::vector<Raster>& lines) override {
    std::vector<RecognizedLine> read;
    for (const Raster& line : lines) {
      long above = 0, below = 0;
      for (int y = 0; y < line.height; ++y) {
        for (int x = 0; x < line.width; ++x) {
          (2 * y < line.height ? above : below) += 255 - line.row(y)[x];
        }
      }
      read.push_back({"text", below > above ? 0.99 : doubted_, {}});
    }
    n_lines += static_cast<int>(lines.size());
    return read;
  }

  std::vector<RecognizedLine> recognize_sure_lines(const std::vector<Raster>& lines) override {
    if (!sure_) return TextRecognizer::recognize_sure_lines(lines);
    std::vector<RecognizedLine> read = recognize_lines(lines);
    n_lines -= static_cast<int>(lines.size());
    for (RecognizedLine& line : read) {
      if (line.confidence <= doubted_) line = {};
    }
    return read;
  }

  int n_lines = 0;  // that were read in full

 private:
  double doubted_;
  bool sure_;
};

constexpr int kRulingAt = 540;  // y

// Lines of glyphs that are wider at their foot, and a ruling below.
CleanPage page_of(int lines) {
  Raster page = test::paper(600, 600, 150);
  test::fill(page, {60, kRulingAt, 300, kRulingAt + 2});
  for (int line = 0; line < lines; ++line) {
    for (int x = 60; x < 300; x += 16) {
      const int y = 60 + 40 * line;
      test::fill(page, {x + 4, y, x + 7, y + 14});
      test::fill(page, {x, y + 8, x + 12, y + 14});
    }
  }
  return test::clean_page_of(page, kTextHeight);
}

void settle(CleanPage& page, TextRecognizer& recognizer) {
  Rulings rulings = find_rulings(page);
  settle_orientation(page, rulings, recognizer);
}

TEST(SettleOrientation, APageThatReadsWellStays) {
  CleanPage page = page_of(5);
  HeavyFeet recognizer;
  settle(page, recognizer);
  EXPECT_EQ(page.turned_deg, 0);
}

TEST(SettleOrientation, APageOnItsHeadIsTurned) {
  CleanPage page = page_of(5);
  const Raster upright = page.gray;
  turn_upside_down(page);
  HeavyFeet recognizer;
  settle(page, recognizer);
  EXPECT_EQ(page.turned_deg % 360, 0);
  EXPECT_EQ(page.gray.pixels, upright.pixels);
}

TEST(SettleOrientation, ReadsNoMoreOnceItIsClear) {
  CleanPage page = page_of(12);
  HeavyFeet recognizer;
  settle(page, recognizer);
  EXPECT_EQ(recognizer.n_lines, 4);
}

TEST(SettleOrientation, LinesThatAreSureSettleItAlone) {
  for (const bool on_its_head : {false, true}) {
    CleanPage page = page_of(5);
    const Raster upright = page.gray;
    if (on_its_head) turn_upside_down(page);
    HeavyFeet recognizer(0.6, true);
    settle(page, recognizer);
    EXPECT_EQ(recognizer.n_lines, 0);
    EXPECT_EQ(page.gray.pixels, upright.pixels);
  }
}

TEST(SettleOrientation, OneSureLineIsNotEnough) {
  CleanPage page = page_of(1);
  HeavyFeet recognizer(0.6, true);
  settle(page, recognizer);
  EXPECT_EQ(recognizer.n_lines, 2);
}

TEST(SettleOrientation, ReadsEightLinesEachWayAtMost) {
  CleanPage page = page_of(12);
  HeavyFeet hardly_sure(0.98);
  settle(page, hardly_sure);
  EXPECT_EQ(hardly_sure.n_lines, 16);
}

TEST(SettleOrientation, FindsTheRulingsOfATurnedPageAgain) {
  CleanPage page = page_of(5);
  turn_upside_down(page);
  HeavyFeet recognizer;
  Rulings rulings = find_rulings(page);
  settle_orientation(page, rulings, recognizer);
  ASSERT_EQ(rulings.lines.size(), 1u);
  EXPECT_NEAR(rulings.lines.front().at_from, kRulingAt, 2);
}

TEST(SettleOrientation, WithoutALineThatTellsThePageStays) {
  CleanPage blank = test::clean_page_of(test::paper(600, 600, 150), kTextHeight), page = page_of(5);
  HeavyFeet sure_of_all(0.99);
  settle(blank, sure_of_all);
  settle(page, sure_of_all);
  EXPECT_EQ(blank.turned_deg, 0);
  EXPECT_EQ(page.turned_deg, 0);
}

}  // namespace
}  // namespace crossfoot
