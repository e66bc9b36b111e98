// Horizontal rulings of dots or dashes.
//
//   ─────────────────────────     A row: small flat pieces of ink at one height, each near the next.
//    Stock            45          Rows of one extent below each other, three or more with the solid
//           . . . . . . . . .     rulings of that extent, are rulings; so are shorter rows between
//    Debtors         315          them, over a part of the columns.
//   . . . . . . . . . . . . .
//
//    Introduction . . . . . 3     Leaders are none: text stands before most of them on their line.
//
// Upright rulings of dots stand between these and are found from them (dotted_rulings.cpp). Fails
// on a table with fewer than three rulings over its width, and where text touches most of the dots.
#include "extract/rows_of_dots.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace crossfoot {
namespace {

// In text heights.
constexpr double kHighestDot = 0.3, kLongestDash = 1.5;
constexpr double kGap = 3.5;      // in a row: two dashes may be part of a crossing with an upright
constexpr double kDashGap = 0.6;  // white between dashes
constexpr double kShortest = 3;   // a shorter row is an ellipsis
constexpr double kSameEnd = 1;    // ends of rows of one extent
constexpr double kBefore = 3;     // two characters before a leader
constexpr double kTallestText = 3;  // taller is a ruling or a frame
constexpr double kLeastText = 0.5;  // in both directions; uprights of dashes are thinner

constexpr int kFewestDots = 8;   // an ellipsis of two Chinese dots has six
constexpr int kFewestRows = 3;   // of one extent
constexpr double kInked = 0.25;  // share of a row's length; rows of full stops have less

// Where the row ends whose last dot ends at x: a dash of it may be part of a corner. step: -1 to
// the left.
double with_corner(const Components& ink, int width, int x, int y, int step, double h) {
  const auto is_ink = [&](int at) { return ink.part_at({at, y}) >= 0; };
  const auto is_near = [&](int at, double most) {
    return at >= 0 && at < width && std::abs(at - x) <= most * h;
  };
  int begin = x;
  while (is_near(begin, kDashGap) && !is_ink(begin)) begin += step;
  int end = begin;
  while (is_near(end, kDashGap + kLongestDash) && is_ink(end)) end += step;
  const bool is_dash = end != begin && is_near(end, kDashGap + kLongestDash) && !is_ink(end);
  return is_dash ? end : x;
}

std::vector<Ruling> flat_rows(const Components& ink, int width, double h) {
  const std::vector<InkPart>& parts = ink.parts();
  std::vector<bool> is_dot(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const cv::Rect& box = parts[i].box;
    is_dot[i] = box.height <= kHighestDot * h && box.width <= kLongestDash * h;
  }
  const std::vector<int> row_of = chains(ink, is_dot, width, {static_cast<int>(kGap * h), 0});
  const int n = row_of.empty() ? 0 : *std::max_element(row_of.begin(), row_of.end()) + 1;
  std::vector<std::vector<const InkPart*>> rows(n);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (row_of[i] >= 0) rows[row_of[i]].push_back(&parts[i]);
  }
  std::vector<Ruling> rulings;
  for (std::vector<const InkPart*>& dots : rows) {
    if (dots.size() < kFewestDots) continue;
    std::sort(dots.begin(), dots.end(), [](auto a, auto b) { return a->box.x < b->box.x; });
    double inked = 0, highest = 0;
    for (const InkPart* dot : dots) {
      inked += dot->box.width;
      highest = std::max<double>(highest, dot->box.height);
    }
    // Where a row begins and ends in height: the mean of its first and of its last quarter.
    const std::size_t quarter = dots.size() / 4;
    double first = 0, last = 0;
    for (std::size_t i = 0; i < quarter; ++i) {
      first += (dots[i]->centroid.y + 0.5) / static_cast<double>(quarter);
      last += (dots[dots.size() - 1 - i]->centroid.y + 0.5) / static_cast<double>(quarter);
    }
    const double from =
        with_corner(ink, width, dots.front()->box.x - 1, static_cast<int>(first), -1, h) + 1;
    const double to =
        with_corner(ink, width, dots.back()->box.br().x, static_cast<int>(last), 1, h);
    const Ruling row{Direction::horizontal, from, to, first, last, highest};
    if (row.length() >= kShortest * h && inked >= kInked * row.length()) rulings.push_back(row);
  }
  return rulings;
}

// Text on its line, before it? One piece of ink may be where an upright of dashes crosses the row.
bool follows_text(const Ruling& row, const Components& ink, double h) {
  const int x1 = static_cast<int>(row.from), x0 = std::max(0, static_cast<int>(x1 - kBefore * h));
  const int y1 = static_cast<int>(row.at_from), y0 = std::max(0, static_cast<int>(y1 - h));
  std::set<int> before;
  for (int y = y0; y <= y1; ++y) {
    for (int x = x0; x < x1; ++x) before.insert(ink.part_at({x, y}));
  }
  before.erase(-1);
  return std::count_if(before.begin(), before.end(), [&](int part) {
           const cv::Rect& box = ink.parts()[part].box;
           return std::min(box.width, box.height) > kLeastText * h &&
                  box.height < kTallestText * h && box.y < y1 && box.br().y > y1;
         }) >= 2;
}

}  // namespace

std::vector<Ruling> rows_of_dots(const Components& ink, int width, const std::vector<Ruling>& found,
                                 double text_height_px) {
  const double h = text_height_px;
  std::vector<Ruling> rows = flat_rows(ink, width, h), rules = found;
  std::erase_if(rules, [](const Ruling& r) { return r.direction != Direction::horizontal; });
  std::vector<Ruling> leaders;
  for (const Ruling& row : rows) (follows_text(row, ink, h) ? leaders : rules).push_back(row);
  const auto covers = [h](const Ruling& wide, const Ruling& row) {
    return wide.from <= row.from + kSameEnd * h && wide.to >= row.to - kSameEnd * h;
  };
  std::vector<Ruling> whole;  // one of several of its extent
  for (const Ruling& rule : rules) {
    const auto is_alike = [&](const Ruling& other) {
      return covers(other, rule) && covers(rule, other);
    };
    const auto alike = std::count_if(rules.begin(), rules.end(), is_alike);
    const auto after_text = std::count_if(leaders.begin(), leaders.end(), is_alike);
    if (alike >= kFewestRows && alike > after_text) whole.push_back(rule);
  }
  // Rows are rulings between two whole ones, or as whole ones themselves.
  std::erase_if(rows, [&](const Ruling& row) {
    bool above = false, below = false;
    for (const Ruling& rule : whole) {
      above |= covers(rule, row) && rule.at_from <= row.at_from;
      below |= covers(rule, row) && rule.at_from >= row.at_from;
    }
    return !above || !below;
  });
  return rows;
}

}  // namespace crossfoot
