// From a region of lines to a grid: where the header ends, the columns of the body, columns that only
// heads name, rows, cells; and a last look whether this is a table at all.
#include "extract/unruled_grid.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include "extract/cell_lines.h"
#include "extract/header_tree.h"
#include "extract/row_assembly.h"
#include "extract/whitespace_columns.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kAcross = 0.8;       // share of the table's width of a rule that parts all columns
constexpr double kShortestRule = 1.8;
constexpr int kMostHeadLines = 4;     // of a table that is nothing but heads
constexpr int kSlotsPerPiece = 4;     // of the body, at most
constexpr double kNextLevel = 1.5;    // middles of heads of two levels are at least this apart in height
constexpr double kLoneSign = 1.3;     // width of a head of one character
constexpr double kOwnColumn = 0.3;    // white between a head that makes a column and the next band

PixelBox united(const PixelBox& a, const PixelBox& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

class GridMaker {
 public:
  GridMaker(const std::vector<Piece>& pieces, const TableRegion& region,
            const std::vector<Ruling>& rulings, double h)
      : pieces_(pieces), lines_(region.lines), is_ruled_(region.is_ruled), h_(h) {
    for (const auto& line : lines_) {
      for (const int i : line) box_ = united(box_, box(i));
    }
    for (const Ruling& ruling : rulings) {
      if (ruling.direction == Direction::horizontal) {
        const double y = (ruling.at_from + ruling.at_to) / 2;
        if (y > box_.y0 - 2 * h && y < box_.y1 + 2 * h && ruling.to > box_.x0 && ruling.from < box_.x1 &&
            ruling.length() >= kShortestRule * h) {
          rules_.push_back({y, ruling.from, ruling.to});
        }
      } else if (ruling.length() >= 0.4 * box_.height() && ruling.length() >= 3 * h &&
                 ruling.from < box_.y1 && ruling.to > box_.y0) {
        const double x = (ruling.at_from + ruling.at_to) / 2;
        if (x > box_.x0 && x < box_.x1) dividers_.push_back(x);
      }
    }
  }

  std::optional<UnruledTable> make() {
    find_header();
    find_columns();
    if (bands_.size() < 2 || (n_body() == 0 && !is_ruled_)) return std::nullopt;
    merge_marks();
    if (bands_.size() < 2) return std::nullopt;
    if (!is_table()) return std::nullopt;
    return assemble();
  }

 private:
  const PixelBox& box(int i) const { return pieces_[i].box(); }
  PieceKind kind(int i) const { return pieces_[i].kind; }
  int n_lines() const { return static_cast<int>(lines_.size()); }
  int n_body() const { return n_lines() - header_lines_; }

  PixelBox line_box(int line) const {
    PixelBox hull;
    for (const int i : lines_[line]) hull = united(hull, box(i));
    return hull;
  }

  // Is there a rule between two lines; `across`: one over all columns?
  bool rule_between(int upper, int lower, bool across) const {
    const PixelBox a = line_box(upper), b = line_box(lower);
    const double top = (a.y0 + a.y1) / 2.0, bottom = (b.y0 + b.y1) / 2.0;
    double covered = 0;
    bool any = false;
    for (const HeadRule& rule : rules_) {
      if (rule.y <= top || rule.y >= bottom) continue;
      any = true;
      covered += std::min<double>(rule.x1, box_.x1) - std::max<double>(rule.x0, box_.x0);
    }
    return across ? covered >= kAcross * box_.width() : any;
  }

  bool is_body_figure(int line) const {
    const auto& line_pieces = lines_[line];
    for (std::size_t k = 0; k < line_pieces.size(); ++k) {
      const int i = line_pieces[k];
      if (k == 0 && line_pieces.size() > 1) continue;
      if (k == 0 && box(i).x0 < box_.x0 + 2 * h_) continue;
      if (kind(i) == PieceKind::figure || kind(i) == PieceKind::nil) return true;
    }
    return false;
  }

  bool is_only_label(int line) const {
    return lines_[line].size() == 1 && box(lines_[line][0]).x0 < box_.x0 + 0.2 * box_.width() &&
           box(lines_[line][0]).x1 < box_.x0 + 0.7 * box_.width();
  }

  // The header ends above the first figures, or above the headings of sections over them.
  void find_header() {
    int first = 0;
    while (first < n_lines() && !is_body_figure(first)) ++first;
    if (first == n_lines()) {
      // No figures at all: the first rule across, or the first line, ends the header.
      first = 1;
      for (int i = 1; i < n_lines(); ++i) {
        if (rule_between(i - 1, i, true)) {
          first = i;
          break;
        }
      }
      const bool ruled = first < n_lines() && rule_between(first - 1, first, true);
      // Heads over an empty body, as forms have them.
      header_lines_ = is_ruled_ && !ruled && n_lines() <= kMostHeadLines ? n_lines() : std::min(first, n_lines());
      return;
    }
    int ruled = -1;
    for (int i = 1; i <= first; ++i) {
      if (rule_between(i - 1, i, true)) {
        ruled = i;
        // A heading of a section alone between two rules stands in the body.
        if (is_only_label(i)) break;
      }
    }
    int begin = first;
    while (begin > 0 && is_only_label(begin - 1)) --begin;
    // Complete lines of words between the ruled header and the first figures are rows.
    header_lines_ = ruled > 0 ? std::min(begin, ruled) : begin;
    // A line of words that is the only header must not be lost to the body.
    if (header_lines_ == 0 && begin > 0) header_lines_ = begin;
  }

  std::vector<BodyPiece> pieces_of(int line) const {
    std::vector<BodyPiece> pieces;
    for (const int i : lines_[line]) pieces.push_back({box(i), is_figure(kind(i))});
    return pieces;
  }

  void find_columns() {
    std::vector<std::vector<BodyPiece>> body;
    for (int line = header_lines_; line < n_lines(); ++line) {
      // A single piece says nothing about columns, and a heading would hide them.
      if (lines_[line].size() < 2 && n_body() > 1 && !is_only_label(line)) continue;
      body.push_back(pieces_of(line));
    }
    bands_ = whitespace_columns(body, dividers_, h_);
    if (header_lines_ == 0) return;
    if (bands_.empty()) {
      bands_ = whitespace_columns({pieces_of(header_lines_ - 1)}, dividers_, h_);
    }
    // Heads of columns that are empty in the body, from the lowest line of heads upwards.
    for (int line = header_lines_ - 1; line >= 0; --line) {
      for (const int i : lines_[line]) {
        const double x0 = box(i).x0, x1 = box(i).x1;
        const bool free = std::none_of(bands_.begin(), bands_.end(), [&](const ColumnBand& band) {
          return band.x1 > x0 - kOwnColumn * h_ && band.x0 < x1 + kOwnColumn * h_;
        });
        // A lone currency sign stands under its head, not in a column of its own.
        if (!free || x1 - x0 < kLoneSign * h_ || stands_over_others(line, i)) continue;
        bands_.push_back({x0, x1});
        std::sort(bands_.begin(), bands_.end(),
                  [](const ColumnBand& a, const ColumnBand& b) { return a.x0 < b.x0; });
      }
    }
  }

  // A head between columns that stands over several heads is no column of its own.
  bool stands_over_others(int line, int piece) const {
    const double middle = (box(piece).x0 + box(piece).x1) / 2.0;
    for (int below = line + 1; below < header_lines_; ++below) {
      // Heads to the left and right of it, with nothing of its own line over them.
      double left = middle, right = middle, inner_left = box_.x0 - 1, inner_right = box_.x1 + 1;
      for (const int i : lines_[line]) {
        if (i == piece) continue;
        if (box(i).x1 <= box(piece).x0) inner_left = std::max<double>(inner_left, box(i).x1);
        if (box(i).x0 >= box(piece).x1) inner_right = std::min<double>(inner_right, box(i).x0);
      }
      for (const int i : lines_[below]) {
        if (box(i).y0 + box(i).y1 - box(piece).y0 - box(piece).y1 < 2 * kNextLevel * h_) continue;
        if (box(i).x0 >= inner_left && box(i).x1 <= middle) left = std::min<double>(left, box(i).x0);
        if (box(i).x1 <= inner_right && box(i).x0 >= middle) right = std::max<double>(right, box(i).x1);
      }
      if (left < middle && right > middle) return true;
    }
    return false;
  }

  // A band of nothing but currency signs goes with the figures right of it, one of % or footnote marks
  // with those left of it; two bands that no line fills both, at no great distance, are one.
  void merge_marks() {
    for (std::size_t band = 0; band < bands_.size() && bands_.size() > 1;) {
      int currency = 0, other = 0, marks = 0;
      for (int line = header_lines_; line < n_lines(); ++line) {
        for (const int i : lines_[line]) {
          if (bands_under(bands_, box(i).x0, box(i).x1, h_).first != static_cast<int>(band)) continue;
          const std::string& text = pieces_[i].line.text;
          if (kind(i) == PieceKind::unit && text != "%") {
            ++currency;
          } else if (text == "%" || (kind(i) == PieceKind::mark && band > 0)) {
            ++marks;
          } else {
            ++other;
          }
        }
      }
      if (currency > 0 && other + marks == 0 && band + 1 < bands_.size()) {
        bands_[band + 1].x0 = bands_[band].x0;
        bands_.erase(bands_.begin() + static_cast<std::ptrdiff_t>(band));
      } else if (marks > 0 && other + currency == 0 && band > 0 &&
                 bands_[band].x0 - bands_[band - 1].x1 < 1.5 * h_) {
        bands_[band - 1].x1 = bands_[band].x1;
        bands_.erase(bands_.begin() + static_cast<std::ptrdiff_t>(band));
      } else {
        ++band;
      }
    }
  }

  bool is_table() const {
    int rows = 0, figure_columns = 0, marks_first = 0, prose = 0, body_pieces = 0;
    std::vector<int> figures(bands_.size(), 0), filled(bands_.size(), 0);
    int n_figures = 0, n_nil = 0;
    for (int line = header_lines_; line < n_lines(); ++line) {
      if (lines_[line].size() >= 2) ++rows;
      if (kind(lines_[line][0]) == PieceKind::mark) ++marks_first;
      for (const int i : lines_[line]) {
        const int band = bands_under(bands_, box(i).x0, box(i).x1, h_).first;
        ++filled[band];
        ++body_pieces;
        if (is_figure(kind(i)) || kind(i) == PieceKind::year) ++figures[band];
        n_figures += kind(i) == PieceKind::figure || kind(i) == PieceKind::year ? 1 : 0;
        n_nil += kind(i) == PieceKind::nil ? 1 : 0;
        if (kind(i) == PieceKind::text && printed_length(pieces_[i].line.text) > 60) ++prose;
      }
    }
    for (std::size_t band = 0; band < bands_.size(); ++band) {
      if (figures[band] >= 1 && 3 * figures[band] >= 2 * filled[band] && (band > 0 || bands_.size() > 2)) ++figure_columns;
    }
    // Marks scattered over a drawing fill few of the many slots that they make, and nothing heads those.
    int heads = 0;
    for (int line = 0; line < header_lines_; ++line) heads += static_cast<int>(lines_[line].size());
    if (2 * heads < static_cast<int>(bands_.size()) && kSlotsPerPiece * body_pieces < n_body() * static_cast<int>(bands_.size())) return false;
    if (n_body() == 0) return header_lines_ >= 2 && bands_.size() >= 3;
    if (is_ruled_ && rows >= 2) return true;
    if (is_ruled_ && rows >= 1 && header_lines_ > 0 && bands_.size() >= 3) return true;
    if (figure_columns == 0 || n_figures < 2 || 3 * n_figures < n_nil) return false;
    // Most lines of a table have text in several columns; headings and wrapped labels are fewer.
    if (5 * rows < 2 * n_body()) return false;
    if (header_lines_ == 0 && figure_columns == 1 && is_axis()) return false;
    const bool labelled = filled[0] > figures[0];
    if (header_lines_ == 0 && !labelled) return false;
    const bool headed_row = rows == 1 && labelled && header_lines_ > 0 && figure_columns >= 2 && bands_.size() >= 3;
    if ((rows < 2 && !headed_row) || (rows == 2 && figure_columns < 2 && header_lines_ == 0)) return false;
    if (3 * prose > body_pieces) return false;
    if (bands_.size() == 2 && 2 * marks_first > n_body()) return false;
    if (bands_.size() == 2 && is_contents()) return false;
    return true;
  }

  // The ticks of an axis: figures in equal steps, at least three.
  bool is_axis() const {
    std::vector<double> ticks;
    for (int line = header_lines_; line < n_lines(); ++line) {
      for (const int i : lines_[line]) {
        if (kind(i) != PieceKind::figure) continue;
        // Only the order and the steps matter, no figure of the output comes from here.
        char* end = nullptr;
        const std::string& text = pieces_[i].line.text;
        const double value = std::strtod(text.c_str(), &end);
        if (end != text.c_str()) ticks.push_back(value);
      }
    }
    if (ticks.size() < 3) return false;
    const double step = ticks[1] - ticks[0];
    for (std::size_t i = 2; i < ticks.size(); ++i) {
      if (std::abs(ticks[i] - ticks[i - 1] - step) > 0.01 * std::abs(step)) return false;
    }
    return step != 0;
  }

  // Page numbers that never fall, at the end of lines of text.
  bool is_contents() const {
    int before = -1, n = 0;
    for (int line = header_lines_; line < n_lines(); ++line) {
      if (lines_[line].size() < 2) continue;
      const std::string& text = pieces_[lines_[line].back()].line.text;
      if (text.empty() || text.size() > 3 ||
          !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return false;
      }
      const int page = std::stoi(text);
      if (page < before) return false;
      before = page;
      ++n;
    }
    return n >= 3;
  }

  struct Slot {
    int row = 0, row_span = 1, col = 0, col_span = 1;
    std::vector<int> items;
  };

  std::vector<int> body_row_firsts() const {
    std::vector<BodyLine> body;
    for (int line = header_lines_; line < n_lines(); ++line) {
      BodyLine out;
      const PixelBox hull = line_box(line);
      out.y0 = hull.y0;
      out.y1 = hull.y1;
      out.parts.resize(bands_.size());
      for (const int i : lines_[line]) {
        LinePart& part = out.parts[bands_under(bands_, box(i).x0, box(i).x1, h_).first];
        if (part.text.empty()) part.x0 = box(i).x0;
        if (!part.text.empty()) part.text += ' ';
        part.text += pieces_[i].line.text;
        part.x1 = box(i).x1;
        part.is_figure = is_figure(kind(i)) || kind(i) == PieceKind::year;
      }
      out.rule_above = line > header_lines_ && rule_between(line - 1, line, false);
      body.push_back(std::move(out));
    }
    std::vector<double> ends;
    for (const ColumnBand& band : bands_) ends.push_back(band.x1);
    return assemble_rows(body, ends, h_);
  }

  std::vector<Slot> header_slots(int& rows) const {
    std::vector<PixelBox> heads;
    std::vector<int> items;
    for (int line = 0; line < header_lines_; ++line) {
      for (const int i : lines_[line]) {
        heads.push_back(box(i));
        items.push_back(i);
      }
    }
    std::vector<Slot> slots;
    for (const HeadCell& cell : header_tree(heads, bands_, rules_, h_)) {
      Slot slot{cell.row, cell.row_span, cell.col, cell.col_span, {}};
      for (const int item : cell.items) slot.items.push_back(items[item]);
      rows = std::max(rows, cell.row + cell.row_span);
      slots.push_back(std::move(slot));
    }
    return slots;
  }

  UnruledTable assemble() const {
    int header_rows = 0;
    std::vector<Slot> slots = header_slots(header_rows);
    const std::vector<int> firsts = body_row_firsts();
    const int n_cols = static_cast<int>(bands_.size());
    const int n_rows = header_rows + static_cast<int>(firsts.size());
    std::vector<std::vector<int>> owner(n_rows, std::vector<int>(n_cols, -1));
    const auto own = [&](int index) {
      const Slot& slot = slots[index];
      for (int r = slot.row; r < slot.row + slot.row_span; ++r) {
        for (int c = slot.col; c < slot.col + slot.col_span; ++c) owner[r][c] = index;
      }
    };
    for (int i = 0; i < static_cast<int>(slots.size()); ++i) own(i);
    for (std::size_t r = 0; r < firsts.size(); ++r) {
      const int row = header_rows + static_cast<int>(r);
      const int begin = header_lines_ + firsts[r];
      const int end = r + 1 < firsts.size() ? header_lines_ + firsts[r + 1] : n_lines();
      for (int line = begin; line < end; ++line) {
        for (const int i : lines_[line]) {
          const BandRange under = bands_under(bands_, box(i).x0, box(i).x1, h_);
          int col = under.first;
          if (owner[row][col] < 0) {
            // A piece that reaches over columns spans those that nothing else fills.
            int last = col;
            while (last < under.last && owner[row][last + 1] < 0 && !filled_by_others(begin, end, i, last + 1)) {
              ++last;
            }
            slots.push_back({row, 1, col, last - col + 1, {}});
            own(static_cast<int>(slots.size()) - 1);
          }
          slots[owner[row][col]].items.push_back(i);
        }
      }
    }
    for (int r = 0; r < n_rows; ++r) {
      for (int c = 0; c < n_cols; ++c) {
        if (owner[r][c] >= 0) continue;
        slots.push_back({r, 1, c, 1, {}});
        own(static_cast<int>(slots.size()) - 1);
      }
    }
    return finished(std::move(slots), n_rows, header_rows);
  }

  bool filled_by_others(int begin, int end, int piece, int band) const {
    for (int line = begin; line < end; ++line) {
      for (const int i : lines_[line]) {
        if (i != piece && bands_under(bands_, box(i).x0, box(i).x1, h_).first == band) return true;
      }
    }
    return false;
  }

  UnruledTable finished(std::vector<Slot> slots, int n_rows, int header_rows) const {
    std::sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) {
      return std::pair(a.row, a.col) < std::pair(b.row, b.col);
    });
    UnruledTable table;
    table.header_rows = header_rows;
    Grid& grid = table.grid;
    grid.col_edges.push_back(box_.x0);
    for (std::size_t i = 1; i < bands_.size(); ++i) {
      grid.col_edges.push_back(std::max(grid.col_edges.back() + 1, (bands_[i - 1].x1 + bands_[i].x0) / 2));
    }
    grid.col_edges.push_back(std::max(grid.col_edges.back() + 1, static_cast<double>(box_.x1)));
    // A row reaches from the top of its highest text of one row to that of the next.
    std::vector<double> tops(n_rows, box_.y1), bottoms(n_rows, box_.y0);
    for (const Slot& slot : slots) {
      for (const int i : slot.items) {
        tops[slot.row] = std::min<double>(tops[slot.row], box(i).y0);
        if (slot.row_span == 1) bottoms[slot.row] = std::max<double>(bottoms[slot.row], box(i).y1);
      }
    }
    grid.row_edges.push_back(box_.y0);
    for (int r = 1; r < n_rows; ++r) {
      const double edge = bottoms[r - 1] > box_.y0 ? (bottoms[r - 1] + tops[r]) / 2 : tops[r];
      grid.row_edges.push_back(std::max(grid.row_edges.back() + 1, std::min<double>(edge, box_.y1)));
    }
    grid.row_edges.push_back(std::max(grid.row_edges.back() + 1, static_cast<double>(box_.y1)));
    const auto px = [](double edge) { return static_cast<int>(std::lround(edge)); };
    for (const Slot& slot : slots) {
      grid.cells.push_back({slot.row, slot.col, slot.row_span, slot.col_span,
                            {px(grid.col_edges[slot.col]), px(grid.row_edges[slot.row]),
                             px(grid.col_edges[slot.col + slot.col_span]),
                             px(grid.row_edges[slot.row + slot.row_span])}});
      table.lines.push_back(cell_lines(pieces_, slot.items, h_));
      table.pieces.insert(table.pieces.end(), slot.items.begin(), slot.items.end());
    }
    return table;
  }

  const std::vector<Piece>& pieces_;
  std::vector<std::vector<int>> lines_;
  bool is_ruled_;
  double h_;
  PixelBox box_;
  std::vector<HeadRule> rules_;
  std::vector<double> dividers_;
  int header_lines_ = 0;
  std::vector<ColumnBand> bands_;
};

}  // namespace

std::optional<UnruledTable> unruled_grid(const std::vector<Piece>& pieces,
                                         const TableRegion& region,
                                         const std::vector<Ruling>& rulings,
                                         double text_height_px) {
  return GridMaker(pieces, region, rulings, text_height_px).make();
}

}  // namespace crossfoot
