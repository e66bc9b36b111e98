// Which row of one table is which of another, and which column.
#pragma once

#include <vector>

#include "tools/compare/compared_table.h"

namespace crossfoot {

struct TableAlignment {
  std::vector<int> rows;  // for each row of the expected table that of the actual one, or -1
  std::vector<int> cols;  // the same of columns
};

// Rows first, by the texts they hold in whatever column; then columns, by their texts in the rows
// that were paired. O(rows^2 + cols^2 x rows) similarities.
TableAlignment align_tables(const ComparedTable& expected, const ComparedTable& actual,
                            const TextPool& pool);

}  // namespace crossfoot
