// A name may stand for several figures of a document: a total of all funds, of one fund, of a part.
//
// A figure is equal to one of them, so those that agree are claimed. One that is none of them is
// held against the largest, the total of all funds.
#include "reconcile/candidates.h"

#include <algorithm>

#include "reconcile/evaluate.h"

namespace crossfoot {

std::vector<CellRef> figures_named(const std::vector<ItemColumn>& columns, std::string_view key,
                                   int except_table) {
  std::vector<CellRef> cells;
  for (const ItemColumn& column : columns) {
    for (const Item& item : column.items) {
      if (item.figure.table == except_table) continue;
      if (std::find(item.keys.begin(), item.keys.end(), key) != item.keys.end()) {
        cells.push_back(item.figure);
      }
    }
  }
  return cells;
}

Relations with_candidates(Relation relation, const std::vector<CellRef>& candidates,
                          bool claim_failing, const Figures& figures) {
  Relations all;
  for (const CellRef& candidate : candidates) {
    relation.target = candidate;
    if (holds(relation, figures).value_or(false)) all.push_back(relation);
  }
  if (!all.empty() || candidates.empty() || !claim_failing) return all;
  relation.target = *std::max_element(
      candidates.begin(), candidates.end(), [&figures](const CellRef& a, const CellRef& b) {
        const auto gap = plus(interval_of(*figures.find(b)), interval_of(*figures.find(a)), -1);
        return gap && gap->centre > 0;
      });
  return {relation};
}

}  // namespace crossfoot
