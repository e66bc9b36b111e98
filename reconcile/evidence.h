// Whether a structure that was guessed from words is borne out by the figures.
#pragma once

#include <vector>

#include "reconcile/check.h"
#include "reconcile/figures.h"

namespace crossfoot {

// How many of some relations hold. Relations of zeros alone tell nothing and are not counted.
struct Tally {
  int holds = 0;
  int fails = 0;

  Tally& operator+=(const Tally& other);
};
Tally tally(const std::vector<Relation>& relations, const Figures& figures);

// A guess backed by a word that can mean nothing else (合计) stands unless the figures speak
// against it: three or more failures that outnumber what holds.
bool stands(const Tally& tally);
// A guess backed by position alone must be borne out: something holds, and more than fails.
bool is_borne_out(const Tally& tally);

// The chance that a relation between unrelated figures would hold: the width of the tolerance over
// the size of the figures, 1 for relations of small or missing figures.
double chance_of_holding(const Relation& relation, const Figures& figures);

// The index of the guess that most bears out; the first among equals. Guesses must not be empty.
std::size_t best_guess(const std::vector<std::vector<Relation>>& guesses, const Figures& figures);

// Digits without the zeros at the end: what of a figure's agreement is no chance.
int significant_digits(std::int64_t units);

}  // namespace crossfoot
