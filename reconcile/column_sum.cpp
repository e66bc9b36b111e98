// Builds the relations of one target row over the figure columns of a panel.
#include "reconcile/column_sum.h"

namespace crossfoot {

Relations column_relations(const TableView& view, const std::vector<int>& columns, int target_row,
                           const std::vector<SignedRow>& parts, RelationKind kind,
                           Strength strength, const std::string& reason) {
  Relations out;
  for (const int col : columns) {
    if (!view.has_figure(target_row, col)) continue;
    Relation relation{kind, strength, Form::sum, view.ref(target_row, col), {}, reason};
    for (const SignedRow& part : parts) {
      if (view.has_figure(part.row, col)) {
        relation.terms.push_back({view.ref(part.row, col), part.sign, false});
      }
    }
    if (!relation.terms.empty()) out.push_back(std::move(relation));
  }
  return out;
}

std::vector<SignedRow> added(const std::vector<int>& rows) {
  std::vector<SignedRow> out;
  for (const int row : rows) out.push_back({row, 1});
  return out;
}

}  // namespace crossfoot
