// A page break through a row leaves the rest of its longest cells on the next page:
//
//   2101502  The allocation of relief,   1,200.00      the last row of one page
//   ───────────────────────────────────────────
//            its payment and control                    the first row of the next: the same row
//
// Such a rest has text only where the row before has words, has no figure, and is empty in a column
// that no other row of the table leaves empty (the code, the amount). A label that begins with an
// enumerator begins a row.
//
// A merged cell that the break cuts is printed once and empty on the next page. Where a ruling closes it
// at the break it is printed as two cells and stays two; where none does it becomes one again:
//
//   Outputs │ Persons   │ 35,000 │      Outputs spans five rows, two of them on the next page; Persons
//           │           │ 36,000 │      two, one of them there. The empty cell below a merged cell, or
//    - - - - - - - - - - - - - - -       merged itself, is its rest as long as all columns left of it
//           │           │ 37,000 │      go on, too; and right of such a rest a single empty cell below
//           │ Quality   │    98% │      a single word: groups lie within groups.
//
// Fails where a merged cell's text stands on its second page, and for a label without a code or an
// amount at the head of a page: it joins the row above.
#include "extract/cut_cells.h"

#include <algorithm>

#include "extract/join_lines.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

// Rows beside the two at the break that must show that a column is never empty.
constexpr int kFewestWitnesses = 3;

class Break {
 public:
  Break(Table& table, int row) : table_(table), slots_(table), row_(row) {}

  bool is_rest_of_row() const {
    bool finished = false, goes_on = false;
    for (int col = 0; col < table_.n_cols; ++col) {
      const Cell &above = cell(row_ - 1, col), &here = cell(row_, col);
      const bool alike = above.col == here.col && above.col_span == here.col_span &&
                         above.row_span == 1 && here.row_span == 1;
      if (!alike || here.amount || split_enumerator(fold(here.text)).depth > 0) return false;
      if (!here.text.empty() && (above.text.empty() || above.amount)) return false;
      goes_on = goes_on || !here.text.empty();
      finished = finished || (here.text.empty() && is_never_empty(col));
    }
    return finished && goes_on;
  }

  void join_rows() {
    for (const Cell& here : table_.cells) {
      if (here.row != row_ || here.text.empty()) continue;
      Cell& above = cell(row_ - 1, here.col);
      above.text = join_lines({above.text, here.text});
      above.lines += here.lines;
      above.confidence = std::min(above.confidence, here.confidence);
      above.alternatives.clear();  // they were of one of the two pieces
    }
    std::erase_if(table_.cells, [this](const Cell& here) { return here.row == row_; });
    for (Cell& below : table_.cells) below.row -= below.row > row_ ? 1 : 0;
    --table_.n_rows;
    --table_.parts.back().n_rows;
  }

  void join_merged_cells() {
    std::vector<const Cell*> rests;
    bool within = false;  // of a merged cell to the left
    for (int col = 0; col < table_.n_cols;) {
      Cell& above = cell(row_ - 1, col);
      const Cell& here = cell(row_, col);
      const bool alike = above.col == here.col && above.col_span == here.col_span;
      const bool merged = above.row_span > 1 || here.row_span > 1;
      const bool group = !above.text.empty() && (!above.amount || here.row_span > 1);
      if (!alike || !here.text.empty() || !group || (!merged && !within)) break;
      rests.push_back(&here);
      within = true;
      col += here.col_span;
    }
    if (rests.empty() || !has_text_beside(rests.back()->col + rests.back()->col_span)) return;
    std::vector<std::pair<int, int>> gone;
    for (const Cell* rest : rests) {
      cell(row_ - 1, rest->col).row_span += rest->row_span;
      gone.emplace_back(rest->row, rest->col);
    }
    std::erase_if(table_.cells, [&](const Cell& here) {
      return std::find(gone.begin(), gone.end(), std::pair(here.row, here.col)) != gone.end();
    });
  }

 private:
  Cell& cell(int row, int col) { return table_.cells[slots_.at(row, col)]; }
  const Cell& cell(int row, int col) const { return table_.cells[slots_.at(row, col)]; }

  bool is_never_empty(int col) const {
    int witnesses = 0;
    for (int other = table_.header_rows; other < table_.n_rows; ++other) {
      if (other == row_ || other == row_ - 1) continue;
      if (cell(other, col).text.empty()) return false;
      ++witnesses;
    }
    return witnesses >= kFewestWitnesses;
  }

  // An empty row is no rest of anything.
  bool has_text_beside(int col) const {
    for (; col < table_.n_cols; ++col) {
      if (!cell(row_, col).text.empty()) return true;
    }
    return false;
  }

  Table& table_;
  SlotIndex slots_;
  int row_;
};

}  // namespace

void join_cut_cells(Table& table, int row, bool open) {
  if (row <= table.header_rows || row >= table.n_rows) return;
  Break at(table, row);
  if (at.is_rest_of_row()) {
    at.join_rows();
  } else if (open) {
    at.join_merged_cells();
  }
}

}  // namespace crossfoot
