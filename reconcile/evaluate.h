// Checks one relation against the figures.
#pragma once

#include <optional>

#include "reconcile/check.h"
#include "reconcile/figures.h"

namespace crossfoot {

struct Evaluation {
  bool holds = false;
  bool exact = false;  // without any use of the tolerance
  std::optional<Amount> stated, computed, difference, tolerance;  // in the target's unit
};

// Nothing where a figure of the relation is missing or the numbers leave the exact range.
std::optional<Evaluation> evaluate(const Relation& relation, const Figures& figures);

// The same without the amounts for people: for the many trials of a search.
std::optional<bool> holds(const Relation& relation, const Figures& figures);

}  // namespace crossfoot
