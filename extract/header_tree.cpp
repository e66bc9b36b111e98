// Heads over columns:
//
//              Year ended          rows:  |      | Year ended | Year ended -> spans 2 columns
//   Variable   2016   2015                |Variable| 2016 | 2015 |
//   ──────────────────────
//
// A head spans the columns under the rule that stands directly below it; else the columns whose text it
// reaches over; else, when its middle is far from that of its one column but at the middle of
// several neighbours, those. Heads of equal span, one directly below the other, are the wrapped lines of
// one head, unless a rule parts them. The level of a head is one more than the deepest above it.
#include "extract/header_tree.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace crossfoot {
namespace {

// In text heights.
constexpr double kRuleBelow = 1.6;   // a rule this near below a head is its own
constexpr double kOffMiddle = 1.3;   // a head of one column stands no further from its middle
constexpr double kSameMiddle = 0.9;  // a head of several columns stands this near to theirs
constexpr double kStacked = 1.4;     // white between the lines of one head

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
      : boxes_(heads), bands_(bands), rules_(rules), h_(h) {}

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
      const bool same_line = std::min(box.y1, boxes_[i].y1) - std::max(box.y0, boxes_[i].y0) > 0.3 * h_;
      if (same_line && boxes_[i].x1 > bands_[first].x0 && boxes_[i].x0 < bands_[last].x1) return false;
    }
    return true;
  }

  void place(int index) {
    const PixelBox& box = boxes_[index];
    BandRange range = bands_under(bands_, box.x0, box.x1, h_);
    const double middle = (box.x0 + box.x1) / 2.0;
    const HeadRule* rule = rule_between((box.y0 + box.y1) / 2.0, box.y1 + kRuleBelow * h_, box.x0, box.x1);
    const bool partial = rule != nullptr && (rule->x0 > bands_.front().x1 || rule->x1 < bands_.back().x0);
    if (partial) {
      const BandRange under = bands_under(bands_, rule->x0, rule->x1, h_);
      // A rule runs under one head alone; under several it is the header's own.
      if (alone_over(index, under.first, under.last)) range = under;
    } else if (range.first == range.last &&
               std::abs(middle - bands_[range.first].middle()) > kOffMiddle * h_) {
      double best = kSameMiddle * h_;
      const int only = range.first;
      for (int a = std::max(0, only - 6); a <= only; ++a) {
        for (int b = only; b < static_cast<int>(bands_.size()) && b <= only + 6; ++b) {
          if (a == b || !alone_over(index, a, b) || !has_heads_below(index, a, b)) continue;
          const double off = std::abs((bands_[a].x0 + bands_[b].x1) / 2 - middle);
          if (off >= best) continue;
          best = off;
          range = {a, b};
        }
      }
    }
    // The line above it of the same head?
    for (Head& head : heads_) {
      if (head.first != range.first || head.last != range.last) continue;
      const double white = box.y0 - head.box.y1;
      if (white > kStacked * h_ || rule_between(head.box.y1 - 0.2 * h_, box.y0 + 0.2 * h_, box.x0, box.x1)) {
        continue;
      }
      head.items.push_back(index);
      head.box = {std::min(head.box.x0, box.x0), std::min(head.box.y0, box.y0),
                  std::max(head.box.x1, box.x1), std::max(head.box.y1, box.y1)};
      return;
    }
    heads_.push_back({range.first, range.last, box, {index}, 0});
  }

  // Every column of the span has a head of its own further down.
  bool has_heads_below(int index, int first, int last) const {
    for (int col = first; col <= last; ++col) {
      const bool found = std::any_of(boxes_.begin(), boxes_.end(), [&](const PixelBox& other) {
        return other.y0 > boxes_[index].y1 - 0.3 * h_ && other.x1 > bands_[col].x0 &&
               other.x0 < bands_[col].x1;
      });
      if (!found) return false;
    }
    return true;
  }

  const std::vector<PixelBox>& boxes_;
  const std::vector<ColumnBand>& bands_;
  const std::vector<HeadRule>& rules_;
  double h_;
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
