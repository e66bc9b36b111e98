// Two kinds of evidence, the surer first.
//
// Rules of one extent, one below the other, with lines of several pieces between them:
//
//   ─────────────────────────      a zone. Two rules may be the top of a table whose end no rule
//   Variable      Mean   Max       marks: it then goes on downwards as without rules.
//   ─────────────────────────
//   Age           51.8    90
//   ─────────────────────────
//
// Runs of lines: a line with a figure apart from other pieces begins one; the next lines belong to
// it while their figures stand under its figures. Lines of a single piece (wrapped labels, section
// headings) belong when a line of figures follows soon. Running text ends a run, and so does a
// second line of column heads, which begins the next table. Lines above the first figures that head
// columns are added at last. (Hu et al., Medium-independent table detection, 2000, scores lines in
// the same way; Nurminen 2013 grows from edges of text.)
//
// Fails on tables of text alone without any rule.
#include "extract/table_regions.h"

#include <algorithm>
#include <cmath>

#include "extract/printed_lines.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kSameRule = 0.5;     // heights of rulings that are one rule
constexpr double kRuleGap = 8;        // between rulings of one rule (column groups apart)
constexpr double kSameEnd = 1.6;      // ends of rules of one table
constexpr double kShortestZone = 12;  // width of a zone
constexpr double kAligned = 1.0;      // right edges or middles of figures in one column
constexpr double kNextBlock = 7.5;    // white between blocks of one statement
constexpr double kHeadReach = 3;      // a head may reach this far out of the columns of figures
constexpr double kHeadGap = 2.6;      // white above the figures that heads may leave

constexpr std::size_t kMostLabels = 3;  // headings between the heads and the first figures
constexpr int kMostPending = 4;         // single pieces between two lines of figures
constexpr double kWidestLabels = 0.4;  // share of its rules' width that labels of a form take
constexpr double kLabelWhite = 0.8;    // text heights between them and what they name
constexpr double kProse = 0.62;     // share of the run's width that a line of running text fills
constexpr double kFullLine = 0.88;  // share of its extent that a line of running text inks
constexpr int kProseLength = 45;    // characters

int px(double at) { return static_cast<int>(std::lround(at)); }

struct Line {
  std::vector<int> pieces;
  int y0 = 0, y1 = 0, x0 = 0, x1 = 0;
};

class RegionFinder {
 public:
  RegionFinder(const std::vector<Piece>& pieces, const std::vector<PrintedRule>& rules,
               const std::vector<PixelBox>& blocks, double h)
      : pieces_(pieces), rules_(rules), blocks_(blocks), h_(h) {
    std::vector<PixelBox> boxes;
    for (const Piece& piece : pieces) boxes.push_back(piece.box());
    for (auto& indexes : printed_lines(boxes, h)) lines_.push_back(line_of(std::move(indexes)));
    used_.assign(lines_.size(), false);
  }

  std::vector<TableRegion> regions() {
    find_zones();
    for (int i = 0; i < n_lines(); ++i) {
      if (!used_[i] && is_seed(i)) grow(i, i, {});
    }
    std::sort(found_.begin(), found_.end(),
              [this](const TableRegion& a, const TableRegion& b) { return top_of(a) < top_of(b); });
    return std::move(found_);
  }

 private:
  int n_lines() const { return static_cast<int>(lines_.size()); }
  const PixelBox& box(int piece) const { return pieces_[piece].box(); }
  int top_of(const TableRegion& region) const { return box(region.lines.front().front()).y0; }

  Line line_of(std::vector<int> indexes) const {
    Line line{std::move(indexes), 0, 0, 0, 0};
    const PixelBox& first = box(line.pieces.front());
    line.y0 = first.y0, line.y1 = first.y1, line.x0 = first.x0, line.x1 = first.x1;
    for (const int i : line.pieces) {
      line.y0 = std::min(line.y0, box(i).y0);
      line.y1 = std::max(line.y1, box(i).y1);
      line.x0 = std::min(line.x0, box(i).x0);
      line.x1 = std::max(line.x1, box(i).x1);
    }
    return line;
  }

  bool has_figure(int line) const {
    return std::any_of(lines_[line].pieces.begin(), lines_[line].pieces.end(), [this](int i) {
      return is_figure(pieces_[i].kind) || pieces_[i].kind == PieceKind::year;
    });
  }

  bool is_seed(int line) const {
    const std::vector<int>& pieces = lines_[line].pieces;
    if (pieces.size() < 2 || !has_figure(line)) return false;
    // A number before a heading or a page number at its end is no column of figures.
    return std::any_of(pieces.begin() + 1, pieces.end(), [this](int i) {
      return is_figure(pieces_[i].kind) || pieces_[i].kind == PieceKind::year;
    });
  }

