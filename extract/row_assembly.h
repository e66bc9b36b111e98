// Printed lines of a table's body to rows: which lines are one row because a cell of it is wrapped.
#pragma once

#include <string>
#include <vector>

#include "extract/raster.h"

namespace crossfoot {

// What stands in one column of a printed line; absent where `text` is empty.
struct LinePart {
  std::string text;
  int x0 = 0, x1 = 0;      // of its ink, pixels
  bool is_figure = false;  // a figure or a nil dash
};

// A printed line of a table body.
struct BodyLine {
  int y0 = 0, y1 = 0;           // of its ink, pixels
  std::vector<LinePart> parts;  // one per column
  bool rule_above = false;      // a rule stands between this line and the one before
};

// First line of every row, ascending, beginning with 0. column_ends: right end of the text of each
// column in pixels. O(lines x columns).
std::vector<int> assemble_rows(const std::vector<BodyLine>& lines,
                               const std::vector<double>& column_ends, double text_height_px);

}  // namespace crossfoot
