// TEDS: how alike two tables are as trees table > row > cell (Zhong et al., "Image-based table
// recognition: data, model, and evaluation", 2020, section 5).
#pragma once

#include <vector>

#include "tools/compare/compared_table.h"

namespace crossfoot {

// 1 - edit distance / nodes of the larger tree; 1 for equal tables. A cell's replacement costs the
// edit distance of the texts over the longer one, or 1 where spans differ; inserting and deleting
// costs 1 a node. row_pairs: for each expected row an actual one, ascending, or -1; any pairing gives
// the same result, a good one gives it soon. Exact. Little more than linear for tables that are
// alike; for long ones that have next to nothing in common rows x rows x cells x cells of a row.
double tree_similarity(const ComparedTable& expected, const ComparedTable& actual,
                       const std::vector<int>& row_pairs, const TextPool& pool);

}  // namespace crossfoot
