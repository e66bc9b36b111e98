// Figures that a figure may be equal to, found by name.
#pragma once

#include <string_view>
#include <vector>

#include "reconcile/infer_relations.h"
#include "reconcile/item_rows.h"

namespace crossfoot {

// The figures under a key, but those of one table.
std::vector<CellRef> figures_named(const std::vector<ItemColumn>& columns, std::string_view key,
                                   int except_table);

// `relation` with each of the candidates for its target with which it holds. Where it holds with
// none and `claim_failing`, the one with the largest candidate.
Relations with_candidates(Relation relation, const std::vector<CellRef>& candidates,
                          bool claim_failing, const Figures& figures);

}  // namespace crossfoot
