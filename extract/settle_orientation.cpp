#include "extract/settle_orientation.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "extract/cv_view.h"
#include "extract/find_rulings.h"
#include "extract/piece_cuts.h"
#include "extract/text_source.h"

namespace crossfoot {
namespace {

// Lines that are read both ways; a wrong way up costs most of them their confidence.
constexpr std::size_t kLines = 8;

// In text heights: long enough to say something, short enough to cost little.
constexpr double kShortest = 3, kLongest = 25;

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
  std::stable_sort(lines.begin(), lines.end(), [](const PixelBox& a, const PixelBox& b) {
    return a.width() > b.width();
  });
  if (lines.size() > kLines) lines.resize(kLines);
  return lines;
}

// The sum of the log odds that lines are read right. Remains of rules are read as some stroke either
// way up, with middling confidence; one word that is surely read says more than many of them. No
// line's doubt counts as less than this, so that no single one decides.
constexpr double kLeastDoubt = 0.01;

double legibility(RecognizedText& source, const std::vector<PixelBox>& lines) {
  double sum = 0;
  for (const TextLine& line : source.read(lines)) {
    sum -= std::log(std::max(kLeastDoubt, 1 - line.confidence));
  }
  return sum;
}

}  // namespace

void settle_orientation(CleanPage& page, TextRecognizer& recognizer) {
  CleanPage upright = page;
  const Rulings rulings = find_rulings(upright);
  cv_view(upright.ink).setTo(0, cv_view(rulings.mask));
  cv_view(upright.gray).setTo(255, cv_view(rulings.mask));
  CleanPage on_its_head = upright;
  turn_upside_down(on_its_head);
  RecognizedText as_is(upright, recognizer), turned(on_its_head, recognizer);
  std::vector<PixelBox> lines = sample_lines(upright, as_is);
  const double score = legibility(as_is, lines);
  for (PixelBox& box : lines) {
    box = {page.ink.width - box.x1, page.ink.height - box.y1, page.ink.width - box.x0,
           page.ink.height - box.y0};
  }
  if (legibility(turned, lines) > score) turn_upside_down(page);
}

}  // namespace crossfoot
