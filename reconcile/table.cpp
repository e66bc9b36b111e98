#include "reconcile/table.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace crossfoot {

Box hull(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

std::vector<int> Table::pages() const {
  std::vector<int> numbers;
  for (const TablePart& part : parts) numbers.push_back(part.page);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

namespace {

// Fills slots (row-major) with cell indices; returns the first defect.
std::optional<std::string> fill_slots(const std::vector<Cell>& cells, int n_rows, int n_cols,
                                      std::vector<int>& slots) {
  slots.assign(static_cast<std::size_t>(n_rows) * n_cols, -1);
  const auto at = [](int row, int col) {
    return "row " + std::to_string(row) + ", column " + std::to_string(col);
  };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    if (cell.row < 0 || cell.col < 0 || cell.row_span < 1 || cell.col_span < 1 ||
        cell.row_span > n_rows - cell.row || cell.col_span > n_cols - cell.col) {
      return "the cell at " + at(cell.row, cell.col) + " reaches beyond the grid";
    }
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int col = cell.col; col < cell.col + cell.col_span; ++col) {
        int& slot = slots[static_cast<std::size_t>(row) * n_cols + col];
        if (slot != -1) return "two cells cover " + at(row, col);
        slot = static_cast<int>(i);
      }
    }
  }
  const auto hole = std::find(slots.begin(), slots.end(), -1);
  if (hole != slots.end()) {
    const int index = static_cast<int>(hole - slots.begin());
    return "no cell covers " + at(index / n_cols, index % n_cols);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> tiling_defect(const std::vector<Cell>& cells, int n_rows, int n_cols) {
  if (n_rows < 1 || n_cols < 1) return "the grid has no rows or no columns";
  std::vector<int> slots;
  return fill_slots(cells, n_rows, n_cols, slots);
}

const Cell* find_cell(const Table& table, int row, int col) {
  const auto found = std::lower_bound(table.cells.begin(), table.cells.end(), std::pair(row, col),
                                      [](const Cell& cell, const std::pair<int, int>& at) {
                                        return std::pair(cell.row, cell.col) < at;
                                      });
  return found != table.cells.end() && found->row == row && found->col == col ? &*found : nullptr;
}

Cell* find_cell(Table& table, int row, int col) {
  return const_cast<Cell*>(find_cell(std::as_const(table), row, col));
}

SlotIndex::SlotIndex(const Table& table) : n_cols_(table.n_cols) {
  const auto defect = fill_slots(table.cells, table.n_rows, table.n_cols, slots_);
  if (defect) {
    std::fprintf(stderr, "crossfoot: broken contract: table %s: %s\n", table.id.c_str(),
                 defect->c_str());
    std::abort();
  }
}

}  // namespace crossfoot