  bool is_prose(int line, double width) const {
    const std::vector<int>& pieces = lines_[line].pieces;
    int length = 0, ink = 0, figures = 0;
    for (const int i : pieces) {
      const int here = printed_length(pieces_[i].line.text);
      if (pieces_[i].kind == PieceKind::text && here > kProseLength &&
          box(i).width() > kProse * width) {
        return true;
      }
      length += here;
      ink += box(i).width();
      figures += i != pieces.front() && pieces_[i].kind != PieceKind::text ? 1 : 0;
    }
    // A line of prose that was cut at its widest spaces.
    const int extent = lines_[line].x1 - lines_[line].x0;
    return pieces.size() > 1 && figures < 2 && length > kProseLength && extent > kProse * width &&
           ink > kFullLine * extent;
  }

  // 单位：元, Year: a field above the table, no head.
  bool is_field(int line) const {
    const std::vector<int>& pieces = lines_[line].pieces;
    const std::string& text = pieces_[pieces.back()].line.text;
    return pieces.size() <= 2 &&
           (text.find(':') != std::string::npos || text.find("：") != std::string::npos);
  }

  // No ruled table between two lines.
  bool is_free(int upper, int lower) const {
    const Line &a = lines_[upper], &b = lines_[lower];
    return std::none_of(blocks_.begin(), blocks_.end(), [&](const PixelBox& block) {
      return block.y0 < (b.y0 + b.y1) / 2 && block.y1 > (a.y0 + a.y1) / 2 &&
             block.x0 < std::max(a.x1, b.x1) && block.x1 > std::min(a.x0, b.x0);
    });
  }

  std::vector<int> inside(int line, double x0, double x1) const {
    std::vector<int> kept;
    for (const int i : lines_[line].pieces) {
      const double middle = (box(i).x0 + box(i).x1) / 2.0;
      if (middle >= x0 - kSameEnd * h_ && middle <= x1 + kSameEnd * h_) kept.push_back(i);
    }
    return kept;
  }

  // Lines with their middle between two heights and pieces in the rule's extent.
  std::vector<int> lines_between(double top, double bottom, const PrintedRule& rule) const {
    std::vector<int> between;
    for (int i = 0; i < n_lines(); ++i) {
      const double middle = (lines_[i].y0 + lines_[i].y1) / 2.0;
      if (!used_[i] && middle > top && middle < bottom && !inside(i, rule.x0, rule.x1).empty()) {
        between.push_back(i);
      }
    }
    return between;
  }

  bool looks_tabular(const std::vector<int>& lines, const PrintedRule& rule) const {
    int several = 0, prose = 0;
    for (const int i : lines) {
      several += inside(i, rule.x0, rule.x1).size() >= 2 ? 1 : 0;
      prose += is_prose(i, rule.width()) ? 1 : 0;
    }
    const int n = static_cast<int>(lines.size());
    return n > 0 && 5 * several >= n && 3 * prose <= n;
  }

  // White runs through all lines and leaves a label to the left: a paragraph in a cell of a form, not
  // one of running text.
  bool has_label_column(const std::vector<int>& lines, const PrintedRule& rule) const {
    std::vector<PixelBox> boxes;
    for (const int line : lines) {
      for (const int i : inside(line, rule.x0, rule.x1)) boxes.push_back(box(i));
    }
    std::sort(boxes.begin(), boxes.end(),
              [](const PixelBox& a, const PixelBox& b) { return a.x0 < b.x0; });
    int reached = boxes.front().x1;
    for (const PixelBox& next : boxes) {
      if (next.x0 - rule.x0 > kWidestLabels * rule.width()) return false;
      if (next.x0 - reached >= kLabelWhite * h_) return true;
      reached = std::max(reached, next.x1);
    }
    return false;
  }

  // Rules over and under subtotals reach over the figures alone: their labels stand to the left.
  bool leaves_labels_out(const std::vector<int>& lines, const PrintedRule& rule) const {
    int labels_out = 0, figures_first = 0;
    for (const int i : lines) {
      const std::vector<int> kept = inside(i, rule.x0, rule.x1);
      const PieceKind kind = pieces_[kept.front()].kind;
      if (!is_figure(kind) && kind != PieceKind::year && kind != PieceKind::unit) continue;
      ++figures_first;
      labels_out += kept.front() != lines_[i].pieces.front() ? 1 : 0;
    }
    const int n = static_cast<int>(lines.size());
    return 2 * figures_first > n && (labels_out > 0 || figures_first == n);
  }

