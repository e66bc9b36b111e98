// Column heads: which columns each stands over, and which stand over which.
#pragma once

#include <vector>

#include "extract/raster.h"
#include "extract/whitespace_columns.h"

namespace crossfoot {

// A head: rows count from the top of the header; items are the indexes given, in reading order.
struct HeadCell {
  int row = 0, row_span = 1, col = 0, col_span = 1;
  std::vector<int> items;
};

// A rule inside the header: heads above it span the columns that it spans.
struct HeadRule {
  double y = 0, x0 = 0, x1 = 0;
};

// heads: pieces of the header, lines top to bottom. bands: the table's columns. The cells do not
// overlap; slots without a head are in none. O(heads^2).
std::vector<HeadCell> header_tree(const std::vector<PixelBox>& heads,
                                  const std::vector<ColumnBand>& bands,
                                  const std::vector<HeadRule>& rules, double text_height_px);

}  // namespace crossfoot
