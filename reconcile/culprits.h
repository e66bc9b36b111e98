// Which figure of a failing relation must be wrong.
#pragma once

#include <vector>

#include "reconcile/figures.h"
#include "reconcile/incidence.h"

namespace crossfoot {

// The amount that would make a failing sum exact in place of one of its figures, rounded to the
// figure's decimals, or with all the decimals of the others; nothing when the relation is no sum.
enum class Decimals { own, all };
std::optional<Amount> restoring_amount(const Relation& relation, const FigureRef& figure,
                                       const Figures& figures, Decimals decimals = Decimals::own);

struct Suspicion {
  FigureRef figure;
  Amount instead;                // restores the relation
  int restored = 0, broken = 0;  // relations of the figure that would hold, that would fail
};

// The figures of the relation of findings[failing] whose change alone would restore more relations
// than it breaks, those tied for the best; none where nothing stands out. `figures` is changed and
// put back.
std::vector<Suspicion> culprits_of(std::size_t failing, const std::vector<Finding>& findings,
                                   const Incidence& incidence, Figures& figures);

}  // namespace crossfoot
