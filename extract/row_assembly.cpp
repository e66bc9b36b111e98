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
// Row spacing is measured on lines that must be rows of their own, or known where white comes in two
// sizes. Fails where a heading happens to fill its column and is followed by its first item at the
// same spacing and without indent.
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

constexpr double kTwoSizes = 0.4;   // between white inside rows and between them

constexpr std::size_t kManyLines = 8;  // whose spacing is a pattern
constexpr std::size_t kFewLines = 3;   // with white of one of two sizes
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

bool is_in_capitals(std::string_view text) {
  const auto upper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
  const auto lower = [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; };
  return std::any_of(text.begin(), text.end(), upper) && std::none_of(text.begin(), text.end(), lower);
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

// "As at 27", "As at 2 October": a day waits for its month, a month for its year.
bool ends_in_date(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  if (std::any_of(kMonths.begin(), kMonths.end(), [&](auto month) { return text.ends_with(month); })) {
    return true;
  }
  std::size_t digits = 0;
  while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[text.size() - 1 - digits])) != 0) {
    ++digits;
  }
  return digits > 0 && digits <= 2 && digits < text.size() && text[text.size() - 1 - digits] == ' ';
}

class Rows {
 public:
  Rows(const std::vector<BodyLine>& lines, const std::vector<double>& column_ends, double h)
      : lines_(lines), ends_(column_ends), starts_(column_ends), h_(h), row_white_(row_white()) {
    for (const BodyLine& line : lines_) {
      for (std::size_t c = 0; c < ends_.size(); ++c) {
        if (!line.parts[c].text.empty()) {
          starts_[c] = std::min<double>(starts_[c], line.parts[c].x0);
        }
      }
    }
  }

  std::vector<int> firsts() const {
    const int n = static_cast<int>(lines_.size());
    // joined[i]: line i goes on with the row of line i - 1.
    std::vector<bool> joined(n, false);
    for (int i = 1; i < n; ++i) joined[i] = evidence(i - 1, i) >= kJoin;
    drop_weaker_sides(joined);
    std::vector<int> firsts;
    std::vector<bool> figures(ends_.size(), false);
    for (int i = 0; i < n; ++i) {
      // Lines in between may have hidden that two figures meet in one row.
      bool clash = false;
      for (std::size_t c = 1; c < ends_.size(); ++c) clash = clash || (figures[c] && has_figure(i, c));
      if (!joined[i] || clash) {
        firsts.push_back(i);
        figures.assign(ends_.size(), false);
      }
      for (std::size_t c = 0; c < ends_.size(); ++c) {
        if (has_figure(i, c)) figures[c] = true;
      }
    }
    return firsts;
  }

 private:
  const LinePart& part(int line, std::size_t col) const { return lines_[line].parts[col]; }
  bool has_text(int line, std::size_t col) const { return !part(line, col).text.empty(); }
  bool has_figure(int line, std::size_t col) const { return has_text(line, col) && part(line, col).is_figure; }

  // Codes in the first column are figures, too, but a wrapped label may begin with a digit.
  bool clash(int a, int b) const {
    for (std::size_t c = 1; c < ends_.size(); ++c) {
      if (has_figure(a, c) && has_figure(b, c)) return true;
    }
    return has_figure(a, 0) && has_figure(b, 0);
  }

  bool any_figure(int line) const {
    for (std::size_t c = 1; c < ends_.size(); ++c) {
      if (has_figure(line, c)) return true;
    }
    return false;
  }

  double white(int upper, int lower) const { return lines_[lower].y0 - lines_[upper].y1; }

  // White between rows: near the least among lines next to each other that must be rows of their own.
  std::optional<double> row_white() const {
    std::vector<double> whites;
    for (int i = 1; i < static_cast<int>(lines_.size()); ++i) {
      if (clash(i - 1, i)) whites.push_back(white(i - 1, i));
    }
    if (whites.size() < 2) return whites_apart() ? whites_apart() : least_white();
    std::sort(whites.begin(), whites.end());
    return whites[whites.size() / 4];
  }

