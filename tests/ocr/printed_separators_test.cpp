#include "ocr/printed_separators.h"

#include <gtest/gtest.h>

#include <string_view>

#include "ocr/number_symbols.h"

namespace crossfoot {
namespace {

constexpr int kWidth = 96;

void print(LineView& view, int x0, int y0, int x1, int y1) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) view.ink[static_cast<std::size_t>(y) * view.width + x] = 1;
  }
}

// Two digits, each 14 columns wide and 24 rows high, with 18 columns and this box of ink between them.
LineView digits_with(int x0, int y0, int x1, int y1) {
  LineView view;
  view.width = kWidth;
  view.ink.assign(static_cast<std::size_t>(LineView::kRows) * kWidth, 0.0F);
  print(view, 20, 4, 34, 28);
  print(view, 52, 4, 66, 28);
  print(view, x0, y0, x1, y1);
  return view;
}

// The network reads a point between them, at column 42 of the view.
LineScores scores_with(std::string_view separator) {
  LineScores scores;
  scores.columns = kWidth / 4;
  scores.classes = static_cast<int>(kNumberSymbols.size()) + 1;
  scores.log_p.assign(static_cast<std::size_t>(scores.columns) * scores.classes, -20.0F);
  for (int i = 0; i < scores.columns; ++i) {
    scores.log_p[static_cast<std::size_t>(i) * scores.classes] = -5;
  }
  for (int symbol = 0; symbol < static_cast<int>(kNumberSymbols.size()); ++symbol) {
    if (kNumberSymbols[symbol] == separator) {
      scores.log_p[static_cast<std::size_t>(10) * scores.classes + symbol + 1] = 0;
    }
  }
  return scores;
}

Separators found(const LineView& view, std::string_view separator = ".") {
  return printed_separators(view, scores_with(separator));
}

TEST(PrintedSeparators, InWideWhiteAPointIsUnseen) {
  const Separators separators = found(digits_with(0, 0, 0, 0));
  EXPECT_EQ(separators.unseen, 1);
  EXPECT_EQ(separators.printed, 0);
  EXPECT_EQ(found(digits_with(0, 0, 0, 0), ",").unseen, 1);
}

TEST(PrintedSeparators, OtherSymbolsAreNone) {
  const Separators separators = found(digits_with(0, 0, 0, 0), " ");
  EXPECT_EQ(separators.unseen + separators.printed, 0);
}

TEST(PrintedSeparators, SmallInkBetweenWhiteIsPrinted) {
  EXPECT_EQ(found(digits_with(40, 25, 43, 28)).printed, 1);      // at the foot
  EXPECT_EQ(found(digits_with(40, 14, 43, 17)).printed, 1);      // half way up, a full-width point
  EXPECT_EQ(found(digits_with(36, 24, 40, 31), ",").printed, 1);  // with white of its own behind it
}

TEST(PrintedSeparators, APointThatTouchesItsDigitIsPrinted) {
  EXPECT_EQ(found(digits_with(34, 24, 38, 28)).printed, 1);
}

TEST(PrintedSeparators, SerifsAndBarsAreNoPoints) {
  EXPECT_EQ(found(digits_with(34, 26, 38, 28)).unseen, 1);  // the foot of a 1
  EXPECT_EQ(found(digits_with(50, 19, 52, 22)).unseen, 1);  // the bar of a 4
}

TEST(PrintedSeparators, BetweenCloseDigitsNothingIsSaid) {
  EXPECT_EQ(found(digits_with(34, 4, 48, 28)).printed, 1);
}

}  // namespace
}  // namespace crossfoot