  void find_zones() {
    for (std::size_t first = 0; first < rules_.size();) {
      const PrintedRule& rule = rules_[first];
      std::size_t last = first;
      std::vector<int> lines;
      int several = 0;
      for (std::size_t next = first + 1; next < rules_.size(); ++next) {
        const PrintedRule& other = rules_[next];
        if (std::abs(other.x0 - rule.x0) > kSameEnd * h_ ||
            std::abs(other.x1 - rule.x1) > kSameEnd * h_) {
          continue;
        }
        const std::vector<int> between = lines_between(rules_[last].y, other.y, rule);
        if (!between.empty()) {
          if (!is_free(between.front(), between.back())) break;
          if (!lines.empty() && !is_free(lines.back(), between.front())) break;
          const bool single = between.size() <= 2;
          if (!looks_tabular(between, rule) && !has_label_column(between, rule) &&
              !(single && several > 0 && !is_prose(between[0], rule.width())))
            break;
          ++several;
        }
        lines.insert(lines.end(), between.begin(), between.end());
        last = next;
      }
      if (last > first && rule.width() >= kShortestZone * h_ && !lines.empty() &&
          !leaves_labels_out(lines, rule)) {
        accept_zone(lines, rule, rules_[last].y);
        // Rules inside the zone begin no other.
        while (first <= last) ++first;
      } else {
        ++first;
      }
    }
  }

  void accept_zone(const std::vector<int>& lines, const PrintedRule& rule, double bottom) {
    const auto figures = std::count_if(lines.begin(), lines.end(), [this](int i) {
      const auto& pieces = lines_[i].pieces;
      return std::any_of(pieces.begin(), pieces.end(),
                         [this](int p) { return pieces_[p].kind == PieceKind::figure; });
    });
    const PixelBox frame{px(rule.x0), px(rule.y), px(rule.x1), px(bottom)};
    if (figures == 0 && lines.size() < 5) {
      // Column heads alone: the body follows without rules, or there is none.
      grow(lines.front(), lines.back(), frame);
      return;
    }
    TableRegion region;
    region.is_ruled = true;
    for (const int i : lines) {
      region.lines.push_back(inside(i, rule.x0, rule.x1));
      used_[i] = true;
    }
    region.frame = frame;
    found_.push_back(std::move(region));
  }

  // Do the figures of a line stand under those of the run?
  bool is_aligned(int line, const std::vector<int>& run) const {
    int aligned = 0, figures = 0;
    const auto& pieces = lines_[line].pieces;
    for (const int i : pieces) {
      if (!is_figure(pieces_[i].kind) && pieces_[i].kind != PieceKind::year) continue;
      if (i == pieces.front() && pieces.size() > 1) continue;
      ++figures;
      const bool here = std::any_of(run.begin(), run.end(), [&](int other) {
        const auto& others = lines_[other].pieces;
        return std::any_of(others.begin(), others.end(), [&](int j) {
          if (j == others.front() && others.size() > 1 && pieces_[j].kind == PieceKind::text)
            return false;
          const double right = std::abs(box(i).x1 - box(j).x1);
          const double middle = std::abs((box(i).x0 + box(i).x1) - (box(j).x0 + box(j).x1)) / 2.0;
          const double left = std::abs(box(i).x0 - box(j).x0);
          return std::min({right, middle, left}) <= kAligned * h_;
        });
      });
      aligned += here ? 1 : 0;
    }
    return figures > 0 && 2 * aligned >= figures;
  }

  // Where the columns of figures begin.
  int figures_from(const std::vector<int>& run, int otherwise) const {
    int from = otherwise;
    for (const int i : run) {
      const auto& pieces = lines_[i].pieces;
      for (std::size_t k = pieces.size() > 1 ? 1 : 0; k < pieces.size(); ++k) {
        if (is_figure(pieces_[pieces[k]].kind) || pieces_[pieces[k]].kind == PieceKind::year) {
          from = std::min(from, box(pieces[k]).x0);
        }
      }
    }
    return from;
  }

  // Column heads again: several pieces over the figures, none of them one, and no label.
  bool is_head(int line, const std::vector<int>& run, double left, double right) const {
    const auto& pieces = lines_[line].pieces;
    int units = 0;
    for (const int i : pieces) {
      if (is_figure(pieces_[i].kind)) return false;
      if (pieces_[i].kind == PieceKind::year || pieces_[i].kind == PieceKind::unit) ++units;
    }
    if (pieces.size() < 2 || lines_[line].x0 < left + 3 * h_) return false;
    return units >= 2 ||
           lines_[line].x0 > figures_from(run, static_cast<int>(right)) - kHeadReach * h_;
  }

