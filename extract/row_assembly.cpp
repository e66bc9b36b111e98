// Rows from lines:
//
//   Charge for the                  \  one row: the second begins in lower case
//   year                  7,547,904 /
//   Disposals           (24,805,060)   a row: figures in one column are never of one row
//   Fixtures                           a row of its own: it would have had room for "As at"
//   As at 1 January           1,200
//
// Certain: a rule between two lines parts them, so do figures of both in one column; lines that overlap
// in height are one row (figures stand at the middle of a label of two lines). Otherwise evidence is
// added up: lower case, an open bracket, a line that ends in the middle of a phrase, a hanging
// indent, a first line so long that the next word had no room, line spacing tighter than that of
// rows known to be apart - against a colon, a wider spacing, room that was left. A line without figures
// can go with the line above or below; the larger sum wins.
//
// Row spacing is measured on lines that must be rows of their own. Fails where a heading happens to
// fill its column and is followed by its first item at the same spacing and without indent.
#include "extract/row_assembly.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <string_view>

namespace crossfoot {
namespace {

// In text heights.
constexpr double kIndent = 0.45;    // a hanging indent is at least this
constexpr double kTighter = 0.22;   // spacing inside a row is less than between rows by this
constexpr double kLooser = 0.6;     // spacing between blocks is more by this
constexpr double kOverlap = 0.15;   // lines of one row that stand beside each other overlap by this
constexpr double kRoom = 0.6;       // a space and what a typesetter leaves at the end of a line
constexpr double kFarLine = 2.2;    // white that no wrapped line leaves

constexpr int kJoin = 2;  // evidence that joins two lines
constexpr int kLongLabel = 18;  // characters; a shorter label that fills its column is chance

bool is_cjk_at_start(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text.front()) >= 0xE3;
}

bool has_cjk(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

bool ends_open(std::string_view text) {
  const auto count = [&](std::string_view mark) {
    int n = 0;
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + mark.size())) {
      ++n;
    }
    return n;
  };
  return count("(") + count("（") > count(")") + count("）");
}

// A phrase cannot end here.
bool ends_inside_phrase(std::string_view text) {
  if (text.empty()) return false;
  if (text.back() == ',' || text.back() == '-' || text.back() == '/' || text.back() == '&') return true;
  static constexpr std::array<std::string_view, 17> kWords{
      " and", " or", " of", " the", " to", " for", " in", " on", " at", " by", " a", " with",
      " from", " than", " less", " as", " its"};
  std::string lower;
  for (const char c : text) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return lower.size() > word.size() && std::string_view(lower).ends_with(word);
  });
}

class Rows {
 public:
  Rows(const std::vector<BodyLine>& lines, double label_end, double h)
      : lines_(lines), label_end_(label_end), h_(h), row_white_(row_white()) {}

  std::vector<int> firsts() const {
    const int n = static_cast<int>(lines_.size());
    // joined[i]: line i goes on with the row of line i - 1.
    std::vector<bool> joined(n, false);
    for (int i = 1; i < n; ++i) joined[i] = evidence(i - 1, i) >= kJoin;
    drop_weaker_sides(joined);
    std::vector<int> firsts;
    std::vector<bool> figures;
    for (int i = 0; i < n; ++i) {
      // Lines in between may have hidden that two figures meet in one row.
      if (joined[i] && !clash(figures, lines_[i].has_figure)) {
        for (std::size_t c = 0; c < figures.size(); ++c) {
          if (lines_[i].has_figure[c]) figures[c] = true;
        }
        continue;
      }
      firsts.push_back(i);
      figures = lines_[i].has_figure;
    }
    return firsts;
  }

 private:
  static bool clash(const std::vector<bool>& a, const std::vector<bool>& b) {
    // Codes in the first column are figures, too, but a wrapped label may begin with a digit.
    for (std::size_t i = 1; i < a.size(); ++i) {
      if (a[i] && b[i]) return true;
    }
    return false;
  }

  double white(int upper, int lower) const { return lines_[lower].y0 - lines_[upper].y1; }

