// From every cell with text to the next one with text, right and below:
//
//     项目 | 预算数     (项目, 预算数, right, 0)   (项目, 合计, below, 0)
//     合计 |   5.00     (合计, 5.00, right, 0)     (预算数, 5.00, below, 0)
//
// A merged cell has a neighbour at each of its rows and columns. Two neighbours that share several
// rows or columns are counted once, where the later of the two begins. The measure does not know
// where in the table a pair stands, so that a lost row costs its own pairs and no others.
#include "tools/compare/adjacency.h"

#include <algorithm>

namespace crossfoot {
namespace {

// One pass for both directions: `along` is the direction that is looked in, `across` the other one.
void add_neighbours(const ComparedTable& table, bool down, std::vector<Neighbours>& out) {
  const int length = down ? table.rows() : table.cols();
  const auto at = [&](int along, int across) -> int {
    return down ? table.cell_at(along, across) : table.cell_at(across, along);
  };
  const auto& cells = table.table().cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int text = table.text_of(static_cast<int>(i));
    if (text == 0) continue;
    const Cell& cell = cells[i];
    const int first = down ? cell.col : cell.row;
    const int last = first + (down ? cell.col_span : cell.row_span);
    const int end = down ? cell.row + cell.row_span : cell.col + cell.col_span;
    for (int across = first; across < last; ++across) {
      int along = end;
      while (along < length && table.text_of(at(along, across)) == 0) ++along;
      if (along == length) continue;
      const Cell& next = cells[static_cast<std::size_t>(at(along, across))];
      if (across != std::max(first, down ? next.col : next.row)) continue;
      out.push_back({text, table.text_of(at(along, across)), down ? 1 : 0, along - end});
    }
  }
}

}  // namespace

std::vector<Neighbours> neighbours_of(const ComparedTable& table) {
  std::vector<Neighbours> found;
  add_neighbours(table, false, found);
  add_neighbours(table, true, found);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace crossfoot
