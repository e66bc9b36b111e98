// The grid of a table that rulings do not divide.
#pragma once

#include <optional>
#include <vector>

#include "extract/lattice_grid.h"
#include "extract/table_regions.h"

namespace crossfoot {

struct UnruledTable {
  Grid grid;
  std::vector<std::vector<TextLine>> lines;  // of each of grid.cells, in reading order
  int header_rows = 0;
  std::vector<int> pieces;  // all that it took, indexes
};

// Nothing where the region turns out to be a list, a table of contents or prose.
// rulings: of the page. O(pieces of the region x columns).
std::optional<UnruledTable> unruled_grid(const std::vector<Piece>& pieces,
                                         const TableRegion& region,
                                         const std::vector<Ruling>& rulings, double text_height_px);

}  // namespace crossfoot
