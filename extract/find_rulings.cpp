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
// Rulings of dots and dashes are found by rows_of_dots.cpp and, upright ones, with those too thin for the
// threshold of clean_page, by dotted_rulings.cpp.
#include "extract/find_rulings.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/imgproc.hpp>

#include "extract/components.h"
#include "extract/cv_view.h"
#include "extract/dotted_rulings.h"
#include "extract/rows_of_dots.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kHorizontalBar = 2.2;
constexpr double kVerticalBar = 1.5;
constexpr double kThickest = 0.6;        // thicker is a filled area
constexpr double kLargestGap = 1.5;      // between pieces of one ruling
constexpr double kLargestOffset = 0.25;  // across, between pieces of one ruling

// Gray level below which the page is not white; ink is darker.
constexpr int kPale = 205;

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

// Position across at both ends of a part: over its first and last quarter the mean of where its cross
// sections have their middle, without the lowest and the highest quarter of those, so that shading
// which it touches at an end does not make it lean.
Ruling fitted(const InkPart& part, const std::vector<InkRun>& runs, Direction direction) {
  const bool flat = direction == Direction::horizontal;
  const cv::Rect& box = part.box;
  const int length = flat ? box.width : box.height;
  const int quarter = std::max(1, length / 4);
  std::vector<double> sums(length, 0), pixels(length, 0);  // of each cross section
  for (const InkRun& run : runs) {
    if (flat) {
      for (int x = run.x0; x < run.x1; ++x) {
        sums[x - box.x] += run.y - box.y;
        ++pixels[x - box.x];
      }
    } else {
      const int width = run.x1 - run.x0;
      sums[run.y - box.y] += width * (run.x0 - box.x + (width - 1) / 2.0);
      pixels[run.y - box.y] += width;
    }
  }
  const auto centre = [&](int begin) {
    std::vector<double> middles;
    for (int i = begin; i < begin + quarter; ++i) {
      if (pixels[i] > 0) middles.push_back(sums[i] / pixels[i]);
    }
    if (middles.empty()) return (flat ? box.height : box.width) / 2.0;
    std::sort(middles.begin(), middles.end());
    const auto trimmed = static_cast<std::ptrdiff_t>(middles.size() / 4);
    const double sum = std::accumulate(middles.begin() + trimmed, middles.end() - trimmed, 0.0);
    return sum / static_cast<double>(middles.size() - 2 * trimmed) + 0.5;
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
  ruling.thickness = static_cast<double>(part.area) / length;
  return ruling;
}

// Whether an upright piece is the stem of a letter. pixel: one of its own.
bool is_stem(const Ruling& piece, const cv::Point& pixel, const Components& ink,
             double text_height) {
  if (piece.length() > kLongestStem * text_height) return false;
  const cv::Rect& around = ink.parts()[ink.part_at(pixel)].box;
  return around.height <= kTallerThanStem * piece.length() &&
         around.width >= kNarrowestLetter * around.height &&
         around.width <= kWidestLetters * around.height;
}

// What an opening with a bar leaves of the ink; along rows its runs tell, at a quarter of the time. Beyond
// the sheet all counts as ink, so that half a bar at its edge is enough, as in OpenCV.
cv::Mat opened_by(const cv::Mat& ink, const Components& components, Direction direction, int bar) {
  cv::Mat opened = cv::Mat::zeros(ink.size(), CV_8UC1);
  if (direction == Direction::vertical) {
    cv::morphologyEx(ink, opened, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, {1, bar}));
  } else {
    for (const InkRun& run : components.runs()) {
      const int length = run.x1 - run.x0;
      const bool at_the_edge = run.x0 == 0 || run.x1 == ink.cols;
      if (length >= bar || (at_the_edge && 2 * length > bar)) paint(opened, run, 255);
    }
  }
  return opened;
}

// opened: what the opening has left of the ink.
std::vector<Ruling> pieces_of(const cv::Mat& opened, Direction direction, double text_height,
                              const Components& ink, cv::Mat& mask) {
  const Components components(opened);
  const auto runs = components.runs_by_part();
  std::vector<Ruling> pieces;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Ruling piece = fitted(components.parts()[i], runs[i], direction);
    if (piece.thickness > kThickest * text_height) continue;
    if (direction == Direction::vertical &&
        is_stem(piece, {runs[i].front().x0, runs[i].front().y}, ink, text_height)) {
      continue;
    }
    for (const InkRun& run : runs[i]) paint(mask, run, 255);
    pieces.push_back(piece);
  }
  return pieces;
}

}  // namespace

Rulings find_rulings(const CleanPage& page) {
  const cv::Mat ink = cv_view(page.ink);
  const double text_height = page.text_height_px;
  const Components components(ink);
  Rulings rulings;
  cv::Mat mask = cv::Mat::zeros(ink.size(), CV_8UC1);
  for (const Direction direction : {Direction::horizontal, Direction::vertical}) {
    const bool flat = direction == Direction::horizontal;
    // Odd: OpenCV's opening with a bar of even length shifts what it keeps by a pixel.
    const int bar =
        std::max(5, static_cast<int>((flat ? kHorizontalBar : kVerticalBar) * text_height)) | 1;
    const cv::Mat opened = opened_by(ink, components, direction, bar);
    for (const Ruling& ruling :
         joined(pieces_of(opened, direction, text_height, components, mask), text_height)) {
      rulings.lines.push_back(ruling);
    }
  }
  cv::Mat bands = cv::Mat::zeros(ink.size(), CV_8UC1);
  const auto add = [&](const std::vector<Ruling>& dotted) {
    for (const Ruling& ruling : dotted) {
      const bool flat = ruling.direction == Direction::horizontal;
      const cv::Point2d from(ruling.from, ruling.at_from), to(ruling.to, ruling.at_to);
      cv::line(bands, flat ? from : cv::Point2d(from.y, from.x), flat ? to : cv::Point2d(to.y, to.x),
               cv::Scalar(255), static_cast<int>(std::lround(ruling.thickness)));
      rulings.lines.push_back(ruling);
    }
  };
  add(rows_of_dots(components, ink.cols, rulings.lines, text_height));
  const Raster dark = to_raster(cv_view(page.gray) < kPale, page.dpi, page.dpi);
  add(dotted_rulings(dark, rulings.lines, text_height));
  mask |= bands & ink;
  rulings.mask = to_raster(mask, page.dpi, page.dpi);
  return rulings;
}

}  // namespace crossfoot
