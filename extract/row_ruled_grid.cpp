// Rules between all rows say where each cell ends above and below, and which cells span rows:
//
//   ──────────────────────────────────        rows from the heights of rules; where a rule leaves
//                Goal       Value             a column out, the slots above and below it are one
//                cell
//             ─────────────────────
//   Indexes      Costs         550            Indexes (3x1) | Goal  | Value
//             ─────────────────────                         | Costs | 550
//                Persons    35,000                          | Persons | 35,000
//   ──────────────────────────────────
//
// Rows: ruled_rows.h. Columns: witnessed_columns.h; heads over several columns: header_tree.h.
//
// Fails where a cell spans columns of which the others are empty and nothing shows how far it does.
#include "extract/row_ruled_grid.h"

#include <algorithm>
#include <cmath>

#include "extract/cell_lines.h"
#include "extract/header_tree.h"
#include "extract/ruled_rows.h"
#include "extract/witnessed_columns.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kInnerEnd = 1.5;  // from an end of the frame to one inside it

constexpr double kSameEdge = 1;  // ends of rules that are one edge of a column
constexpr double kCentred = 1;   // middles of a head and of what it stands over

constexpr int kMostAcross = 2;      // cells across an end of a rule that is the edge of a column
constexpr double kParagraph = 0.5;  // share of the frame's width that its lines fill
constexpr double kCovered = 0.5;    // share of a slot's width under a rule that bounds it
constexpr double kAcross = 0.9;     // share of the frame's width of a rule across it

struct Entry : RowEntry {
  int first = 0, last = 0;  // columns
};

struct Block {
  int row = 0, col = 0, row_span = 1, col_span = 1;
  std::vector<int> items;
};

class RowRuledGrid {
 public:
  RowRuledGrid(const std::vector<Piece>& pieces, const PixelBox& frame, RuledRows rows, double h)
      : pieces_(pieces), frame_(frame), h_(h), rules_(std::move(rows.rules)) {
    for (RowEntry& entry : rows.entries) entries_.push_back({std::move(entry)});
  }

  std::optional<UnruledTable> make() {
    find_columns();
    if (bands_.size() < 2) return std::nullopt;
    place_entries();
    return finished();
  }

 private:
  int n_rows() const { return static_cast<int>(rules_.size()) - 1; }
  int n_cols() const { return static_cast<int>(bands_.size()); }

  bool has_amount(const Entry& entry) const {
    return std::any_of(entry.items.begin(), entry.items.end(),
                       [this](int i) { return is_figure(pieces_[i].kind); });
  }

  // Ends of rules inside the frame, each once. A rule that the scan broke has ends, too, but text
  // runs across those; across a column's edge no more than a few cells that span.
  std::vector<double> dividers() const {
    std::vector<double> ends;
    for (const RowRule& rule : rules_) {
      for (const ColumnBand& stretch : rule.stretches) {
        for (const double end : {stretch.x0, stretch.x1}) {
          if (end > frame_.x0 + kInnerEnd * h_ && end < frame_.x1 - kInnerEnd * h_)
            ends.push_back(end);
        }
      }
    }
    std::sort(ends.begin(), ends.end());
    std::vector<double> dividers;
    for (std::size_t i = 0; i < ends.size();) {
      std::size_t next = i + 1;
      while (next < ends.size() && ends[next] - ends[i] < kSameEdge * h_) ++next;
      const double x = (ends[i] + ends[next - 1]) / 2;
      const auto across = std::count_if(entries_.begin(), entries_.end(),
                                        [&](const Entry& entry) { return is_across(entry, x); });
      if (across <= kMostAcross * static_cast<std::ptrdiff_t>(next - i)) dividers.push_back(x);
      i = next;
    }
    return dividers;
  }

  bool is_across(const Entry& entry, double x) const {
    return entry.box.x0 < x - kSameEdge / 2 * h_ && entry.box.x1 > x + kSameEdge / 2 * h_;
  }

  // Centred, alone, over the rule of several cells that reach up to it.
  bool is_head_of_several(const Entry& entry) const {
    const double middle = (entry.box.x0 + entry.box.x1) / 2.0;
    for (const ColumnBand& stretch : rules_[entry.row + 1].stretches) {
      if (std::abs(stretch.middle() - middle) > kCentred * h_) continue;
      int beside = 0, below = 0;
      for (const Entry& other : entries_) {
        if (other.box.x1 < stretch.x0 || other.box.x0 > stretch.x1) continue;
        const int top = rows_around(other.row, other.box.x0, other.box.x1).first;
        beside += other.row == entry.row ? 1 : 0;
        below += other.row > entry.row && top <= entry.row + 1 ? 1 : 0;
      }
      if (beside == 1 && below > 1) return true;
    }
    return false;
  }

