// What a person is told about two tables: the fewest statements that lead from one to the other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/compare/align_tables.h"
#include "tools/compare/compared_table.h"

namespace crossfoot {

enum class DifferenceKind {
  heading,  // title, unit or number of header rows
  row_lost,
  row_added,
  column_lost,
  column_added,
  cell_lost,   // a cell of its own that is part of a merged one now
  cell_added,  // the reverse
  span,        // rows or columns that a cell takes
  amount,      // a figure has another value, is none any more, or has become one
  text,
};

const char* name_of(DifferenceKind kind);  // "row-lost"

struct CompareOptions {
  std::optional<Amount> tolerance = {};  // amounts that differ by no more are equal
  bool ignore_text_width = false;        // full- and half-width forms and white space are equal
  bool only_amounts = false;             // nothing but amounts, and rows and columns that hold some
};

// Rows and columns count from 0; what does not apply is absent: a lost row has its expected row,
// a cell has all four.
struct Difference {
  DifferenceKind kind = DifferenceKind::text;
  std::optional<int> expected_row, expected_col, actual_row, actual_col;
  std::string expected, actual;  // texts; of a row or column its texts, divided by " | "
  std::optional<Amount> change;  // of an amount, where both are figures
};

// In the order of the expected table: heading, columns, then row by row. O(rows x cols).
std::vector<Difference> differences(const ComparedTable& expected, const ComparedTable& actual,
                                    const TableAlignment& alignment, const CompareOptions& options);

}  // namespace crossfoot
