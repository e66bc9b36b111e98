// Evidence for guessed structures, pooled over the rows or columns that share the guess.
//
// A single sum of small figures holds by chance easily; the same sum in ten rows does not. So words
// and positions only propose, and the figures of all instances together accept: this is the support
// and confidence rule of formula mining (Jiang et al., AggreCol, section 4), with the difference
// that failing instances of an accepted guess are kept, because they are what is looked for.
#include "reconcile/evidence.h"

#include <algorithm>
#include <cmath>

#include "reconcile/evaluate.h"

namespace crossfoot {

namespace {

bool all_zero(const Relation& relation, const Figures& figures) {
  const auto zero = [&figures](const FigureRef& ref) {
    const Quantity* quantity = figures.find(ref);
    return !quantity || quantity->amount.units == 0;
  };
  return zero(relation.target) && std::all_of(relation.terms.begin(), relation.terms.end(),
                                              [&](const Term& term) { return zero(term.figure); });
}

int trailing_zeros(std::int64_t units) {
  int zeros = 0;
  for (; units != 0 && units % 10 == 0; units /= 10) ++zeros;
  return zeros;
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  holds += other.holds;
  fails += other.fails;
  return *this;
}

Tally tally(const std::vector<Relation>& relations, const Figures& figures) {
  Tally out;
  for (const Relation& relation : relations) {
    if (all_zero(relation, figures)) continue;
    const auto held = holds(relation, figures);
    if (!held) continue;
    ++(*held ? out.holds : out.fails);
  }
  return out;
}

bool stands(const Tally& tally) { return tally.fails < 3 || tally.fails <= tally.holds; }

bool is_borne_out(const Tally& tally) { return tally.holds > 0 && tally.holds >= tally.fails; }

double chance_of_holding(const Relation& relation, const Figures& figures) {
  const Quantity* target = figures.find(relation.target);
  if (!target || target->amount.units == 0) return 1;
  // Round figures agree more often: what all figures have in trailing zeros is no evidence.
  int zeros = trailing_zeros(target->amount.units) + target->exponent();
  for (const Term& term : relation.terms) {
    const Quantity* quantity = figures.find(term.figure);
    if (!quantity) return 1;
    if (quantity->amount.units == 0) continue;
    zeros = std::min(zeros, trailing_zeros(quantity->amount.units) + quantity->exponent());
  }
  const double grain = std::pow(10.0, zeros);
  double width = 1;  // in grains
  for (const Term& term : relation.terms) {
    const Quantity* quantity = figures.find(term.figure);
    if (quantity->amount.units != 0) width += std::pow(10.0, quantity->exponent()) / grain;
  }
  const double size =
      std::abs(static_cast<double>(target->amount.units)) * std::pow(10.0, target->exponent());
  return std::min(1.0, width / (2 * size / grain));
}

int significant_digits(std::int64_t units) {
  while (units != 0 && units % 10 == 0) units /= 10;
  int digits = 0;
  for (; units != 0; units /= 10) ++digits;
  return digits;
}

std::size_t best_guess(const std::vector<std::vector<Relation>>& guesses, const Figures& figures) {
  std::size_t best = 0;
  int best_score = -1;
  for (std::size_t i = 0; i < guesses.size(); ++i) {
    const Tally t = tally(guesses[i], figures);
    const int score = t.holds * 1000 - t.fails;
    if (i == 0 || score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

}  // namespace crossfoot
