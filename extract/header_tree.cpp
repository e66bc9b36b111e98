// Heads over columns:
//
//              Year ended          rows:  |      | Year ended | Year ended -> spans 2 columns
//   Variable   2016   2015                |Variable| 2016 | 2015 |
//   ──────────────────────
//
// A head spans the columns under the rule that stands directly below it; else the columns whose text it
// reaches over, and more to either side where that fits its middle better and each has a head below.
// A column whose heads stand at the middle of the height that the head and all below it fill, not of
// the height below it, is none of them: it has its heads beside, over both levels ("Variable"). Heads
// of equal span, one directly below the other, are the wrapped lines of one head, unless a rule parts
// them. The level of a head is one more than the deepest above it.
#include "extract/header_tree.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace crossfoot {
namespace {

// In text heights.
constexpr double kRuleBelow = 1.6;   // a rule this near below a head is its own
constexpr double kSpanCost = 0.6;    // how much better one column or several must fit
constexpr double kApart = 0.85;      // white above the next head where that is no line of the same one
constexpr double kSameLine = 1.5;    // heads whose middles are nearer than this in height are of one level
constexpr double kInLine = 0.6;      // middles or ends of lines of one head agree within this
constexpr double kOrphanCost = 0.35;
constexpr int kMostOrphans = 4;
constexpr int kWidestReach = 8;      // columns to either side that a head is tried over
constexpr double kSameMiddle = 2.5;  // a head of several columns stands this near to theirs
constexpr double kStacked = 1.4;     // white between the lines of one head …
constexpr double kStackedSpan = 0.8;  // … and of one over several columns, which may have a head below
constexpr double kOffEdge = 0.5;     // what an edge told by middles may reach into a column's text …
constexpr double kClosing = 2;       // … and the last of them miss the end of the rules

struct Head {
  int first = 0, last = 0;  // columns
  PixelBox box;
  std::vector<int> items;
  int level = 0;
};

class Header {
 public:
  Header(const std::vector<PixelBox>& heads, const std::vector<ColumnBand>& bands,
         const std::vector<HeadRule>& rules, double h)
      : boxes_(heads), bands_(bands), rules_(rules), h_(h) {
    find_edges();
  }

