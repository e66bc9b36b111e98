// "15 455" is no 15.455: the network knows that groups of digits have something between them, and
// where it saw wide white it may read what it has seen there most often. A separator must be printed:
//
//     1 5   4 5 5        columns of the line that are white, and as wide as a blank, where the
//     1 5 . 4 5 5        network reads a point: unseen. With a small piece of ink between white, at
//           ^            the foot or (a full-width point) half way up, or with ink at the foot alone
//                        of the digit before it, as high as a point: printed
//
// White alone is not enough: a full-width comma has white of its own beside it. The foot of a 1 is
// ink at the foot alone, too, but as thin as a hair-line.
#include "ocr/printed_separators.h"

#include <algorithm>

#include "ocr/number_symbols.h"

namespace crossfoot {
namespace {

constexpr int kColumn = 4;   // columns of the view for each of the scores
constexpr int kNear = 10;    // from a separator to where the network tells it, in columns of the view
constexpr int kBlank = 6;    // a quarter of the height of digits, less than any blank
constexpr int kPoint = 3;    // rows of ink of a point that touches: a serif has one or two of 24
constexpr int kDot = 2;      // and of one by itself, which may be faint
constexpr int kSmall = 11;   // rows that a separator reaches over, at most
constexpr int kFoot = 17;    // the first row of the foot …
constexpr int kBase = 24;    // … and one that a point reaches; the bar of a 4 ends above it
constexpr float kInk = 0.3F, kTrace = 0.12F;  // of the contrast

// The ink of a column, or of several side by side.
struct Ink {
  int first = LineView::kRows, last = -1;  // rows with a trace of it
  int rows = 0;                            // rows with ink
  bool white() const { return last < 0; }
};

Ink column_of(const LineView& view, int x) {
  Ink column;
  for (int y = 0; y < LineView::kRows; ++y) {
    const float ink = view.ink[static_cast<std::size_t>(y) * view.width + x];
    if (ink >= kInk) ++column.rows;
    if (ink < kTrace) continue;
    column.first = std::min(column.first, y);
    column.last = y;
  }
  return column;
}

bool is_separator(int symbol) {
  return symbol > 0 && (kNumberSymbols[static_cast<std::size_t>(symbol) - 1] == "." ||
                        kNumberSymbols[static_cast<std::size_t>(symbol) - 1] == ",");
}

bool is_unseen(const LineView& view, int middle) {
  int white = 0, widest = 0;
  Ink piece;  // since the last white
  bool begun = false;
  for (int x = std::max(0, middle - kNear); x < std::min(view.width, middle + kNear); ++x) {
    const Ink column = column_of(view, x);
    if (column.first >= kFoot && column.last >= kBase && column.rows >= kPoint) return false;
    if (!column.white()) {
      white = 0;
      piece = {std::min(piece.first, column.first), std::max(piece.last, column.last),
               std::max(piece.rows, column.rows)};
      continue;
    }
    if (begun && !piece.white() && piece.last - piece.first < kSmall && piece.rows >= kDot) {
      return false;
    }
    piece = {};
    begun = true;
    widest = std::max(widest, ++white);
  }
  return widest >= kBlank;
}

}  // namespace

Separators printed_separators(const LineView& view, const LineScores& scores) {
  Separators found;
  int before = 0;
  for (int i = 0; i < scores.columns; ++i) {
    const float* p = scores.column(i);
    const int symbol = static_cast<int>(std::max_element(p, p + scores.classes) - p);
    if (symbol != before && is_separator(symbol)) {
      ++(is_unseen(view, i * kColumn + kColumn / 2) ? found.unseen : found.printed);
    }
    before = symbol;
  }
  return found;
}

}  // namespace crossfoot
