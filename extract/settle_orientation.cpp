// A sequential test (Wald, Sequential Tests of Statistical Hypotheses, 1945): lines are read both ways
// until the odds are clear; first the best few together, for what of them is surely read at little cost
// (a line on its head costs the full reader most, 70 ms), then one after the other.
#include "extract/settle_orientation.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <utility>

#include "extract/cv_view.h"
#include "extract/ink_words.h"
#include "extract/piece_cuts.h"
#include "extract/text_source.h"

namespace crossfoot {
namespace {

// Lines that are read both ways at most.
constexpr std::size_t kLines = 8;

// Lines that are at first read both ways together; two that are sure settle it.
constexpr std::size_t kTogether = 4;

// In text heights: long enough to say something, short enough to cost little, and what is read first.
// The least sure symbol speaks for its line, so that a longer one says less for more.
constexpr double kShortest = 3, kLongest = 25, kBest = 8;

// Difference of the log odds from which no further line is read: odds of 150 : 1. A line that is read
// right has 4, on its head 1.4, so that two mostly decide; the furthest that lines of a real page led
// astray was 2.6.
constexpr double kSettled = 5;

std::vector<PixelBox> sample_lines(const CleanPage& page) {
  const std::vector<PixelBox> words = ink_words(page.ink, {}, page.text_height_px);
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

double legibility(RecognizedText& source, const std::vector<PixelBox>& lines) {
  double sum = 0;
  for (const TextLine& line : source.read(lines)) {
    sum -= std::log(std::max(kLeastDoubt, 1 - line.confidence));
  }
  return sum;
}

// The places of boxes on the page turned upside down.
std::vector<PixelBox> turned_over(std::vector<PixelBox> boxes, const Raster& page) {
  for (PixelBox& box : boxes) {
    box = {page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0};
  }
  return boxes;
}

class SureReader : public TextRecognizer {
 public:
  explicit SureReader(TextRecognizer& recognizer) : recognizer_(recognizer) {}
  std::vector<RecognizedLine> recognize_lines(const std::vector<Raster>& lines) override {
    return recognizer_.recognize_sure_lines(lines);
  }

 private:
  TextRecognizer& recognizer_;
};

// The page as it is and on its head, without rulings.
struct BothWays {
  CleanPage upright, on_its_head;

  // The log odds that the page is on its head.
  double odds(const std::vector<PixelBox>& lines, TextRecognizer& recognizer) const {
    RecognizedText as_is(upright, recognizer), turned(on_its_head, recognizer);
    return legibility(turned, turned_over(lines, upright.ink)) - legibility(as_is, lines);
  }
};

}  // namespace

void settle_orientation(CleanPage& page, Rulings& rulings, TextRecognizer& recognizer) {
  CleanPage upright = page;
  cv_view(upright.ink).setTo(0, cv_view(rulings.mask));
  cv_view(upright.gray).setTo(255, cv_view(rulings.mask));
  CleanPage on_its_head = upright;
  turn_upside_down(on_its_head);
  const BothWays ways{std::move(upright), std::move(on_its_head)};
  const std::vector<PixelBox> lines = sample_lines(ways.upright);
  SureReader sure(recognizer);
  const auto last = lines.begin() + static_cast<std::ptrdiff_t>(std::min(kTogether, lines.size()));
  double odds = ways.odds({lines.begin(), last}, sure);
  if (std::abs(odds) < kSettled) odds = 0;
  for (auto line = lines.begin(); line != lines.end() && std::abs(odds) < kSettled; ++line) {
    odds += ways.odds({*line}, recognizer);
  }
  if (odds <= 0) return;
  turn_upside_down(page);
  rulings = find_rulings(page);
}

}  // namespace crossfoot
