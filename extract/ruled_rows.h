// The rows of a table that rules, or white as good as rules, part from each other.
#pragma once

#include <optional>
#include <vector>

#include "extract/table_regions.h"
#include "extract/whitespace_columns.h"

namespace crossfoot {

// All rulings at one height.
struct RowRule {
  double y = 0;
  std::vector<ColumnBand> stretches;  // in x, ascending
};

// What stands in one column between two rules: texts below each other are wrapped lines.
struct RowEntry {
  int row = 0;
  PixelBox box;
  std::vector<int> items;  // pieces
};

struct RuledRows {
  std::vector<RowRule> rules;     // row i lies between rules i and i + 1
  std::vector<RowEntry> entries;  // by row, left to right
  int n_rows() const { return static_cast<int>(rules.size()) - 1; }
};

// Nothing where the region has no frame or its rules part groups of rows only. rulings: of the
// page. O(pieces^2 of the region).
std::optional<RuledRows> ruled_rows(const std::vector<Piece>& pieces, const TableRegion& region,
                                    const std::vector<Ruling>& rulings, double text_height_px);

}  // namespace crossfoot
