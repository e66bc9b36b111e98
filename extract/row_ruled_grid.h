// The grid of a table with a rule between all rows and none between columns.
#pragma once

#include <optional>
#include <vector>

#include "extract/unruled_grid.h"

namespace crossfoot {

// Nothing where the region has no frame or its rules part groups of rows only. rulings: of the
// page. O(pieces^2 of the region).
std::optional<UnruledTable> row_ruled_grid(const std::vector<Piece>& pieces,
                                           const TableRegion& region,
                                           const std::vector<Ruling>& rulings,
                                           double text_height_px);

}  // namespace crossfoot
