// Whether a born-digital page's own words may stand for what a person sees.
//
// Two things go wrong. A font without a Unicode mapping gives control characters, private-use code
// points or U+FFFD: more than a few of them and the layer is garbage. Or it gives nothing at all, as a
// table pasted as a picture or as outlines does: then the page has glyph-sized pieces of ink where the
// layer has no words.
//
// Fails on a layer that maps to plausible but wrong characters.
#include "extract/trust_layer.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "extract/components.h"
#include "extract/cv_view.h"
#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

// Share of characters that may be garbage: bullets and logos are set in symbol fonts.
constexpr double kMostGarbage = 0.02;

// Share of glyph-sized ink that may lie outside the words: small pictures, arrows, ticks.
constexpr double kMostUncovered = 0.15;

// In text heights: sizes of the ink of a glyph, and how far ink may stand out of its word's box
// (some fonts give boxes that are too low).
constexpr double kSmallestGlyph = 0.5, kLargestGlyph = 3, kOutside = 0.5;

bool is_garbage(char32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool private_use = (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000;
  return control || private_use || point == 0xFFFD;
}

bool maps_to_text(const std::vector<Word>& words) {
  std::size_t points = 0, garbage = 0;
  for (const Word& word : words) {
    for (const char32_t point : code_points(word.text)) {
      ++points;
      garbage += is_garbage(point) ? 1 : 0;
    }
  }
  return points > 0 && static_cast<double>(garbage) <= kMostGarbage * static_cast<double>(points);
}

double uncovered_ink(const std::vector<Word>& words, const CleanPage& page) {
  const cv::Mat ink = cv_view(page.ink);
  cv::Mat covered = cv::Mat::zeros(ink.size(), CV_8UC1);
  const double scale = page.dpi / 72, margin = kOutside * page.text_height_px;
  for (const Word& word : words) {
    cv::rectangle(covered,
                  cv::Point(static_cast<int>(word.box.x0 * scale - margin),
                            static_cast<int>(word.box.y0 * scale - margin)),
                  cv::Point(static_cast<int>(word.box.x1 * scale + margin),
                            static_cast<int>(word.box.y1 * scale + margin)),
                  cv::Scalar(255), cv::FILLED);
  }
  int glyphs = 0, outside = 0;
  for (const InkPart& part : Components(ink).parts()) {
    const int width = part.box.width, height = part.box.height;
    if (height < kSmallestGlyph * page.text_height_px || width < height / 4 ||
        std::max(width, height) > kLargestGlyph * page.text_height_px) {
      continue;
    }
    ++glyphs;
    outside += covered.at<std::uint8_t>(static_cast<int>(part.centroid.y),
                                        static_cast<int>(part.centroid.x)) == 0;
  }
  return glyphs > 0 ? static_cast<double>(outside) / glyphs : 0;
}

}  // namespace

bool is_trustworthy(const std::vector<Word>& words, const CleanPage& page) {
  return maps_to_text(words) && uncovered_ink(words, page) <= kMostUncovered;
}

}  // namespace crossfoot
