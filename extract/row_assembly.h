// Printed lines of a table's body to rows: which lines are one row because a cell of it is wrapped.
#pragma once

#include <string>
#include <vector>

#include "extract/raster.h"

namespace crossfoot {

// A printed line of a table body. Columns as the table has them.
struct BodyLine {
  int y0 = 0, y1 = 0;              // of its ink, pixels
  std::vector<bool> has_text;      // per column
  std::vector<bool> has_figure;    // per column: a figure or a nil dash stands there
  std::string label;               // text in the first column, "" when there is none
  int label_x0 = 0, label_x1 = 0;  // its extent, pixels
  bool rule_above = false;         // a rule stands between this line and the one before
};

// First line of every row, ascending, beginning with 0. label_end: right end of the first column's
// text in pixels. O(lines x columns).
std::vector<int> assemble_rows(const std::vector<BodyLine>& lines, double label_end,
                               double text_height_px);

}  // namespace crossfoot
