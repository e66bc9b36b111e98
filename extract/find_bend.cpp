// The bend of a page from the rules and lines of text that ought to be straight.
//
//   a book's fold at the left         y + rows(x, y) is the same all along a rule
//     ___                             ┐
//    /   ------------------           │  for every rule k and its points i:
//   /                                 │     y_i + rows(x_i, y_i) = level_k
//   \    ------------------           │  linear in the terms of the field; the levels, which
//    \___                             ┘  nobody knows, go with the means of each rule
//
// and the same for columns with x and y exchanged. One field of polynomials serves for a camera
// held at an angle and for a fold: lines through a vanishing point at (-w, 0) stand at
// v / (1 + u / w), a geometric series whose terms fall by ten each for the angles at which people
// take pictures; the slope of paper at a fold falls off like exp(-4 u), which the degree of six
// follows to a thousandth. No camera is modelled: where rows stand closer together the page is
// further away, and its columns are moved apart by as much (bend.cpp).
//
// Solved as least squares, five times over: points that stay off the field are trusted less each
// time (pieces of different rules joined, strokes of pictures). Lines of text wobble with the
// shapes of their letters and count a tenth of a rule. A small price on high terms keeps what few
// points do not settle at nothing.
//
// The bend is believed only if what was seen bends by more than rulings may, is straight after, and
// the field is one that paper can have.
// Cost: that of trace_curves, and 24 unknowns. Fails on crumpled paper, and for columns where
// nothing upright is printed. After Cao, Ding and Liu (ICDAR 2003), who bend a cylinder along
// baselines, and Zucker's page_dewarp (2016), whose cubic sheet needs the camera; Leptonica's
// dewarp finds no model without 15 lines over the whole width (see DECISIONS.md).
#include "extract/find_bend.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "extract/trace_curves.h"

