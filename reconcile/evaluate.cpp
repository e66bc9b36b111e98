// Whether a relation holds, by intervals of the printed figures.
//
//     38.02 = 3.00 + 35.02      sum [38.01, 38.03), stated [38.015, 38.025): holds
//     67% = 345.19 / 515.19     ratio (66.9996, 67.0053), stated [66.5, 67.5): holds
//
// Sums compare intervals (interval.h). A ratio is cross-multiplied instead of divided, so that it
// stays exact: p% = 100 a/b holds when some b in its interval times some p in its interval meets
// 100 a. Both factors are taken at their ends; all quantities are positive or made so.
//
// Fails (returns nothing) where a product would leave 127 bits.
#include "reconcile/evaluate.h"

#include <algorithm>

namespace crossfoot {

namespace {

// Beyond this a product of three figures could leave the range of Wide.
constexpr Wide kLargestFactor = static_cast<Wide>(1) << 62;

std::optional<Interval> sum_of(const Relation& relation, const Figures& figures, bool divisors) {
  std::optional<Interval> sum;
  for (const Term& term : relation.terms) {
    if (term.divisor != divisors) continue;
    const Quantity* quantity = figures.find(term.figure);
    if (!quantity) return std::nullopt;
    const Interval addend = interval_of(*quantity);
    if (!sum) sum = Interval{0, 0, addend.exponent};
    sum = plus(*sum, addend, term.sign);
    if (!sum) return std::nullopt;
  }
  return sum;
}

bool agrees(Form form, const Interval& stated, const Interval& sum) {
  const auto gap = plus(stated, sum, -1);
  if (form == Form::at_most) return gap && gap->centre <= gap->radius;
  if (form == Form::about) {
    const Wide distance = !gap ? 1 : gap->centre < 0 ? -gap->centre : gap->centre;
    return gap && distance <= 2 * gap->radius;
  }
  return agree(stated, sum);
}

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

// target% = 100 x numerator / divisor, both on one exponent.
std::optional<Evaluation> evaluate_ratio(const Quantity& target, const Interval& numerator,
                                         const Interval& divisor) {
  const auto zero = plus(numerator, divisor, 0);  // brings both to the finer exponent
  const auto top = zero ? plus({0, 0, zero->exponent}, numerator, 1) : std::nullopt;
  const auto bottom = zero ? plus({0, 0, zero->exponent}, divisor, 1) : std::nullopt;
  if (!top || !bottom || bottom->centre == 0) return std::nullopt;
  const int decimals = target.amount.decimals;
  if (decimals > 6) return std::nullopt;
  const Wide scale = power_of_ten(decimals);
  const Wide bottom_centre = magnitude(bottom->centre);
  const Wide top_centre = bottom->centre < 0 ? -top->centre : top->centre;
  const Wide stated = static_cast<Wide>(target.amount.units);
  if (bottom_centre > kLargestFactor / 1000 || magnitude(top_centre) > kLargestFactor / 1000 ||
      magnitude(stated) > power_of_ten(10)) {
    return std::nullopt;
  }
  Evaluation out;
  // |200 scale top - 2 stated bottom| < bottom (half a digit of the percentage)
  //                                   + 200 scale r_top + 2 |stated| r_bottom
  const Wide gap = magnitude(200 * scale * top_centre - 2 * stated * bottom_centre);
  const Wide room =
      bottom_centre + 200 * scale * top->radius + 2 * magnitude(stated) * bottom->radius;
  out.holds = gap <= room;
  out.stated = target.amount;
  const Wide doubled = 200 * scale * top_centre / bottom_centre;
  const Wide rounded = (doubled + (doubled < 0 ? -1 : 1)) / 2;
  if (magnitude(rounded) < power_of_ten(18)) {
    out.computed = Amount{static_cast<std::int64_t>(rounded), decimals};
    out.difference = Amount{target.amount.units - static_cast<std::int64_t>(rounded), decimals};
    out.exact = out.difference->units == 0;
  }
  out.tolerance = Amount{5, decimals + 1};
  return out;
}

std::optional<Evaluation> evaluate_product(const Relation& relation, const Quantity& target,
                                           const Figures& figures) {
  if (relation.terms.size() != 2) return std::nullopt;
  const Quantity* a = figures.find(relation.terms[0].figure);
  const Quantity* b = figures.find(relation.terms[1].figure);
  if (!a || !b) return std::nullopt;
  if (magnitude(a->amount.units) > power_of_ten(9) ||
      magnitude(b->amount.units) > power_of_ten(9)) {
    return std::nullopt;
  }
  // a b / 100 on the exponent of a b / 100, compared with the target's interval alone: weights and
  // coefficients are exact as printed.
  const Interval product{static_cast<Wide>(a->amount.units) * b->amount.units * 2, 0,
                         -a->amount.decimals - b->amount.decimals - 2};
  Interval stated = interval_of(target);
  stated.exponent = -target.amount.decimals;
  stated.radius = 1;
  const auto gap = plus(stated, product, -1);
  if (!gap) return std::nullopt;
  Evaluation out;
  out.holds = magnitude(gap->centre) <= gap->radius;
  out.exact = gap->centre == 0;
  out.stated = target.amount;
  out.computed = centre_amount(product, 0);
  out.difference = centre_amount(*gap, 0);
  out.tolerance = radius_amount(stated, 0);
  return out;
}

}  // namespace

std::vector<FigureRef> Relation::figures() const {
  std::vector<FigureRef> all{target};
  for (const Term& term : terms) all.push_back(term.figure);
  return all;
}

std::optional<Evaluation> evaluate(const Relation& relation, const Figures& figures) {
  const Quantity* target = figures.find(relation.target);
  if (!target) return std::nullopt;
  if (relation.form == Form::product) return evaluate_product(relation, *target, figures);
  const auto sum = sum_of(relation, figures, false);
  if (!sum) return std::nullopt;
  if (relation.form == Form::ratio) {
    const auto divisor = sum_of(relation, figures, true);
    if (!divisor) return std::nullopt;
    return evaluate_ratio(*target, *sum, *divisor);
  }
  const Interval stated = interval_of(*target);
  const auto gap = plus(stated, *sum, -1);
  if (!gap) return std::nullopt;
  Evaluation out;
  out.holds = agrees(relation.form, stated, *sum);
  out.exact = gap->centre == 0;
  out.stated = target->amount;
  out.computed = centre_amount(*sum, target->unit_exp);
  out.difference = centre_amount(*gap, target->unit_exp);
  out.tolerance = radius_amount(*gap, target->unit_exp);
  return out;
}

std::optional<bool> holds(const Relation& relation, const Figures& figures) {
  if (relation.form == Form::ratio || relation.form == Form::product) {
    const auto evaluation = evaluate(relation, figures);
    return evaluation ? std::optional<bool>(evaluation->holds) : std::nullopt;
  }
  const Quantity* target = figures.find(relation.target);
  const auto sum = target ? sum_of(relation, figures, false) : std::nullopt;
  if (!sum) return std::nullopt;
  return agrees(relation.form, interval_of(*target), *sum);
}

}  // namespace crossfoot