  // Without lines that are sure: cells of several lines have white of two sizes between them, and
  // below most of the small ones stands a line of one cell that goes on, not a row.
  std::optional<double> whites_apart() const {
    std::vector<int> order;  // lines with white above
    for (int i = 1; i < static_cast<int>(lines_.size()); ++i) {
      if (white(i - 1, i) >= 0) order.push_back(i);
    }
    const auto above = [this](int line) { return white(line - 1, line); };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return above(a) < above(b); });
    std::size_t large = 0;  // the first of them
    double widest = kTwoSizes * h_;
    for (std::size_t i = 1; i < order.size(); ++i) {
      const double step = above(order[i]) - above(order[i - 1]);
      if (step < widest) continue;
      widest = step;
      large = i;
    }
    const auto partial = static_cast<std::size_t>(
        std::count_if(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(large),
                      [this](int line) { return 2 * n_filled(line) <= ends_.size(); }));
    if (large < kFewLines || order.size() - large < kFewLines || 3 * partial < 2 * large) {
      return std::nullopt;
    }
    return above(order[large]);
  }

  std::size_t n_filled(int line) const {
    std::size_t n = 0;
    for (std::size_t c = 0; c < ends_.size(); ++c) n += has_text(line, c) ? 1 : 0;
    return n;
  }

  // Else the white that most lines keep, if they keep one.
  std::optional<double> least_white() const {
    std::vector<double> whites;
    for (int i = 1; i < static_cast<int>(lines_.size()); ++i) whites.push_back(white(i - 1, i));
    if (whites.size() < kManyLines) return std::nullopt;
    std::sort(whites.begin(), whites.end());
    const double low = whites[whites.size() / 10], high = whites[whites.size() * 3 / 4];
    if (high - low > kTighter * h_) return std::nullopt;
    return low;
  }

  int spacing_evidence(int a, int b) const {
    const double gap = white(a, b);
    if (!row_white_) return gap > kFarLine * h_ ? -3 : 0;
    if (gap > *row_white_ + kLooser * h_) return -3;
    return gap < *row_white_ - kTighter * h_ ? 2 : -1;
  }

  // That text `below` goes on where `above` ended, both of column `col`.
  int continuation(const LinePart& above, const LinePart& below, std::size_t col) const {
    if (above.text.ends_with(":") || above.text.ends_with("：")) return -3;
    int sum = 0;
    if (std::islower(static_cast<unsigned char>(below.text.front())) != 0) sum += 2;
    if (ends_open(above.text)) sum += 2;
    if (ends_inside_phrase(above.text)) sum += 2;
    // Would the first word of `below` have fitted?
    const std::size_t word = std::min(below.text.find(' '), below.text.size());
    const double per_byte = static_cast<double>(below.x1 - below.x0) / static_cast<double>(below.text.size());
    const double needed =
        (is_cjk_at_start(below.text) ? 1.4 * h_ : per_byte * static_cast<double>(word)) + kRoom * h_;
    const bool cjk = has_cjk(above.text);
    // Columns after that of labels may be centred or right-aligned: white on either side is room.
    const double taken = col == 0 ? above.x1 : starts_[col] + above.x1 - above.x0;
    if (taken + needed > ends_[col]) {
      if (cjk || above.text.size() >= kLongLabel) sum += 2;
      if (ends_in_date(above.text)) sum += 3;
    } else {
      sum -= cjk ? 4 : 1;
    }
    // A capital begins something new, unless all is in capitals.
    if (is_in_capitals(above.text) && is_in_capitals(below.text)) {
      ++sum;
    } else if (std::isupper(static_cast<unsigned char>(below.text.front())) != 0 && sum <= 2) {
      --sum;
    }
    return sum;
  }

  int evidence(int a, int b) const {
    if (lines_[b].rule_above || clash(a, b)) return -9;
    if (-white(a, b) > kOverlap * h_) return 9;
    if (white(a, b) > kFarLine * h_) return -9;
    int sum = spacing_evidence(a, b);
    // A row goes on only if every cell that both lines fill does: the least likely one decides.
    std::optional<int> least;
    for (std::size_t c = 0; c < ends_.size(); ++c) {
      if (!has_text(a, c) || !has_text(b, c)) continue;
      const int here = continuation(part(a, c), part(b, c), c);
      least = least ? std::min(*least, here) : here;
    }
    if (least) {
      sum += *least;
    } else if (!has_text(b, 0)) {
      // Amounts below the label they belong to, against a subtotal.
      sum += any_figure(b) ? (any_figure(a) ? -2 : 1) : 0;
    } else {
      sum -= 2;
    }
    if (has_text(a, 0) && has_text(b, 0)) {
      const int indent = part(b, 0).x0 - part(a, 0).x0;
      if (indent > kIndent * h_ && any_figure(a)) ++sum;
      if (indent < -kIndent * h_) sum -= 2;
      // Figures of one row in different lines are rare.
      if (any_figure(a) && any_figure(b)) sum -= 3;
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
  const std::vector<double>& ends_;
  std::vector<double> starts_;  // of the columns
  double h_;
  std::optional<double> row_white_;
};

}  // namespace

std::vector<int> assemble_rows(const std::vector<BodyLine>& lines,
                               const std::vector<double>& column_ends, double text_height_px) {
  return Rows(lines, column_ends, text_height_px).firsts();
}

}  // namespace crossfoot
