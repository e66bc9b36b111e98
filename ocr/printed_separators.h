// Which of the points and commas that were read are printed.
#pragma once

#include "ocr/line_view.h"
#include "ocr/number_network.h"

namespace crossfoot {

struct Separators {
  int printed = 0;
  int unseen = 0;  // they stand in white, with no small piece of ink at the foot near them
};

// Of the likeliest symbols of each column; scores: of the view. O(pixels of the view).
Separators printed_separators(const LineView& view, const LineScores& scores);

}  // namespace crossfoot
