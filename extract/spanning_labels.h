// Labels beside groups of rows, each at the middle of the rows it names.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "extract/unruled_grid.h"

namespace crossfoot {

// The grid that `grid_of` makes of a region; where its first columns turn out to be labels of groups
// of rows, of the region without them, with the labels beside it as cells that span rows.
// O(pieces of the region x columns of labels) beside what grid_of costs, which is called once for
// each number of label columns and once without.
std::optional<UnruledTable> with_spanning_labels(
    const std::vector<Piece>& pieces, const TableRegion& region,
    const std::function<std::optional<UnruledTable>(const TableRegion&)>& grid_of,
    double text_height_px);

}  // namespace crossfoot