  // Bands from the cells that span no columns, as far as can be known beforehand.
  std::vector<ColumnBand> bands_without(const std::vector<bool>& spans,
                                        const std::vector<double>& dividers) const {
    std::vector<std::vector<PixelBox>> rows(n_rows());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (!spans[i]) rows[entries_[i].row].push_back(entries_[i].box);
    }
    return witnessed_columns(rows, dividers, h_);
  }

  void find_columns() {
    const std::vector<double> dividers = this->dividers();
    std::vector<bool> spans, wide;
    for (const Entry& entry : entries_) {
      spans.push_back(is_head_of_several(entry) ||
                      std::any_of(dividers.begin(), dividers.end(),
                                  [&](double x) { return is_across(entry, x); }));
      wide.push_back(spans.back() ||
                     (!has_amount(entry) && entry.box.width() > kParagraph * frame_.width()));
    }
    // A paragraph spans when it stands across columns of the other cells.
    bands_ = bands_without(wide, dividers);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const BandRange under = bands_under(bands_, entries_[i].box.x0, entries_[i].box.x1, h_);
      spans[i] = spans[i] || (wide[i] && under.last > under.first);
    }
    bands_ = bands_without(spans, dividers);
    if (bands_.empty()) return;
    // Left of the end of a rule stand labels that are no part of the region (spanning_labels.h).
    edges_.push_back(frame_.x0);
    for (const double divider : dividers) {
      if (divider <= bands_.front().x0) edges_.front() = divider;
    }
    for (std::size_t i = 1; i < bands_.size(); ++i) {
      double edge = (bands_[i - 1].x1 + bands_[i].x0) / 2;
      for (const double divider : dividers) {
        if (divider >= bands_[i - 1].x1 && divider <= bands_[i].x0) edge = divider;
      }
      edges_.push_back(edge);
    }
    edges_.push_back(frame_.x1);
  }

  // What a rule covers between two x.
  double covered(int rule, double x0, double x1) const {
    double sum = 0;
    for (const ColumnBand& stretch : rules_[rule].stretches) {
      sum += std::max(0.0, std::min(stretch.x1, x1) - std::max(stretch.x0, x0));
    }
    return sum;
  }

  // Does it bound what stands there?
  bool is_ruled(int rule, double x0, double x1) const {
    return covered(rule, x0, x1) >= kCovered * (x1 - x0);
  }

  // Rows [first, last] that no rule parts between two x.
  std::pair<int, int> rows_around(int row, double x0, double x1) const {
    int first = row, last = row;
    while (first > 0 && !is_ruled(first, x0, x1)) --first;
    while (last + 1 < n_rows() && !is_ruled(last + 1, x0, x1)) ++last;
    return {first, last};
  }

  // Rows [first, last] of the cell that a slot is part of.
  std::pair<int, int> rows_around(int row, int col) const {
    return rows_around(row, edges_[col], edges_[col + 1]);
  }

  // The header ends above the first row with figures beside its label, if it names every column; and
  // where there are no figures, at the first rule across the frame.
  int header_rows() const {
    int first = n_rows();
    for (const Entry& entry : entries_) {
      if (entry.first > 0 && has_amount(entry)) first = std::min(first, entry.row);
    }
    if (first == n_rows()) {
      int end = 1;
      while (end < n_rows() && covered(end, frame_.x0, frame_.x1) < kAcross * frame_.width()) ++end;
      return end;
    }
    std::vector<bool> named(n_cols(), false);
    for (const Entry& entry : entries_) {
      if (entry.row >= first) continue;
      for (int col = entry.first; col <= entry.last; ++col) named[col] = true;
    }
    return std::count(named.begin(), named.end(), false) == 0 ? first : 0;
  }

  void place_heads(int header) {
    std::vector<PixelBox> heads;
    for (const Entry& entry : entries_) {
      if (entry.row < header) heads.push_back(entry.box);
    }
    std::vector<HeadRule> rules;
    for (const RowRule& rule : rules_) {
      for (const ColumnBand& stretch : rule.stretches)
        rules.push_back({rule.y, stretch.x0, stretch.x1});
    }
    for (const HeadCell& cell : header_tree(heads, bands_, rules, h_)) {
      for (const int i : cell.items) {
        entries_[i].first = cell.col;
        entries_[i].last = cell.col + cell.col_span - 1;
      }
    }
  }

  void place_entries() {
    for (Entry& entry : entries_) {
      const BandRange under = bands_under(bands_, entry.box.x0, entry.box.x1, h_);
      entry.first = under.first;
      entry.last = under.last;
    }
    header_rows_ = header_rows();
    if (header_rows_ > 0) place_heads(header_rows_);
    owner_.assign(n_rows(), std::vector<int>(n_cols(), -1));
    std::vector<std::vector<int>> starts(n_rows(), std::vector<int>(n_cols(), 0));
    for (const Entry& entry : entries_) ++starts[entry.row][entry.first];
    for (const Entry& entry : entries_) {
      const std::pair<int, int> around = rows_around(entry.row, entry.first);
      const int top = around.first, bottom = around.second;
      if (owner_[top][entry.first] >= 0) {
        auto& items = blocks_[owner_[top][entry.first]].items;
        items.insert(items.end(), entry.items.begin(), entry.items.end());
        continue;
      }
      // Over the columns that it reaches while they are free and bounded alike.
      int last = entry.first;
      const auto is_free = [&](int col) {
        if (rows_around(entry.row, col) != around) return false;
        for (int row = top; row <= bottom; ++row) {
          if (starts[row][col] > 0 || owner_[row][col] >= 0) return false;
        }
        return true;
      };
      while (last < entry.last && is_free(last + 1)) ++last;
      own({top, entry.first, bottom - top + 1, last - entry.first + 1, entry.items});
    }
    for (int row = 0; row < n_rows(); ++row) {
      for (int col = 0; col < n_cols(); ++col) {
        if (owner_[row][col] >= 0) continue;
        const int end = rows_around(row, col).second;
        int last = row;
        while (last < end && owner_[last + 1][col] < 0) ++last;
        own({row, col, last - row + 1, 1, {}});
      }
    }
  }

  void own(Block block) {
    for (int row = block.row; row < block.row + block.row_span; ++row) {
      for (int col = block.col; col < block.col + block.col_span; ++col) {
        owner_[row][col] = static_cast<int>(blocks_.size());
      }
    }
    blocks_.push_back(std::move(block));
  }

  UnruledTable finished() {
    std::sort(blocks_.begin(), blocks_.end(), [](const Block& a, const Block& b) {
      return std::pair(a.row, a.col) < std::pair(b.row, b.col);
    });
    UnruledTable table;
    table.header_rows = header_rows_;
    for (const RowRule& rule : rules_) table.grid.row_edges.push_back(rule.y);
    table.grid.col_edges = edges_;
    const auto px = [](double edge) { return static_cast<int>(std::lround(edge)); };
    for (const Block& block : blocks_) {
      table.grid.cells.push_back(
          {block.row,
           block.col,
           block.row_span,
           block.col_span,
           {px(edges_[block.col]), px(rules_[block.row].y), px(edges_[block.col + block.col_span]),
            px(rules_[block.row + block.row_span].y)}});
      table.lines.push_back(cell_lines(pieces_, block.items, h_));
      table.pieces.insert(table.pieces.end(), block.items.begin(), block.items.end());
    }
    return table;
  }

  const std::vector<Piece>& pieces_;
  const PixelBox& frame_;
  double h_;
  std::vector<RowRule> rules_;
  std::vector<Entry> entries_;
  std::vector<ColumnBand> bands_;
  std::vector<double> edges_;  // of the columns
  int header_rows_ = 0;
  std::vector<std::vector<int>> owner_;
  std::vector<Block> blocks_;
};

}  // namespace

std::optional<UnruledTable> row_ruled_grid(const std::vector<Piece>& pieces,
                                           const TableRegion& region,
                                           const std::vector<Ruling>& rulings,
                                           double text_height_px) {
  std::optional<RuledRows> rows = ruled_rows(pieces, region, rulings, text_height_px);
  if (!rows) return std::nullopt;
  return RowRuledGrid(pieces, region.frame, std::move(*rows), text_height_px).make();
}

}  // namespace crossfoot
