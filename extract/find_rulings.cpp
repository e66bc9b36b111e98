// Rulings by directional opening.
//
//   ink ──open with a long thin bar──▶ runs ──components──▶ pieces ──collinear pieces joined──▶
//   rulings
//
// An opening keeps exactly the pixels that lie in a run of ink of the bar's length, so text goes
// and rulings stay, whatever crosses them. The bar is measured in text heights: longer than the
// horizontal stroke of a CJK character (1.3 text heights, a text height being that of a digit),
// and, for vertical rulings, no longer than one row is high (1.7 at the tightest setting seen). A
// Hough transform finds the same lines at a hundred times the cost and loses their ends.
//
// Stems of letters can be as long as an upright bar (on a page of Latin text the text height is
// that of an x): a piece is one when the ink that it is part of is no taller than it and wider than
// a bar. Stems below each other in line after line would join to a ruling.
//
// A slightly tilted ruling (0.1 degrees) shifts by one pixel every 570, far more than the bar.
// Fails on dotted rulings and on rulings thinner than the threshold of clean_page keeps.
#include "extract/find_rulings.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "extract/cv_view.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kHorizontalBar = 2.2;
constexpr double kVerticalBar = 1.5;
constexpr double kThickest = 0.6;        // thicker is a filled area
constexpr double kLargestGap = 1.5;      // between pieces of one ruling
constexpr double kLargestOffset = 0.25;  // across, between pieces of one ruling

constexpr double kLongestStem = 4;  // of a letter in a title

// Of the ink around a stem: its height per length of the stem, and its width per its height.
constexpr double kTallerThanStem = 1.5;
constexpr double kNarrowestLetter = 0.35;
constexpr double kWidestLetters = 6;  // touching each other

// Joins pieces whose ends are near each other and that lie on one line. `pieces` of one direction.
std::vector<Ruling> joined(std::vector<Ruling> pieces, double text_height) {
  std::sort(pieces.begin(), pieces.end(),
            [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
  std::vector<Ruling> rulings;
  for (const Ruling& piece : pieces) {
    Ruling* best = nullptr;
    for (Ruling& ruling : rulings) {
      const double gap = piece.from - ruling.to;
      const double offset = std::abs(piece.at_from - ruling.at_to);
      const double allowed =
          std::max({kLargestOffset * text_height, ruling.thickness, piece.thickness});
      if (gap > kLargestGap * text_height || offset > allowed) continue;
      if (best == nullptr || offset < std::abs(piece.at_from - best->at_to)) best = &ruling;
    }
    if (best == nullptr) {
      rulings.push_back(piece);
    } else if (piece.to > best->to) {
      // The longer piece says how thick the ruling is.
      if (piece.length() > best->length()) best->thickness = piece.thickness;
      best->to = piece.to;
      best->at_to = piece.at_to;
    }
  }
  return rulings;
}

// Position across at both ends of a component: the mean over its first and last quarter.
Ruling fitted(const cv::Mat& piece_mask, const cv::Rect& box, Direction direction, int area) {
  const bool flat = direction == Direction::horizontal;
  const int length = flat ? box.width : box.height;
  const int quarter = std::max(1, length / 4);
  const auto centre = [&](int begin) {
    const cv::Rect part =
        flat ? cv::Rect(begin, 0, quarter, box.height) : cv::Rect(0, begin, box.width, quarter);
    const cv::Moments m = cv::moments(piece_mask(part), true);
    if (m.m00 <= 0) return (flat ? box.height : box.width) / 2.0;
    return (flat ? m.m01 : m.m10) / m.m00 + 0.5;
  };
  const double first = centre(0), last = centre(length - quarter);
  // The two means stand an eighth of the length inside the ends; carry the slope out to them.
  const double slope = length > quarter ? (last - first) / (length - quarter) : 0;
  Ruling ruling;
  ruling.direction = direction;
  ruling.from = flat ? box.x : box.y;
  ruling.to = ruling.from + length;
  const double across = flat ? box.y : box.x;
  ruling.at_from = across + first - slope * quarter / 2;
  ruling.at_to = across + last + slope * quarter / 2;
  ruling.thickness = static_cast<double>(area) / length;
  return ruling;
}

// The pieces of ink on a page, for asking what a pixel is part of.
struct InkPieces {
  cv::Mat labels, stats;

  explicit InkPieces(const cv::Mat& ink) {
    cv::Mat centroids;
    cv::connectedComponentsWithStats(ink, labels, stats, centroids, 8);
  }

  // Whether an upright piece is the stem of a letter. pixel: one of its own.
  bool is_stem(const Ruling& piece, const cv::Point& pixel, double text_height) const {
    if (piece.length() > kLongestStem * text_height) return false;
    const int label = labels.at<int>(pixel);
    const int width = stats.at<int>(label, cv::CC_STAT_WIDTH);
    const int height = stats.at<int>(label, cv::CC_STAT_HEIGHT);
    return height <= kTallerThanStem * piece.length() && width >= kNarrowestLetter * height &&
           width <= kWidestLetters * height;
  }
};

// A pixel of a mask that is not empty.
cv::Point pixel_of(const cv::Mat& mask) {
  cv::Point at;
  cv::minMaxLoc(mask, nullptr, nullptr, nullptr, &at);
  return at;
}

std::vector<Ruling> pieces_of(const cv::Mat& runs, Direction direction, double text_height,
                              const InkPieces& ink, cv::Mat& mask) {
  cv::Mat labels, stats, centroids;
  const int count = cv::connectedComponentsWithStats(runs, labels, stats, centroids, 8);
  std::vector<Ruling> pieces;
  for (int i = 1; i < count; ++i) {
    const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                       stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
    const cv::Mat piece_mask = labels(box) == i;
    const Ruling piece = fitted(piece_mask, box, direction, stats.at<int>(i, cv::CC_STAT_AREA));
    if (piece.thickness > kThickest * text_height) continue;
    if (direction == Direction::vertical &&
        ink.is_stem(piece, pixel_of(piece_mask) + box.tl(), text_height)) {
      continue;
    }
    mask(box).setTo(255, piece_mask);
    pieces.push_back(piece);
  }
  return pieces;
}

}  // namespace

Rulings find_rulings(const CleanPage& page) {
  const cv::Mat ink = cv_view(page.ink);
  const double text_height = page.text_height_px;
  const InkPieces pieces(ink);
  Rulings rulings;
  cv::Mat mask = cv::Mat::zeros(ink.size(), CV_8UC1);
  for (const Direction direction : {Direction::horizontal, Direction::vertical}) {
    const bool flat = direction == Direction::horizontal;
    // Odd: OpenCV's opening with a bar of even length shifts what it keeps by a pixel.
    const int bar =
        std::max(5, static_cast<int>((flat ? kHorizontalBar : kVerticalBar) * text_height)) | 1;
    cv::Mat runs;
    cv::morphologyEx(
        ink, runs, cv::MORPH_OPEN,
        cv::getStructuringElement(cv::MORPH_RECT, flat ? cv::Size(bar, 1) : cv::Size(1, bar)));
    for (const Ruling& ruling :
         joined(pieces_of(runs, direction, text_height, pieces, mask), text_height)) {
      rulings.lines.push_back(ruling);
    }
  }
  rulings.mask = to_raster(mask, page.dpi, page.dpi);
  return rulings;
}

}  // namespace crossfoot
