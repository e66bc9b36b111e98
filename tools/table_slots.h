// The text of a table as a plain grid, for the formats that have no merged cells.
#pragma once

#include <string>
#include <vector>

#include "reconcile/table.h"

namespace crossfoot {

// n_rows x n_cols texts. The text of a merged cell stands in its top left slot, its others are
// empty.
inline std::vector<std::vector<std::string>> table_slots(const Table& table) {
  std::vector<std::vector<std::string>> slots(table.n_rows, std::vector<std::string>(table.n_cols));
  for (const Cell& cell : table.cells) slots[cell.row][cell.col] = cell.text;
  return slots;
}

}  // namespace crossfoot
