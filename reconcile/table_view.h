// A table as the searches for relations see it: which rows are headers, which columns carry labels,
// codes or figures, and which columns belong side by side.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reconcile/check.h"
#include "reconcile/interval.h"
#include "reconcile/table.h"

namespace crossfoot {

enum class ColumnKind {
  label,
  code,     // 科目编码, account codes: digits that name an item
  ordinal,  // 序号, note numbers: digits that mean nothing here
  figure,
  rate,   // percentages, weights, scores: numbers that no sum of money takes in
  blank,  // nothing below its header
};

// Columns that stand side by side with their own labels: the income side and the expenditure side.
struct Panel {
  std::vector<int> labels, codes, figures;  // columns, ascending; codes are not in labels
  int first_col = 0, last_col = 0;
};

// Rows that share a header. A table has one, unless headers recur among its rows.
struct Segment {
  int header_begin = 0, body_begin = 0, body_end = 0;
  std::vector<ColumnKind> kinds;  // by column
  std::vector<Panel> panels;      // left to right
};

class TableView {
 public:
  // The table must outlive the view. O(rows x cols).
  TableView(const Table& table, int table_index);

  const Table& table() const { return *table_; }
  int index() const { return index_; }
  const std::vector<Segment>& segments() const { return segments_; }

  const Cell& cell(int row, int col) const {
    return table_->cells[static_cast<std::size_t>(slots_.at(row, col))];
  }
  const std::string& folded(int row, int col) const {
    return folded_[static_cast<std::size_t>(slots_.at(row, col))];
  }
  bool begins(int row, int col) const {
    return cell(row, col).row == row && cell(row, col).col == col;
  }
  // The figure of the cell whose top left slot this is.
  bool has_figure(int row, int col) const {
    return begins(row, col) && cell(row, col).amount.has_value();
  }
  bool is_zero(int row, int col) const { return cell(row, col).amount->units == 0; }
  // A slot below its header in a column of codes, whose digits are a name.
  bool is_code(int row, int col) const;
  CellRef ref(int row, int col) const { return {index_, cell(row, col).row, cell(row, col).col}; }

  // The header cells over a column from top to bottom, each once; "" where there is no header.
  std::string header_path(const Segment& segment, int col) const;
  std::string header_leaf(const Segment& segment, int col) const;

 private:
  void find_segments();
  bool is_header_row(int row) const;
  bool repeats(int row, int header_row) const;
  int end_of_merged_header(int body) const;
  void classify(Segment& segment) const;
  void split_panels(Segment& segment) const;
  ColumnKind kind_of(const Segment& segment, int col) const;

  const Table* table_;
  int index_;
  SlotIndex slots_;
  std::vector<std::string> folded_;  // by cell
  std::vector<Segment> segments_;
};

// A row of one panel.
struct PanelRow {
  int row = 0;
  std::string label;       // folded; the label cells joined
  int label_last_col = 0;  // the last column that its first label cell covers
  bool continues = false;  // its label cells began in a row above
  bool has_label() const { return !label.empty(); }
};
std::vector<PanelRow> panel_rows(const TableView& view, const Segment& segment, const Panel& panel);

}  // namespace crossfoot
