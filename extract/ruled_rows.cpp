// Rules at the heights where rows end, from three kinds of evidence:
//
//   ──────────────────────────────────   1. printed rules, also those over a part of the columns;
//   Begun    2020.1.1   Ended   2020.12  2. in a form, whose cells hold paragraphs: white over the
//                                           whole width that is wider than between their lines;
//   Reason   the wall was built long     3. figures below each other that are not one broken figure
//            ago and has not been           (394,168,1 over 40.00): white between them.
//            mended since
//   ──────────────────────────────────
//
// Then every text between two rules that stands below other text of its column is a wrapped line:
// no evidence has to be weighed as without rules (row_assembly.h).
//
// Only where rules stand at most lines: a table with three rules has them around groups of rows.
// Fails where a form's label of several lines fills the white between the rows beside it.
#include "extract/ruled_rows.h"

#include <algorithm>
#include <cmath>

namespace crossfoot {
namespace {

// In text heights.
constexpr double kSameHeight = 0.9;  // heights of rulings that are one rule: no row is as low
constexpr double kShortestRule = 2;  // a shorter one is a dash or a stroke
constexpr double kOutside = 1.6;     // what rules may reach out of the frame
constexpr double kLooser = 0.25;     // white between rows is more than in paragraphs by this
constexpr double kColonWhite = 1.8;  // after a colon of full width, at most

constexpr int kFewestRows = 3;
constexpr int kMostLines = 4;            // printed lines for each row, over the table
constexpr double kParagraph = 0.5;       // share of the frame's width that its lines fill
constexpr std::size_t kFewestLines = 3;  // next to lines of the same, to know their spacing

bool is_amount(PieceKind kind) { return is_figure(kind) || kind == PieceKind::year; }

PixelBox united(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// "394,168,14" over "0.00", "388,540,000" over "00", "52650000.0" over "0": one figure, broken
// where its column ended.
bool is_broken_figure(const std::string& upper, const std::string& lower) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (upper.empty() || lower.empty()) return false;
  if (upper.back() == ',' || upper.back() == '.' || lower.front() == '.') return true;
  if (!is_digit(upper.back()) || !is_digit(lower.front())) return false;
  const bool all_digits = std::all_of(lower.begin(), lower.end(), is_digit);
  if (all_digits && lower.size() > 1 && lower.front() == '0') return true;
  const std::size_t point = upper.rfind('.'), comma = upper.rfind(',');
  if (point != std::string::npos) return all_digits && upper.size() - point - 1 + lower.size() <= 2;
  return comma != std::string::npos && upper.size() - comma - 1 < 3;
}

class RowFinder {
 public:
  RowFinder(const std::vector<Piece>& pieces, const TableRegion& region,
            const std::vector<Ruling>& rulings, double h)
      : pieces_(pieces), region_(region), frame_(region.frame), h_(h) {
    find_rules(rulings);
  }

  std::optional<RuledRows> rows() {
    if (rules_.size() < 2) return std::nullopt;
    part_paragraphs();
    if (n_rows() < kFewestRows) return std::nullopt;
    part_stacked_figures();
    find_entries();
    join_after_colons();
    if (!is_row_ruled()) return std::nullopt;
    return RuledRows{std::move(rules_), std::move(entries_)};
  }

 private:
  const PixelBox& box(int i) const { return pieces_[i].box(); }
  int n_rows() const { return static_cast<int>(rules_.size()) - 1; }

  void find_rules(const std::vector<Ruling>& rulings) {
    std::vector<RowRule> found;
    for (const Ruling& ruling : rulings) {
      if (ruling.direction != Direction::horizontal || ruling.length() < kShortestRule * h_)
        continue;
      const double y = (ruling.at_from + ruling.at_to) / 2;
      if (y < frame_.y0 - kSameHeight * h_ || y > frame_.y1 + kSameHeight * h_) continue;
      if (ruling.from < frame_.x0 - kOutside * h_ || ruling.to > frame_.x1 + kOutside * h_)
        continue;
      found.push_back({y, {{ruling.from, ruling.to}}});
    }
    std::sort(found.begin(), found.end(),
              [](const RowRule& a, const RowRule& b) { return a.y < b.y; });
    for (const RowRule& rule : found) {
      if (rules_.empty() || rule.y - rules_.back().y > kSameHeight * h_) {
        rules_.push_back(rule);
      } else {
        rules_.back().stretches.push_back(rule.stretches.front());
      }
    }
    for (RowRule& rule : rules_) {
      std::sort(rule.stretches.begin(), rule.stretches.end(),
                [](const ColumnBand& a, const ColumnBand& b) { return a.x0 < b.x0; });
    }
  }

  int row_of(const PixelBox& piece) const {
    const double middle = (piece.y0 + piece.y1) / 2.0;
    int row = 0;
    while (row + 1 < n_rows() && middle > rules_[row + 1].y) ++row;
    return row;
  }

  void add_rule(double y) {
    const auto after =
        std::find_if(rules_.begin(), rules_.end(), [&](const RowRule& rule) { return rule.y > y; });
    rules_.insert(after, {y, {{static_cast<double>(frame_.x0), static_cast<double>(frame_.x1)}}});
  }

