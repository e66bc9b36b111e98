// Which table of one document is which of another.
#pragma once

#include <vector>

#include "tools/compare/compared_table.h"

namespace crossfoot {

// For each expected table its actual one, or -1. By the texts and characters they have in common
// and a common page; of tables that are equal in that, the pair that stands nearest together.
std::vector<int> match_tables(const std::vector<ComparedTable>& expected,
                              const std::vector<ComparedTable>& actual, const TextPool& pool);

}  // namespace crossfoot