  // White between rows: the least among lines next to each other that must be rows of their own,
  // leaving out the tightest tenth.
  std::optional<double> row_white() const {
    std::vector<double> whites;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (clash(lines_[i - 1].has_figure, lines_[i].has_figure)) {
        whites.push_back(lines_[i].y0 - lines_[i - 1].y1);
      }
    }
    if (whites.size() < 2) return std::nullopt;
    std::sort(whites.begin(), whites.end());
    return whites[whites.size() / 4];
  }

  bool only_label(int i) const {
    const auto& text = lines_[i].has_text;
    return !lines_[i].label.empty() && std::none_of(text.begin() + 1, text.end(), [](bool t) { return t; });
  }

  bool any_figure(int i) const {
    const auto& figure = lines_[i].has_figure;
    return std::any_of(figure.begin() + 1, figure.end(), [](bool f) { return f; });
  }

  int spacing_evidence(int a, int b) const {
    const double gap = white(a, b);
    if (!row_white_) return gap > kFarLine * h_ ? -3 : 0;
    if (gap > *row_white_ + kLooser * h_) return -3;
    return gap < *row_white_ - kTighter * h_ ? 2 : 0;
  }

  // That label `b` goes on where label `a` ended.
  int label_evidence(int a, int b) const {
    const std::string &above = lines_[a].label, &below = lines_[b].label;
    if (above.ends_with(":") || above.ends_with("：")) return -3;
    int sum = 0;
    if (std::islower(static_cast<unsigned char>(below.front())) != 0) sum += 2;
    if (ends_open(above)) sum += 2;
    if (ends_inside_phrase(above)) sum += 2;
    if (lines_[b].label_x0 > lines_[a].label_x0 + kIndent * h_) sum += only_label(a) ? 0 : 1;
    if (lines_[b].label_x0 < lines_[a].label_x0 - kIndent * h_) sum -= 2;
    // Would the first word of `below` have fitted?
    const std::size_t word = std::min(below.find(' '), below.size());
    const double per_byte = static_cast<double>(lines_[b].label_x1 - lines_[b].label_x0) /
                            static_cast<double>(below.size());
    const double needed = (is_cjk_at_start(below) ? 1.4 * h_ : per_byte * static_cast<double>(word)) +
                          kRoom * h_;
    const bool full = lines_[a].label_x1 + needed > label_end_;
    const bool cjk = has_cjk(above);
    if (full) {
      sum += cjk || above.size() >= kLongLabel ? 2 : 1;
      if (!above.empty() && std::isdigit(static_cast<unsigned char>(above.back())) != 0) ++sum;
    } else {
      sum -= cjk ? 3 : 1;
    }
    return sum;
  }

  int evidence(int a, int b) const {
    const BodyLine &above = lines_[a], &below = lines_[b];
    if (below.rule_above || clash(above.has_figure, below.has_figure)) return -9;
    if (-white(a, b) > kOverlap * h_) return 9;
    if (white(a, b) > kFarLine * h_) return -9;
    int sum = spacing_evidence(a, b);
    if (!above.label.empty() && !below.label.empty()) {
      sum += label_evidence(a, b);
      // Both complete rows: figures in different columns are rare in one wrapped row.
      if (any_figure(a) && any_figure(b)) sum -= 3;
    } else if (below.label.empty()) {
      // Without a label: the wrapped text of other cells, or a subtotal.
      sum += any_figure(b) ? (any_figure(a) ? -2 : 1) : 2;
    } else {
      sum -= 1;
    }
    return sum;
  }

  // A label between two complete rows belongs to one of them.
  void drop_weaker_sides(std::vector<bool>& joined) const {
    for (std::size_t i = 1; i + 1 < joined.size(); ++i) {
      const int line = static_cast<int>(i);
      if (!joined[i] || !joined[i + 1] || any_figure(line)) continue;
      if (!any_figure(line - 1) || !any_figure(line + 1)) continue;
      if (evidence(line - 1, line) >= evidence(line, line + 1)) {
        joined[i + 1] = false;
      } else {
        joined[i] = false;
      }
    }
  }

  const std::vector<BodyLine>& lines_;
  double label_end_, h_;
  std::optional<double> row_white_;
};

}  // namespace

std::vector<int> assemble_rows(const std::vector<BodyLine>& lines, double label_end,
                               double text_height_px) {
  return Rows(lines, label_end, text_height_px).firsts();
}

}  // namespace crossfoot
