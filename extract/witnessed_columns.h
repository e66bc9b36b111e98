// The columns of rows whose bounds are known, so that every row can bear witness.
#pragma once

#include <vector>

#include "extract/whitespace_columns.h"

namespace crossfoot {

// rows: for each row the boxes of its cells' texts, wrapped lines united, without those that are
// known to span columns. dividers: x where a rule between two rows begins or ends, each of which
// separates. Bands ascend and do not overlap; none where there is no text. O(cells^2).
std::vector<ColumnBand> witnessed_columns(const std::vector<std::vector<PixelBox>>& rows,
                                          const std::vector<double>& dividers,
                                          double text_height_px);

}  // namespace crossfoot