  // frame: of the rules around the lines to begin with, empty where there are none.
  void grow(int first, int last, const PixelBox& frame) {
    std::vector<int> run;
    for (int i = first; i <= last; ++i) {
      if (!used_[i]) run.push_back(i);
    }
    int x0 = lines_[first].x0, x1 = lines_[first].x1, bodies = 0;
    std::vector<int> pending;
    for (int i = last + 1; i < n_lines() && !used_[i]; ++i) {
      const Line& line = lines_[i];
      const double white = line.y0 - lines_[pending.empty() ? run.back() : pending.back()].y1;
      if (white > kNextBlock * h_ || !is_free(run.back(), i)) break;
      if (is_prose(i, x1 - x0) && !(line.pieces.size() > 1 && is_aligned(i, run))) break;
      const bool figures = has_figure(i);
      if (bodies >= 2 && is_head(i, run, x0, x1)) break;
      if (figures && is_aligned(i, run) && (line.pieces.size() > 1 || line.x0 > x0 + 2 * h_)) {
        run.insert(run.end(), pending.begin(), pending.end());
        pending.clear();
        run.push_back(i);
        ++bodies;
        x0 = std::min(x0, line.x0);
        x1 = std::max(x1, line.x1);
        continue;
      }
      if (static_cast<int>(pending.size()) == kMostPending) break;
      if (white > kNextBlock * h_) break;
      pending.push_back(i);
    }
    TableRegion region;
    region.is_ruled = !frame.empty();
    if (region.is_ruled && bodies == 0) {
      region.frame = frame;
    } else {
      add_heads(run, x0, x1);
    }
    if (run.size() < 2) return;
    for (const int i : run) {
      region.lines.push_back(lines_[i].pieces);
      used_[i] = true;
    }
    found_.push_back(std::move(region));
  }

  // Lines above the run that head its columns.
  void add_heads(std::vector<int>& run, int x0, int x1) {
    // Heads stand over the columns of figures, or in several pieces.
    const int figures = figures_from(run, x1);
    std::vector<int> labels;  // headings of sections between the heads and the first figures
    int next = run.front();
    for (int i = run.front() - 1; i >= 0 && !used_[i]; --i) {
      const Line& line = lines_[i];
      const Line& below = lines_[next];
      if (below.y0 - line.y1 > kHeadGap * h_ || !is_free(i, next)) break;
      if (is_prose(i, x1 - x0) || is_field(i) || line.x1 < x0 || line.x0 > x1) break;
      next = i;
      const bool apart = line.x0 > figures - kHeadReach * h_ && line.x1 <= x1 + kHeadReach * h_;
      if (line.pieces.size() < 2 && !apart) {
        // A title over the whole table is no heading of a section.
        const bool heading = line.x0 < x0 + kSameEnd * h_ && line.x1 < figures + h_;
        if (!heading || labels.size() == kMostLabels) break;
        labels.push_back(i);
        continue;
      }
      if (line.pieces.size() < 2 && line.x1 - line.x0 > kProse * (x1 - x0)) break;
      for (const int label : labels) run.insert(run.begin(), label);
      labels.clear();
      run.insert(run.begin(), i);
    }
  }

  const std::vector<Piece>& pieces_;
  const std::vector<PrintedRule>& rules_;
  const std::vector<PixelBox>& blocks_;
  double h_;
  std::vector<Line> lines_;
  std::vector<bool> used_;
  std::vector<TableRegion> found_;
};

}  // namespace

std::vector<PrintedRule> horizontal_rules(const std::vector<Ruling>& rulings,
                                          double text_height_px) {
  std::vector<PrintedRule> pieces;
  for (const Ruling& ruling : rulings) {
    if (ruling.direction != Direction::horizontal) continue;
    pieces.push_back({(ruling.at_from + ruling.at_to) / 2, ruling.from, ruling.to});
  }
  std::sort(pieces.begin(), pieces.end(), [](const PrintedRule& a, const PrintedRule& b) {
    return std::pair(a.y, a.x0) < std::pair(b.y, b.x0);
  });
  std::vector<PrintedRule> rules;
  for (const PrintedRule& piece : pieces) {
    const auto near = std::find_if(rules.begin(), rules.end(), [&](const PrintedRule& rule) {
      return std::abs(rule.y - piece.y) <= kSameRule * text_height_px &&
             piece.x0 - rule.x1 <= kRuleGap * text_height_px &&
             rule.x0 - piece.x1 <= kRuleGap * text_height_px;
    });
    if (near == rules.end()) {
      rules.push_back(piece);
    } else {
      near->x0 = std::min(near->x0, piece.x0);
      near->x1 = std::max(near->x1, piece.x1);
    }
  }
  return rules;
}

std::vector<TableRegion> table_regions(const std::vector<Piece>& pieces,
                                       const std::vector<PrintedRule>& rules,
                                       const std::vector<PixelBox>& blocks, double text_height_px) {
  if (pieces.empty()) return {};
  return RegionFinder(pieces, rules, blocks, text_height_px).regions();
}

}  // namespace crossfoot
