// Rules and lines of text on a page that may be bent.
//
//   ink ──reduced──▶ coverage ──what is thin across──▶ pieces of rules ──end to end──▶ rules
//                             └─ the rest, smeared along ──▶ lines of text
//
// find_rulings.cpp opens with a bar, which keeps what is straight over two text heights. Here a
// rule is told by being thin instead: runs of ink across that are shorter than glyphs are high.
// Such pixels are a rule where they hang together over more than the stroke of any character,
// whichever way they bend. Rules that cross cut each other into pieces, which are joined where one
// goes on from the other. The page is reduced until a text is a few pixels high: the share of ink
// in each pixel keeps the position of a rule to a tenth of one.
//
// Columns are the same on the transposed page; lines of text are looked for in rows alone.
#include "extract/trace_curves.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "extract/components.h"

namespace crossfoot {
namespace {

// Height of text on the reduced page: a rule of a tenth of it still covers most of a pixel.
constexpr double kReducedText = 8;

// Share of ink (of 255) from which a reduced pixel counts: a hairline covers a fifth.
constexpr double kInk = 45;

// In text heights.
constexpr double kThin = 0.5;  // across; glyphs are higher
constexpr double kShortestPiece =
    1.4;  // strokes of Chinese characters have 1.3, the lowest rows 1.7
constexpr double kShortestRule = 4;
constexpr double kLargestGap = 1.5;   // between the pieces of a rule
constexpr double kLargestStep = 0.3;  // across, where a piece goes on from another
constexpr double kLetterGap = 1.0;    // between the letters of a line
constexpr double kShortestLine = 4;
constexpr double kThickestLine = 1.7;
constexpr double kRulePoint = 1, kTextPoint = 2;  // distance of the points of a curve

struct Reduced {
  cv::Mat coverage;  // of each pixel by ink, 255 all
  double scale;      // px of the page per pixel
  double text_height;
};

Reduced reduced(const cv::Mat& ink, double text_height_px) {
  const int scale = std::max(1, static_cast<int>(std::lround(text_height_px / kReducedText)));
  Reduced page{{}, static_cast<double>(scale), text_height_px / scale};
  const cv::Size size(std::max(1, ink.cols / scale), std::max(1, ink.rows / scale));
  const cv::Rect part = cv::Rect(0, 0, size.width * scale, size.height * scale) &
                        cv::Rect(0, 0, ink.cols, ink.rows);
  cv::resize(ink(part), page.coverage, size, 0, 0, cv::INTER_AREA);
  return page;
}

// The middle of a component's ink in steps along.
Curve traced(const Reduced& page, const std::vector<InkRun>& runs, const cv::Rect& box, double step) {
  struct Sums {
    double ink = 0, along = 0, across = 0;
  };
  const int width = std::max(1, static_cast<int>(std::lround(step * page.text_height)));
  std::vector<Sums> steps(box.width / width + 1);
  for (const InkRun& run : runs) {
    const std::uint8_t* coverage = page.coverage.ptr<std::uint8_t>(run.y);
    for (int x = run.x0; x < run.x1; ++x) {
      Sums& sums = steps[(x - box.x) / width];
      sums.ink += coverage[x];
      sums.along += coverage[x] * (x + 0.5);
      sums.across += coverage[x] * (run.y + 0.5);
    }
  }
  Curve curve;
  for (const Sums& sums : steps) {
    if (sums.ink == 0) continue;
    curve.points.push_back({sums.along / sums.ink * page.scale, sums.across / sums.ink * page.scale});
  }
  return curve;
}

// The components of `mask` that are long along and thin across; `seen` gets their pixels.
std::vector<Curve> long_pieces(const Reduced& page, const cv::Mat& mask, double shortest,
                               double thickest, double step, cv::Mat& seen) {
  const Components components(mask);
  const auto runs = components.runs_by_part();
  std::vector<Curve> pieces;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const cv::Rect& box = components.parts()[i].box;
    const double thickness = static_cast<double>(components.parts()[i].area) / box.width;
    if (box.width < shortest * page.text_height || box.height > box.width ||
        thickness > thickest * page.text_height) {
      continue;
    }
    for (const InkRun& run : runs[i]) paint(seen, run, 255);
    pieces.push_back(traced(page, runs[i], box, step));
  }
  return pieces;
}

// Where a curve would stand further along, from its last few points.
double continued(const Curve& curve, double along) {
  const Curve::Point& last = curve.points.back();
  const Curve::Point& before =
      curve.points[curve.points.size() - std::min<std::size_t>(4, curve.points.size())];
  const double run = last.along - before.along;
  return last.across + (run > 0 ? (last.across - before.across) / run * (along - last.along) : 0);
}

std::vector<Curve> joined(std::vector<Curve> pieces, double text_height_px) {
  std::sort(pieces.begin(), pieces.end(), [](const Curve& a, const Curve& b) {
    return a.points.front().along < b.points.front().along;
  });
  std::vector<Curve> curves;
  for (Curve& piece : pieces) {
    const Curve::Point& first = piece.points.front();
    Curve* best = nullptr;
    double nearest = kLargestStep * text_height_px;
    for (Curve& curve : curves) {
      const double gap = first.along - curve.points.back().along;
      if (gap <= 0 || gap > (kLargestGap + kRulePoint) * text_height_px) continue;
      const double step = std::abs(first.across - continued(curve, first.along));
      if (step > nearest) continue;
      nearest = step;
      best = &curve;
    }
    if (best == nullptr) {
      curves.push_back(std::move(piece));
    } else {
      best->points.insert(best->points.end(), piece.points.begin(), piece.points.end());
    }
  }
  std::erase_if(curves, [&](const Curve& curve) {
    return curve.points.back().along - curve.points.front().along < kShortestRule * text_height_px;
  });
  for (Curve& curve : curves) curve.ruled = true;
  return curves;
}

// `seen` gets the pixels of the rules.
std::vector<Curve> rules(const Reduced& page, cv::Mat& seen) {
  const cv::Mat ink = page.coverage > kInk;
  const int bar = std::max(3, static_cast<int>(std::lround(kThin * page.text_height)) | 1);
  cv::Mat thick;
  cv::morphologyEx(ink, thick, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {1, bar}));
  const cv::Mat thin = ink & ~thick;
  seen = cv::Mat::zeros(ink.size(), CV_8UC1);
  return joined(long_pieces(page, thin, kShortestPiece, kThin, kRulePoint, seen),
                page.text_height * page.scale);
}

std::vector<Curve> lines_of_text(const Reduced& page, const cv::Mat& ruled) {
  cv::Mat ink = page.coverage > kInk;
  ink.setTo(0, ruled);
  const int gap = static_cast<int>(std::lround(kLetterGap * page.text_height)) | 1;
  cv::Mat smeared;
  cv::morphologyEx(ink, smeared, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, {gap, 1}));
  cv::Mat seen = cv::Mat::zeros(ink.size(), CV_8UC1);
  return long_pieces(page, smeared, kShortestLine, kThickestLine, kTextPoint, seen);
}

}  // namespace

Curves trace_curves(const cv::Mat& ink, double text_height_px) {
  if (ink.empty()) return {};
  const Reduced page = reduced(ink, text_height_px);
  const Reduced on_its_side{page.coverage.t(), page.scale, page.text_height};
  cv::Mat row_rules, column_rules;
  Curves curves;
  curves.rows = rules(page, row_rules);
  curves.columns = rules(on_its_side, column_rules);
  const std::vector<Curve> text = lines_of_text(page, row_rules | column_rules.t());
  curves.rows.insert(curves.rows.end(), text.begin(), text.end());
  return curves;
}

}  // namespace crossfoot
