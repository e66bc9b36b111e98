// Cells are compared by their anchor: the first of their slots whose row and column both have a
// partner. So a merged header above a lost column is no difference of its own: of its three columns
// two have partners, and its partner spans just those two.
//
//     expected   收入 | < | <      actual   收入 | <      one difference: the column b is lost
//                a    | b | c               a    | c
//
// Where the cell that covers the partner of an anchor is anchored elsewhere, two cells have become
// one or one has become two; the cell with text that has no partner of its own is lost or added.
#include "tools/compare/differences.h"

#include <algorithm>
#include <utility>

#include "reconcile/table_view.h"
#include "tools/compare/alignment.h"
#include "tools/compare/amount_change.h"
#include "tools/compare/comparable_text.h"

namespace crossfoot {
namespace {

// The partners of [first, first + span): the first and the last, or nothing.
using Range = std::optional<std::pair<int, int>>;

Range partners(const std::vector<int>& pairs, int first, int span) {
  Range range;
  for (int i = first; i < first + span; ++i) {
    const int partner = pairs[static_cast<std::size_t>(i)];
    if (partner >= 0) range = {range ? range->first : partner, partner};
  }
  return range;
}

int first_paired(const std::vector<int>& pairs, int first) {
  while (pairs[static_cast<std::size_t>(first)] < 0) ++first;
  return first;
}

class TableComparer {
 public:
  TableComparer(const ComparedTable& expected, const ComparedTable& actual,
                const TableAlignment& alignment, const CompareOptions& options)
      : expected_(expected),
        actual_(actual),
        rows_(alignment.rows),
        cols_(alignment.cols),
        rows_back_(inverse(rows_, actual.rows())),
        cols_back_(inverse(cols_, actual.cols())),
        view_(expected.table(), 0),
        options_(options) {}

  std::vector<Difference> run() {
    if (!options_.only_amounts) compare_headings();
    compare_lines(false);
    compare_lines(true);
    for (const Cell& cell : expected_.table().cells) compare_cell(cell);
    if (!options_.only_amounts) find_added_cells();
    std::stable_sort(
        found_.begin(), found_.end(),
        [this](const Difference& a, const Difference& b) { return order_of(a) < order_of(b); });
    return std::move(found_);
  }

 private:
  // Headings, columns, rows; an added row stands after the expected row above it.
  int order_of(const Difference& d) const {
    if (d.kind == DifferenceKind::heading) return -3;
    if (d.kind == DifferenceKind::column_lost || d.kind == DifferenceKind::column_added) return -2;
    if (d.expected_row) return *d.expected_row;
    int row = *d.actual_row;
    while (row >= 0 && rows_back_[static_cast<std::size_t>(row)] < 0) --row;
    return row < 0 ? -1 : rows_back_[static_cast<std::size_t>(row)];
  }

  void compare_headings() {
    const Table& a = expected_.table();
    const Table& b = actual_.table();
    const auto say = [&](const char* what, const std::string& x, const std::string& y) {
      if (!same_text(x, y)) {
        Difference difference;
        difference.kind = DifferenceKind::heading;
        difference.expected = std::string(what) + " " + x;
        difference.actual = std::string(what) + " " + y;
        found_.push_back(std::move(difference));
      }
    };
    say("title", a.title, b.title);
    say("unit", a.unit, b.unit);
    say("header rows", std::to_string(a.header_rows), std::to_string(b.header_rows));
  }

  bool same_text(const std::string& a, const std::string& b) const {
    return a == b || (options_.ignore_text_width && comparable(a) == comparable(b));
  }

  // Rows, or columns, without a partner.
  void compare_lines(bool columns) {
    using enum DifferenceKind;
    const auto lost = columns ? column_lost : row_lost, added = columns ? column_added : row_added;
    const std::vector<int>& there = columns ? cols_ : rows_;
    const std::vector<int>& back = columns ? cols_back_ : rows_back_;
    for (std::size_t i = 0; i < there.size(); ++i) {
      if (there[i] < 0) add_line(expected_, lost, static_cast<int>(i), columns, true);
    }
    for (std::size_t i = 0; i < back.size(); ++i) {
      if (back[i] < 0) add_line(actual_, added, static_cast<int>(i), columns, false);
    }
  }

  void add_line(const ComparedTable& table, DifferenceKind kind, int line, bool column, bool lost) {
    Difference difference;
    difference.kind = kind;
    std::string& text = lost ? difference.expected : difference.actual;
    bool has_amount = false;
    const int length = column ? table.rows() : table.cols();
    for (int i = 0; i < length; ++i) {
      const int row = column ? i : line, col = column ? line : i;
      if (!table.begins(row, col) || table.cell(row, col).text.empty()) continue;
      has_amount = has_amount || table.cell(row, col).amount;
      text += (text.empty() ? "" : " | ") + table.cell(row, col).text;
    }
    if (options_.only_amounts && !has_amount) return;
    (lost ? (column ? difference.expected_col : difference.expected_row)
          : (column ? difference.actual_col : difference.actual_row)) = line;
    found_.push_back(std::move(difference));
  }