  std::vector<HeadCell> cells() {
    for (int i = 0; i < static_cast<int>(boxes_.size()); ++i) place(i);
    std::stable_sort(heads_.begin(), heads_.end(), [](const Head& a, const Head& b) {
      return a.box.y0 + a.box.y1 < b.box.y0 + b.box.y1;
    });
    int levels = 1;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (overlap(heads_[i], heads_[j])) heads_[i].level = std::max(heads_[i].level, heads_[j].level + 1);
      }
      levels = std::max(levels, heads_[i].level + 1);
    }
    std::vector<HeadCell> cells;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      const Head& head = heads_[i];
      int end = levels;
      for (std::size_t j = i + 1; j < heads_.size(); ++j) {
        if (overlap(head, heads_[j])) end = std::min(end, heads_[j].level);
      }
      cells.push_back({head.level, end - head.level, head.first, head.last - head.first + 1,
                       head.items});
    }
    return cells;
  }

 private:
  static bool overlap(const Head& a, const Head& b) { return a.first <= b.last && b.first <= a.last; }

  // Where the slots of columns begin and end. Between rules of known ends the middles of centred heads
  // tell all edges one after the other, and they must lie in the white between the columns and come
  // out at the other end; else edges are half way to the next text.
  void find_edges() {
    const int n = static_cast<int>(bands_.size());
    double left = bands_.front().x0, right = bands_.back().x1;
    for (const HeadRule& rule : rules_) {
      left = std::min(left, rule.x0);
      right = std::max(right, rule.x1);
    }
    edges_.push_back(left);
    for (int col = 0; col < n && are_between_bands(); ++col) {
      edges_.push_back(2 * lowest_middle(col) - edges_.back());
    }
    if (are_between_bands() && std::abs(edges_.back() - right) <= kClosing * h_) return;
    edges_.assign(1, left);
    for (int col = 1; col < n; ++col) {
      edges_.push_back((bands_[col - 1].x1 + bands_[col].x0) / 2);
    }
    edges_.push_back(right);
  }

  bool are_between_bands() const {
    const auto last = static_cast<int>(edges_.size()) - 1;
    const bool after = last == 0 || edges_[last] > bands_[last - 1].x1 - kOffEdge * h_;
    const bool before =
        last == static_cast<int>(bands_.size()) || edges_[last] < bands_[last].x0 + kOffEdge * h_;
    return after && before;
  }

  double left_of(int col) const { return edges_[col]; }
  double right_of(int col) const { return edges_[col + 1]; }

  // A rule between two heights that crosses a stretch.
  const HeadRule* rule_between(double top, double bottom, double x0, double x1) const {
    for (const HeadRule& rule : rules_) {
      if (rule.y > top && rule.y < bottom && std::min(x1, rule.x1) - std::max(x0, rule.x0) > 0.4 * (x1 - x0)) {
        return &rule;
      }
    }
    return nullptr;
  }

  bool alone_over(int index, int first, int last) const {
    const PixelBox& box = boxes_[index];
    for (int i = 0; i < static_cast<int>(boxes_.size()); ++i) {
      if (i == index) continue;
      const bool same_line = std::abs(box.y0 + box.y1 - boxes_[i].y0 - boxes_[i].y1) < 2 * kSameLine * h_;
      if (same_line && boxes_[i].x1 > bands_[first].x0 && boxes_[i].x0 < bands_[last].x1) return false;
    }
    return true;
  }

  void place(int index) {
    const PixelBox& box = boxes_[index];
    BandRange range = bands_under(bands_, box.x0, box.x1, h_);
    const HeadRule* rule = rule_between((box.y0 + box.y1) / 2.0, box.y1 + kRuleBelow * h_, box.x0, box.x1);
    const bool partial = rule != nullptr && (rule->x0 > bands_.front().x1 || rule->x1 < bands_.back().x0);
    if (partial) {
      const BandRange under = bands_under(bands_, rule->x0, rule->x1, h_);
      // A rule runs under one head alone; under several it is the header's own.
      if (alone_over(index, under.first, under.last)) range = under;
    } else {
      range = best_range(index, range);
    }
    // The line above it of the same head?
    for (Head& head : heads_) {
      if (head.first != range.first || head.last != range.last) continue;
      const double white = box.y0 - head.box.y1;
      const double stacked = range.first == range.last ? kStacked : kStackedSpan;
      if (white > stacked * h_ || rule_between(head.box.y1 - 0.2 * h_, box.y0 + 0.2 * h_, box.x0, box.x1)) {
        continue;
      }
      head.items.push_back(index);
      head.box = {std::min(head.box.x0, box.x0), std::min(head.box.y0, box.y0),
                  std::max(head.box.x1, box.x1), std::max(head.box.y1, box.y1)};
      return;
    }
    heads_.push_back({range.first, range.last, box, {index}, 0});
  }

  // Of the lowest head of a column, which stands over its middle where figures stand at its end.
  double lowest_middle(int col) const {
    const PixelBox* lowest = nullptr;
    for (const PixelBox& box : boxes_) {
      if (box.x1 <= bands_[col].x0 || box.x0 >= bands_[col].x1) continue;
      if (lowest == nullptr || box.y1 > lowest->y1) lowest = &box;
    }
    return lowest == nullptr ? bands_[col].middle() : (lowest->x0 + lowest->x1) / 2.0;
  }

  // The columns that a head's middle and width fit best. It covers at least those of `under` unless
  // that is one.
  BandRange best_range(int index, const BandRange& under) const {
    const PixelBox& box = boxes_[index];
    const double middle = (box.x0 + box.x1) / 2.0;
    if (under.first == under.last && goes_on_below(index, under.first)) return under;
    BandRange best = under;
    double least = 0;
    bool found = false;
    for (int a = std::max(0, under.first - kWidestReach); a <= under.first; ++a) {
      for (int b = under.last; b < std::min(static_cast<int>(bands_.size()), under.last + kWidestReach + 1); ++b) {
        if (a < b && (!alone_over(index, a, b) || !has_heads_below(index, a, b))) continue;
        const double left = left_of(a), right = right_of(b);
        const double off = std::min({std::abs((bands_[a].x0 + bands_[b].x1) / 2 - middle),
                                     std::abs((left + right) / 2 - middle),
                                     std::abs((lowest_middle(a) + lowest_middle(b)) / 2 - middle)});
        const double overflow = std::max(0.0, left - box.x0) + std::max(0.0, box.x1 - right);
        if (a < b && off > kSameMiddle * h_) continue;
        double cost = off + 2 * overflow + kOrphanCost * h_ * orphans(index, a, b);
        if (a == b) cost += is_apart(index, a) ? kSpanCost * h_ : -kSpanCost * h_;
        if (found && cost >= least) continue;
        found = true;
        least = cost;
        best = {a, b};
      }
    }
    return best;
  }

  // The head below it in the column stands further off than the next line of one head does.
  bool is_apart(int index, int col) const {
    double white = 0;
    bool found = false;
    for (const PixelBox& other : boxes_) {
      if (other.y0 < boxes_[index].y1 - 0.3 * h_ || other.x1 <= bands_[col].x0 || other.x0 >= bands_[col].x1) continue;
      const double here = other.y0 - boxes_[index].y1;
      white = found ? std::min(white, here) : here;
      found = true;
    }
    return found && white > kApart * h_;
  }

  // The next line of the same head: near below, its middle or one of its ends in line.
  bool goes_on_below(int index, int col) const {
    const PixelBox& box = boxes_[index];
    return std::any_of(boxes_.begin(), boxes_.end(), [&](const PixelBox& other) {
      const double white = other.y0 - box.y1;
      if (white < -0.3 * h_ || white > kApart * h_) return false;
      if (other.x1 <= bands_[col].x0 || other.x0 >= bands_[col].x1) return false;
      const double middles = std::abs((box.x0 + box.x1) - (other.x0 + other.x1)) / 2.0;
      return std::min({middles, std::abs(static_cast<double>(box.x0 - other.x0)),
                       std::abs(static_cast<double>(box.x1 - other.x1))}) < kInLine * h_;
    });
  }

  // The heads of a column below another head, as one box.
  PixelBox heads_below(int index, int col) const {
    PixelBox all;
    for (const PixelBox& other : boxes_) {
      const bool lower = other.y0 + other.y1 > boxes_[index].y0 + boxes_[index].y1;
      if (!lower || other.x1 <= bands_[col].x0 || other.x0 >= bands_[col].x1) continue;
      if (all.empty()) all = other;
      all = {std::min(all.x0, other.x0), std::min(all.y0, other.y0), std::max(all.x1, other.x1),
             std::max(all.y1, other.y1)};
    }
    return all;
  }

  // Centred in the height of a head and of what stands down to `end`, not in that below the head.
  bool is_beside(int index, int col, int end) const {
    const PixelBox heads = heads_below(index, col);
    const double middle = (heads.y0 + heads.y1) / 2.0;
    return !heads.empty() && std::abs(middle - (boxes_[index].y0 + end) / 2.0) <
                                 std::abs(middle - (boxes_[index].y1 + end) / 2.0);
  }

  int end_below(int index, int first, int last) const {
    int end = 0;
    for (int col = first; col <= last; ++col) end = std::max(end, heads_below(index, col).y1);
    return end;
  }

  // Columns beside a span that only lower heads name, up to the next head of its line: it could have
  // been theirs as well. The first column's head often stands low.
  int orphans(int index, int first, int last) const {
    const int end = end_below(index, first, last);
    const auto is_orphan = [&](int col) {
      return col > 0 && col < static_cast<int>(bands_.size()) && alone_over(index, col, col) &&
             !(first < last && is_beside(index, col, end)) &&
             std::none_of(boxes_.begin(), boxes_.end(), [&](const PixelBox& other) {
               return other.y0 < boxes_[index].y1 - 0.3 * h_ && other.x1 > bands_[col].x0 &&
                      other.x0 < bands_[col].x1 && &other != &boxes_[index];
             });
    };
    int n = 0;
    for (int col = first - 1; n < kMostOrphans && is_orphan(col); --col) ++n;
    for (int col = last + 1; n < kMostOrphans && is_orphan(col); ++col) ++n;
    return n;
  }

  // Every column of the span has a head of its own further down, and none beside it.
  bool has_heads_below(int index, int first, int last) const {
    const int end = end_below(index, first, last);
    for (int col = first; col <= last; ++col) {
      const bool found = std::any_of(boxes_.begin(), boxes_.end(), [&](const PixelBox& other) {
        const double lower = (other.y0 + other.y1 - boxes_[index].y0 - boxes_[index].y1) / 2.0;
        return lower >= kSameLine * h_ && other.x1 > bands_[col].x0 && other.x0 < bands_[col].x1;
      });
      if (!found || is_beside(index, col, end)) return false;
    }
    return true;
  }

  const std::vector<PixelBox>& boxes_;
  const std::vector<ColumnBand>& bands_;
  const std::vector<HeadRule>& rules_;
  double h_;
  std::vector<double> edges_;  // of the columns
  std::vector<Head> heads_;
};

}  // namespace

std::vector<HeadCell> header_tree(const std::vector<PixelBox>& heads,
                                  const std::vector<ColumnBand>& bands,
                                  const std::vector<HeadRule>& rules, double text_height_px) {
  if (bands.empty()) return {};
  return Header(heads, bands, rules, text_height_px).cells();
}

}  // namespace crossfoot
