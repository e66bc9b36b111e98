// Shared by the searches that add figures down a column.
#pragma once

#include <string>
#include <vector>

#include "reconcile/check.h"
#include "reconcile/infer_relations.h"
#include "reconcile/table_view.h"

namespace crossfoot {

// One relation for each of `columns` where the target row and at least one part have a figure:
// target row = sum of sign x part rows. A part without a figure is left out.
struct SignedRow {
  int row = 0;
  int sign = 1;
};
Relations column_relations(const TableView& view, const std::vector<int>& columns, int target_row,
                           const std::vector<SignedRow>& parts, RelationKind kind,
                           Strength strength, const std::string& reason);

std::vector<SignedRow> added(const std::vector<int>& rows);

}  // namespace crossfoot
