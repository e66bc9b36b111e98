// Looks up any figure of a document, in a cell or in running text, in constant time.
#pragma once

#include <map>
#include <vector>

#include "reconcile/check.h"
#include "reconcile/interval.h"
#include "reconcile/table_view.h"

namespace crossfoot {

class Figures {
 public:
  // Views in the order of the document's tables.
  explicit Figures(const std::vector<TableView>& views);

  // Adds a figure of the running text, or of a cell that is no amount by itself (≤345.19万元).
  void add(const FigureRef& ref, const Quantity& quantity);

  // Puts the figures of a table that were in no unit in one.
  void set_table_unit(int table, int unit_exp);

  // Null where there is no figure: an empty cell, a dash, a text.
  const Quantity* find(const FigureRef& ref) const;
  // Puts another amount in a figure's place.
  void replace(const FigureRef& ref, const Amount& amount);

 private:
  void share_precision(const std::vector<TableView>& views);

  std::size_t slot_of(const CellRef& ref) const {
    return offsets_[static_cast<std::size_t>(ref.table)] +
           static_cast<std::size_t>(ref.row * widths_[static_cast<std::size_t>(ref.table)] +
                                    ref.col);
  }

  std::vector<std::size_t> offsets_;  // of a table's first slot
  std::vector<int> widths_;
  std::vector<int> by_slot_;  // index into quantities_, -1 without a figure
  std::map<TextRef, int> by_text_;
  std::vector<Quantity> quantities_;
};

}  // namespace crossfoot
