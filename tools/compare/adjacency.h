// Neighbours of a table's cells, as the ICDAR 2013 table competition counts them (Göbel et al.,
// "A Methodology for Evaluating Algorithms for Table Understanding in PDF Documents", 2012).
#pragma once

#include <array>
#include <vector>

#include "tools/compare/compared_table.h"

namespace crossfoot {

// Text and next text, direction (0 to the right, 1 downwards), number of blank slots between.
using Neighbours = std::array<int, 4>;

// All of a table, sorted; equal ones as often as they occur. O(rows x cols) for tables that are not
// mostly blank.
std::vector<Neighbours> neighbours_of(const ComparedTable& table);

}  // namespace crossfoot
