// A sequential test (Wald, Sequential Tests of Statistical Hypotheses, 1945): lines are read both ways,
// one after the other, until the odds are clear.
#include "extract/settle_orientation.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "extract/cv_view.h"
#include "extract/piece_cuts.h"
#include "extract/text_source.h"

namespace crossfoot {
namespace {

// Lines that are read both ways at most.
constexpr std::size_t kLines = 8;

// In text heights: long enough to say something, short enough to cost little, and what is read first.
// The least sure symbol speaks for its line, so that a longer one says less for more.
constexpr double kShortest = 3, kLongest = 25, kBest = 8;

// Difference of the log odds from which no further line is read: odds of 150 : 1. A line that is read
// right has 4, on its head 1.4, so that two mostly decide; the furthest that lines of a real page led
// astray was 2.6.
constexpr double kSettled = 5;

std::vector<PixelBox> sample_lines(const CleanPage& page, RecognizedText& source) {
  const std::vector<PixelBox> words = source.words_outside({});
  std::vector<PixelBox> lines;
  for (const std::vector<int>& piece : cut_pieces(words, page.text_height_px)) {
    PixelBox box = words[piece.front()];
    for (const int i : piece) {
      box = {std::min(box.x0, words[i].x0), std::min(box.y0, words[i].y0),
             std::max(box.x1, words[i].x1), std::max(box.y1, words[i].y1)};
    }
    const double width = box.width() / page.text_height_px;
    if (width >= kShortest && width <= kLongest) lines.push_back(box);
  }
  const auto from_best = [&](const PixelBox& box) {
    return std::abs(box.width() - kBest * page.text_height_px);
  };
  std::stable_sort(lines.begin(), lines.end(), [&](const PixelBox& a, const PixelBox& b) {
    return from_best(a) < from_best(b);
  });
  if (lines.size() > kLines) lines.resize(kLines);
  return lines;
}

// The log odds that a line is read right. Remains of rules are read as some stroke either way up, with
// middling confidence; one word that is surely read says more than many of them. No line's doubt counts
// as less than this, so that no single one decides.
constexpr double kLeastDoubt = 0.01;

double legibility(RecognizedText& source, const PixelBox& line) {
  const std::vector<TextLine> read = source.read({line});
  return read.empty() ? 0 : -std::log(std::max(kLeastDoubt, 1 - read.front().confidence));
}

// The place of a box on the page turned upside down.
PixelBox turned_over(const PixelBox& box, const Raster& page) {
  return {page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0};
}

}  // namespace

void settle_orientation(CleanPage& page, Rulings& rulings, TextRecognizer& recognizer) {
  CleanPage upright = page;
  cv_view(upright.ink).setTo(0, cv_view(rulings.mask));
  cv_view(upright.gray).setTo(255, cv_view(rulings.mask));
  CleanPage on_its_head = upright;
  turn_upside_down(on_its_head);
  RecognizedText as_is(upright, recognizer), turned(on_its_head, recognizer);
  double for_turned = 0;
  for (const PixelBox& line : sample_lines(upright, as_is)) {
    for_turned += legibility(turned, turned_over(line, page.ink)) - legibility(as_is, line);
    if (std::abs(for_turned) >= kSettled) break;
  }
  if (for_turned <= 0) return;
  turn_upside_down(page);
  rulings = find_rulings(page);
}

}  // namespace crossfoot
