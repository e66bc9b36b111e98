// Words by run-length smoothing (Wong, Casey, Wahl: Document analysis system, 1982, section 3): white
// runs shorter than a space are filled along the line, connected components of the result are words.
//
// Against a projection of whole lines this bears columns of different line pitch side by side and
// what is left of a tilt. Three things need care:
//   - i-dots, accents and the strokes of 二 and 三 that stand alone are flat components over or under
//     a word: each joins the nearest word that it overlaps. So does the 口 of a 合 in two pieces, which
//     is higher, as long as both are no higher than a character; and a comma that hangs below the
//     line, under no digit, joins the digits beside it;
//   - touching lines make one component: it is split like the lines of a cell;
//   - dots of leaders have no word beside them at less than a space: they fall under the speck size.
#include "extract/ink_words.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "extract/components.h"
#include "extract/cv_view.h"
#include "extract/text_lines.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kSmear = 0.45;      // white inside a word
constexpr double kSpeck = 0.3;       // smaller in both directions is no character
constexpr double kDash = 0.22;       // … unless it lies flat
constexpr double kFlat = 0.5;        // lower is a part of a character, or a dash
constexpr double kFlatReach = 0.55;  // white between a flat part and the rest of its character
constexpr double kPart = 0.75;       // lower may be a part of a character, if …
constexpr double kCharacter = 1.3;   // … the whole is no higher
constexpr double kHanging = 0.15;    // white in height between digits and the comma beside them
constexpr double kHighestLine = 1.75;
constexpr double kTouching = 2.3;    // higher than a single line of body text
constexpr double kPicture = 5;       // higher is no text of a table or paragraph …
constexpr double kPictureWidth = 2.5;  // … and when it is wider than this, no brace or rule
constexpr double kLeader = 0.22;     // flatter than any dash …
constexpr double kLeaderLength = 3;  // … and longer: what is left of a rule or a leader

bool overlaps_in_x(const PixelBox& a, const PixelBox& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0) >= a.width() / 2;
}

PixelBox united(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// Every part of a character that finds the rest of it joins it.
void attach_parts(std::vector<PixelBox>& boxes, double text_height) {
  std::sort(boxes.begin(), boxes.end(), [](const PixelBox& a, const PixelBox& b) {
    return std::pair(a.y0, a.x0) < std::pair(b.y0, b.x0);
  });
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const PixelBox part = boxes[i];
    if (part.empty() || part.height() >= kPart * text_height) continue;
    const bool is_flat = part.height() < kFlat * text_height;
    PixelBox* nearest = nullptr;
    double nearest_white = kFlatReach * text_height;
    const auto consider = [&](PixelBox& other) {
      if (&other == &boxes[i] || other.empty()) return;
      const int height = united(part, other).height();
      const double white_x = std::max(part.x0, other.x0) - std::min(part.x1, other.x1);
      const double white_y = std::max(part.y0, other.y0) - std::min(part.y1, other.y1);
      const bool over = overlaps_in_x(part, other) &&
                        height <= (is_flat ? kHighestLine : kCharacter) * text_height;
      const bool beside = is_flat && part.y0 > (other.y0 + other.y1) / 2 &&
                          white_x <= kSmear * text_height && white_y <= kHanging * text_height;
      const double white = std::max(white_x, white_y);
      if ((!over && !beside) || white >= nearest_white) return;
      nearest_white = white;
      nearest = &other;
    };
    // Sorted by top edge: what can be near stands within two line heights in the order.
    for (std::size_t j = i; j-- > 0 && part.y0 - boxes[j].y0 < 3 * text_height;) consider(boxes[j]);
    for (std::size_t j = i + 1; j < boxes.size() && boxes[j].y0 - part.y1 < 2 * text_height; ++j) {
      consider(boxes[j]);
    }
    if (nearest == nullptr) continue;
    *nearest = united(*nearest, part);
    boxes[i] = {part.x0, part.y0, part.x0, part.y0};  // empty, and still in order
  }
  std::erase_if(boxes, [](const PixelBox& box) { return box.empty(); });
}

}  // namespace

std::vector<PixelBox> ink_words(const Raster& ink, const std::vector<PixelBox>& taken,
                                double text_height_px) {
  cv::Mat smeared;
  const int run = std::max(3, static_cast<int>(std::lround(kSmear * text_height_px)) | 1);
  cv::Mat free = cv_view(ink).clone();
  const cv::Rect sheet(0, 0, free.cols, free.rows);
  for (const PixelBox& box : taken) {
    free(cv::Rect(box.x0, box.y0, box.width(), box.height()) & sheet).setTo(0);
  }
  cv::morphologyEx(free, smeared, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, {run, 1}));
  std::vector<PixelBox> boxes;
  for (const InkPart& part : Components(smeared).parts()) {
    const PixelBox box{part.box.x, part.box.y, part.box.br().x, part.box.br().y};
    if (box.height() > kPicture * text_height_px && box.width() > text_height_px) continue;
    boxes.push_back(box);
  }
  attach_parts(boxes, text_height_px);
  std::vector<PixelBox> words;
  for (const PixelBox& box : boxes) {
    const bool speck = box.width() < (box.width() >= 2 * box.height() ? kDash : kSpeck) * text_height_px &&
                       box.height() < kSpeck * text_height_px;
    const bool leader = box.height() < kLeader * text_height_px &&
                        box.width() > kLeaderLength * text_height_px;
    if (speck || leader) continue;
    if (box.height() <= kTouching * text_height_px) {
      words.push_back(box);
      continue;
    }
    for (const PixelBox& line : split_lines(ink, box, text_height_px)) words.push_back(line);
  }
  return words;
}

std::vector<PixelBox> pictures(const Raster& ink, double text_height_px) {
  std::vector<PixelBox> boxes;
  for (const InkPart& part : Components(cv_view(ink)).parts()) {
    const PixelBox box{part.box.x, part.box.y, part.box.br().x, part.box.br().y};
    if (box.height() <= kPicture * text_height_px) continue;
    if (box.width() > kPictureWidth * text_height_px) boxes.push_back(box);
  }
  return boxes;
}

}  // namespace crossfoot
