// Tables from rulings: the grid of slots and the cells that merged slots make.
#pragma once

#include <vector>

#include "extract/find_rulings.h"

namespace crossfoot {

// A cell of a grid: slots [row, row + row_span) x [col, col + col_span).
struct GridCell {
  int row = 0, col = 0, row_span = 1, col_span = 1;
  PixelBox box;  // between the centres of the rulings around it
};

// Edges ascend; rows lie between row_edges[i] and row_edges[i + 1]. The cells tile the grid.
struct Grid {
  std::vector<double> row_edges, col_edges;  // px of the clean page
  std::vector<GridCell> cells;               // row-major by top left slot
  double rule_thickness = 1;                 // px, the thickest ruling
  bool open_above = false, open_below = false;  // no ruling: the edge is where upright ones end

  int n_rows() const { return static_cast<int>(row_edges.size()) - 1; }
  int n_cols() const { return static_cast<int>(col_edges.size()) - 1; }
  PixelBox box() const;
};

// Every ruled table of the page, top to bottom, then left to right. text_height_px as in CleanPage.
std::vector<Grid> lattice_grids(const std::vector<Ruling>& rulings, double text_height_px);

}  // namespace crossfoot