namespace crossfoot {
namespace {

constexpr int kTerms = BendField::kAlong * BendField::kAcross;

// Share of the points by whose distance from straight a page is judged. A fold bends a tenth of it
// or more; what is no rule at all is less on most pages.
constexpr double kSeen = 0.95;

// In text heights. Scans of the corpus have up to 0.09, photographs 0.23 and more, and
// find_rulings.cpp joins pieces of rules that are off by up to 0.25.
constexpr double kBent = 0.15;

constexpr double kStraight =
    0.5;  // per what was bent before; a tenth is usual. And no more than kBent
constexpr double kCertain = 0.1;  // in text heights: points this far off are as good as any

// Fewer points, a text height apart, say nothing about a page: two rules over half of it.
constexpr std::size_t kFewestPoints = 100;

constexpr double kTextWeight = 0.1;  // letters wobble three times as much as rules
constexpr int kRounds = 5;

// Per px^2 of a term of degree 1, of the mean square of what is off; dearer by the degree squared.
constexpr double kPrice = 1e-6;

struct Point {
  double u = 0, v = 0;  // along and across, -1 to 1
  double across = 0;    // px
  double weight = 1;
  double off = 0;  // px, from the level of its curve
};
using Line = std::vector<Point>;

std::vector<Line> lines_of(const std::vector<Curve>& curves, double length, double breadth) {
  std::vector<Line> lines;
  for (const Curve& curve : curves) {
    Line line;
    for (const Curve::Point& point : curve.points) {
      line.push_back({2 * point.along / length - 1, 2 * point.across / breadth - 1, point.across,
                      curve.ruled ? 1 : kTextWeight, 0});
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

double value_at(const BendField& field, const Point& point) {
  return point.across + field.at(point.u, point.v);
}

void measure(std::vector<Line>& lines, const BendField& field, const std::vector<Line>& trust) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    double sum = 0, weight = 0;
    for (std::size_t j = 0; j < lines[i].size(); ++j) {
      sum += trust[i][j].weight * value_at(field, lines[i][j]);
      weight += trust[i][j].weight;
    }
    for (Point& point : lines[i]) point.off = value_at(field, point) - sum / weight;
  }
}

std::vector<double> distances(const std::vector<Line>& lines) {
  std::vector<double> all;
  for (const Line& line : lines) {
    for (const Point& point : line) all.push_back(std::abs(point.off));
  }
  return all;
}

double quantile(std::vector<double> values, double share) {
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * (values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

cv::Matx<double, kTerms, 1> terms_at(const Point& point) {
  cv::Matx<double, kTerms, 1> terms;
  double along = point.u;
  for (int a = 0; a < BendField::kAlong; ++a, along *= point.u) {
    double term = along;
    for (int b = 0; b < BendField::kAcross; ++b, term *= point.v) {
      terms(a * BendField::kAcross + b) = term;
    }
  }
  return terms;
}

// The terms that make the lines as straight as they can be.
BendField::Terms solved(const std::vector<Line>& lines) {
  cv::Mat square = cv::Mat::zeros(kTerms, kTerms, CV_64F),
          right = cv::Mat::zeros(kTerms, 1, CV_64F);
  double all = 0;
  for (const Line& line : lines) {
    cv::Matx<double, kTerms, 1> mean = cv::Matx<double, kTerms, 1>::zeros();
    double level = 0, weight = 0;
    for (const Point& point : line) {
      mean += terms_at(point) * point.weight;
      level += point.across * point.weight;
      weight += point.weight;
    }
    for (const Point& point : line) {
      const cv::Mat terms(terms_at(point) - mean * (1 / weight));
      square += point.weight * terms * terms.t();
      right -= point.weight * (point.across - level / weight) * terms;
    }
    all += weight;
  }
  for (int i = 0; i < kTerms; ++i) {
    const int degree = i / BendField::kAcross + 1 + i % BendField::kAcross;
    square.at<double>(i, i) += kPrice * all * degree * degree;
  }
  cv::Mat solution;
  cv::solve(square, right, solution, cv::DECOMP_CHOLESKY);
  BendField::Terms terms{};
  for (int i = 0; i < kTerms; ++i) {
    terms[i / BendField::kAcross][i % BendField::kAcross] = solution.at<double>(i);
  }
  return terms;
}

// Between what was seen a field may do as it likes; paper does not.
bool is_of_paper(const BendField& field, double length, double breadth) {
  constexpr double kSteepest = 0.5;  // along, px per px: more than trace_curves follows
  constexpr double kCloser = 0.3;    // across: rows that stand closer by as much
  constexpr int kSteps = 16;
  for (int i = 0; i < kSteps; ++i) {
    for (int j = 0; j < kSteps; ++j) {
      const double du = (field.along.to - field.along.from) / kSteps;
      const double dv = (field.across.to - field.across.from) / kSteps;
      const double u = field.along.from + i * du, v = field.across.from + j * dv;
      const double here = field.at(u, v);
      if (std::abs(field.at(u + du, v) - here) > kSteepest * du * length / 2 ||
          std::abs(field.at(u, v + dv) - here) > kCloser * dv * breadth / 2) {
        return false;
      }
    }
  }
  return true;
}

// The field of one direction; one without terms where there is no bend.
BendField fitted(const std::vector<Curve>& curves, double length, double breadth,
                 double text_height_px) {
  std::vector<Line> lines = lines_of(curves, length, breadth);
  BendField field;
  measure(lines, field, lines);
  const std::vector<double> before = distances(lines);
  if (before.size() < kFewestPoints) return {};
  const double bent = quantile(before, kSeen);
  if (bent < kBent * text_height_px) return {};
  field.along = field.across = {1, -1};
  for (const Line& line : lines) {
    for (const Point& point : line) {
      field.along = {std::min(field.along.from, point.u), std::max(field.along.to, point.u)};
      field.across = {std::min(field.across.from, point.v), std::max(field.across.to, point.v)};
    }
  }
  std::vector<Line> trusted = lines;
  for (int round = 0; round < kRounds; ++round) {
    field.terms = solved(trusted);
    measure(lines, field, trusted);
    const double usual = std::max(kCertain * text_height_px, 2 * quantile(distances(lines), 0.9));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (std::size_t j = 0; j < lines[i].size(); ++j) {
        const double off = lines[i][j].off / usual;
        trusted[i][j].weight = lines[i][j].weight / ((1 + off * off) * (1 + off * off));
      }
    }
  }
  const bool straight =
      quantile(distances(lines), kSeen) <= std::min(kStraight * bent, kBent * text_height_px);
  return straight && is_of_paper(field, length, breadth) ? field : BendField{};
}

bool is_flat(const BendField& field) { return field.terms == BendField::Terms{}; }

}  // namespace

std::optional<Bend> find_bend(const cv::Mat& ink, double text_height_px) {
  const Curves curves = trace_curves(ink, text_height_px);
  Bend bend{static_cast<double>(ink.cols), static_cast<double>(ink.rows), {}, {}};
  bend.rows = fitted(curves.rows, bend.width, bend.height, text_height_px);
  bend.columns = fitted(curves.columns, bend.height, bend.width, text_height_px);
  if (is_flat(bend.rows) && is_flat(bend.columns)) return std::nullopt;
  return bend;
}

}  // namespace crossfoot