  // White between the lines of paragraphs, if there are any.
  std::optional<double> line_white() const {
    std::vector<int> whites;
    const PixelBox* above = nullptr;
    for (const auto& line : region_.lines) {
      for (const int i : line) {
        if (box(i).width() <= kParagraph * frame_.width() || is_figure(pieces_[i].kind)) continue;
        if (above != nullptr && std::abs(above->x0 - box(i).x0) < h_)
          whites.push_back(box(i).y0 - above->y1);
        above = &box(i);
      }
    }
    if (whites.size() < kFewestLines) return std::nullopt;
    const auto low = whites.begin() + static_cast<std::ptrdiff_t>(whites.size() / 4);
    std::nth_element(whites.begin(), low, whites.end());
    return *low;
  }

  // Forms hold paragraphs: what is further apart than their lines, over the whole width, are rows.
  void part_paragraphs() {
    const std::optional<double> white = line_white();
    if (!white) return;
    std::vector<PixelBox> boxes;
    for (const auto& line : region_.lines) {
      for (const int i : line) boxes.push_back(box(i));
    }
    std::sort(boxes.begin(), boxes.end(),
              [](const PixelBox& a, const PixelBox& b) { return a.y0 < b.y0; });
    int reached = boxes.front().y1;
    for (const PixelBox& next : boxes) {
      const bool ruled = std::any_of(rules_.begin(), rules_.end(), [&](const RowRule& rule) {
        return rule.y >= reached && rule.y <= next.y0;
      });
      if (!ruled && next.y0 - reached >= *white + kLooser * h_) add_rule((reached + next.y0) / 2.0);
      reached = std::max(reached, next.y1);
    }
  }

  // A rule of white between figures of one row that stand below each other and are not one figure.
  void part_stacked_figures() {
    std::vector<int> amounts;
    for (const auto& line : region_.lines) {
      for (const int i : line) {
        if (is_amount(pieces_[i].kind)) amounts.push_back(i);
      }
    }
    std::sort(amounts.begin(), amounts.end(),
              [this](int a, int b) { return box(a).y0 < box(b).y0; });
    for (std::size_t lower = 1; lower < amounts.size(); ++lower) {
      const PixelBox& below = box(amounts[lower]);
      for (std::size_t upper = lower; upper-- > 0;) {
        const PixelBox& above = box(amounts[upper]);
        if (above.x0 >= below.x1 || below.x0 >= above.x1 || above.y1 > below.y0 + h_ / 2) continue;
        if (row_of(above) == row_of(below) &&
            !is_broken_figure(pieces_[amounts[upper]].line.text,
                              pieces_[amounts[lower]].line.text)) {
          add_rule((above.y1 + below.y0) / 2.0);
          ++parted_;
        }
        break;
      }
    }
  }

  // Texts of a row that overlap in x are one.
  void find_entries() {
    for (const auto& line : region_.lines) {
      for (const int i : line) {
        RowEntry entry{row_of(box(i)), box(i), {i}};
        for (std::size_t k = 0; k < entries_.size();) {
          RowEntry& other = entries_[k];
          if (other.row != entry.row || other.box.x0 >= entry.box.x1 ||
              other.box.x1 <= entry.box.x0) {
            ++k;
            continue;
          }
          other.items.insert(other.items.end(), entry.items.begin(), entry.items.end());
          entry.items = std::move(other.items);
          entry.box = united(entry.box, other.box);
          entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(k));
          k = 0;
        }
        entries_.push_back(std::move(entry));
      }
    }
    std::sort(entries_.begin(), entries_.end(), [](const RowEntry& a, const RowEntry& b) {
      return std::pair(a.row, a.box.x0) < std::pair(b.row, b.box.x0);
    });
  }

  // A colon of full width is half white: what follows it is no other column, but after the label
  // that begins a row.
  void join_after_colons() {
    for (std::size_t i = 2; i < entries_.size();) {
      RowEntry &left = entries_[i - 1], &right = entries_[i];
      const std::string& text = pieces_[left.items.back()].line.text;
      const bool goes_on = entries_[i - 2].row == left.row && left.row == right.row &&
                           (text.ends_with(":") || text.ends_with("：")) &&
                           left.items.size() == 1 && right.items.size() == 1 &&
                           pieces_[right.items.front()].kind == PieceKind::text &&
                           right.box.x0 - left.box.x1 < kColonWhite * h_;
      if (!goes_on) {
        ++i;
        continue;
      }
      left.items.push_back(right.items.front());
      left.box = united(left.box, right.box);
      entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  bool is_row_ruled() const {
    std::vector<bool> filled(n_rows(), false);
    for (const RowEntry& entry : entries_) filled[entry.row] = true;
    const int rows = static_cast<int>(std::count(filled.begin(), filled.end(), true)) - parted_;
    const int lines = static_cast<int>(region_.lines.size());
    return rows >= kFewestRows && lines <= kMostLines * rows && 3 * parted_ <= lines;
  }

  const std::vector<Piece>& pieces_;
  const TableRegion& region_;
  const PixelBox& frame_;
  double h_;
  std::vector<RowRule> rules_;
  std::vector<RowEntry> entries_;
  int parted_ = 0;  // rows that only figures part
};

}  // namespace

std::optional<RuledRows> ruled_rows(const std::vector<Piece>& pieces, const TableRegion& region,
                                    const std::vector<Ruling>& rulings, double text_height_px) {
  if (region.frame.empty()) return std::nullopt;
  return RowFinder(pieces, region, rulings, text_height_px).rows();
}

}  // namespace crossfoot