  void compare_cell(const Cell& cell) {
    const Range rows = partners(rows_, cell.row, cell.row_span);
    const Range cols = partners(cols_, cell.col, cell.col_span);
    if (!rows || !cols) return;  // part of a lost row or column
    const Cell& other = actual_.cell(rows->first, cols->first);
    const Range rows_of_other = partners(rows_back_, other.row, other.row_span);
    const Range cols_of_other = partners(cols_back_, other.col, other.col_span);
    const bool is_partner = rows_of_other->first == first_paired(rows_, cell.row) &&
                            cols_of_other->first == first_paired(cols_, cell.col);
    if (!is_partner) {
      if (!cell.text.empty() && (!options_.only_amounts || cell.amount)) {
        add(DifferenceKind::cell_lost, cell, other).actual.clear();
      }
      return;
    }
    compare_contents(cell, other);
    const bool same_span =
        rows == partners_of(rows_of_other, rows_) && cols == partners_of(cols_of_other, cols_);
    if (!same_span && !options_.only_amounts) add_span(cell, other);
  }

  // A range of expected lines as the actual ones they stand for.
  static Range partners_of(const Range& range, const std::vector<int>& pairs) {
    return std::pair(pairs[static_cast<std::size_t>(range->first)],
                     pairs[static_cast<std::size_t>(range->second)]);
  }

  void compare_contents(const Cell& cell, const Cell& other) {
    // A code is a name: 2080505 is no figure near to 2080506.
    if ((cell.amount || other.amount) && !view_.is_code(cell.row, cell.col)) {
      std::optional<Amount> change;
      if (cell.amount && other.amount) change = change_between(*cell.amount, *other.amount);
      const bool equal = change && is_within(*change, options_.tolerance.value_or(Amount{}));
      if (!equal) {
        add(DifferenceKind::amount, cell, other).change = change;
        return;
      }
      if (change->units != 0) return;  // within the tolerance, so of course printed differently
    }
    if (!options_.only_amounts && !same_text(cell.text, other.text)) {
      add(DifferenceKind::text, cell, other);
    }
  }

  void add_span(const Cell& cell, const Cell& other) {
    const auto shown = [](const Cell& c) {
      return std::to_string(c.row_span) + "x" + std::to_string(c.col_span);
    };
    Difference& difference = add(DifferenceKind::span, cell, other);
    difference.expected = shown(cell);
    difference.actual = shown(other);
  }

  Difference& add(DifferenceKind kind, const Cell& cell, const Cell& other) {
    Difference difference;
    difference.kind = kind;
    difference.expected_row = cell.row;
    difference.expected_col = cell.col;
    difference.actual_row = other.row;
    difference.actual_col = other.col;
    difference.expected = cell.text;
    difference.actual = other.text;
    found_.push_back(std::move(difference));
    return found_.back();
  }

  // Actual cells with text that stand in the middle of an expected one.
  void find_added_cells() {
    for (const Cell& cell : actual_.table().cells) {
      if (cell.text.empty()) continue;
      const Range rows = partners(rows_back_, cell.row, cell.row_span);
      const Range cols = partners(cols_back_, cell.col, cell.col_span);
      if (!rows || !cols) continue;
      const Cell& whole = expected_.cell(rows->first, cols->first);
      const bool is_partner = first_paired(rows_, whole.row) == rows->first &&
                              first_paired(cols_, whole.col) == cols->first;
      if (!is_partner) add(DifferenceKind::cell_added, whole, cell).expected.clear();
    }
  }

  const ComparedTable& expected_;
  const ComparedTable& actual_;
  const std::vector<int>& rows_;
  const std::vector<int>& cols_;
  const std::vector<int> rows_back_, cols_back_;
  const TableView view_;  // of the expected table
  const CompareOptions& options_;
  std::vector<Difference> found_;
};

}  // namespace

const char* name_of(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::heading:
      return "heading";
    case DifferenceKind::row_lost:
      return "row-lost";
    case DifferenceKind::row_added:
      return "row-added";
    case DifferenceKind::column_lost:
      return "column-lost";
    case DifferenceKind::column_added:
      return "column-added";
    case DifferenceKind::cell_lost:
      return "cell-lost";
    case DifferenceKind::cell_added:
      return "cell-added";
    case DifferenceKind::span:
      return "span";
    case DifferenceKind::amount:
      return "amount";
    case DifferenceKind::text:
      return "text";
  }
  return "";
}

std::vector<Difference> differences(const ComparedTable& expected, const ComparedTable& actual,
                                    const TableAlignment& alignment,
                                    const CompareOptions& options) {
  return TableComparer(expected, actual, alignment, options).run();
}

}  // namespace crossfoot
