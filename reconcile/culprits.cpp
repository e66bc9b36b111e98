// Names the wrong figure of a failing relation by the pattern of relations around it.
//
//     210 printed 58,107,253.45; its parts, the total above it and another table all want
//     393,427,253.45: one change restores three relations and breaks one.
//
// For each figure of the failing relation: put the one amount that restores the relation in its
// place, and count which of the figure's other relations then hold and which then fail. The figure
// with the best balance is the culprit, when the balance is positive and at most kMaxTied tie for
// it: in a lone sum every figure could be wrong, and none is named.
//
// A wrong figure in two relations is determined; in one it is not. Cost: figures of the relation x
// their relations. This is the single-change case of card-minimal repair (Flesca, Furfaro, Parisi:
// Querying and repairing inconsistent numerical databases, TODS 2010, section 4); repair.cpp goes
// on where more than one figure must change.
#include "reconcile/culprits.h"

#include <algorithm>
#include <set>

#include "reconcile/evaluate.h"

namespace crossfoot {

namespace {

constexpr std::size_t kMaxTied = 1;

}  // namespace

std::optional<Amount> restoring_amount(const Relation& relation, const FigureRef& figure,
                                       const Figures& figures, Decimals decimals) {
  if (relation.form != Form::sum) return std::nullopt;
  const Quantity* target = figures.find(relation.target);
  const Quantity* own = figures.find(figure);
  if (!target || !own) return std::nullopt;
  // stated - sum = 0 solved for the figure: what the others leave, by its sign in stated - sum.
  std::optional<Interval> others = Interval{0, 0, own->exponent()};
  int own_sign = figure == relation.target ? 1 : 0;
  if (own_sign == 0) others = plus(*others, interval_of(*target), 1);
  for (const Term& term : relation.terms) {
    if (term.figure == figure) {
      own_sign -= term.sign;
      continue;
    }
    const Quantity* quantity = figures.find(term.figure);
    if (!quantity || !others) return std::nullopt;
    others = plus(*others, interval_of(*quantity), -term.sign);
  }
  if (!others || (own_sign != 1 && own_sign != -1)) return std::nullopt;
  others->centre *= -own_sign;
  const auto amount = centre_amount(*others, own->unit_exp);
  if (!amount) return std::nullopt;
  if (decimals == Decimals::all) return amount;
  // To the figure's own decimals: others printed finer must round to it, coarser gain zeros.
  const int drop = amount->decimals - own->decimals();
  if (drop > 18 || drop < -9) return std::nullopt;
  Amount instead{amount->units, own->decimals()};
  if (drop > 0) {
    const auto divisor = static_cast<std::int64_t>(power_of_ten(drop));
    const std::int64_t half = divisor / 2;
    instead.units = (amount->units + (amount->units < 0 ? -half : half)) / divisor;
  } else {
    const Wide units = static_cast<Wide>(amount->units) * power_of_ten(-drop);
    if (units > power_of_ten(18) || -units > power_of_ten(18)) return std::nullopt;
    instead.units = static_cast<std::int64_t>(units);
  }
  return instead;
}

std::vector<Suspicion> culprits_of(std::size_t failing, const std::vector<Finding>& findings,
                                   const Incidence& incidence, Figures& figures) {
  const Relation& relation = findings[failing].relation;
  const std::vector<FigureRef> all = relation.figures();
  std::vector<Suspicion> best;
  int best_balance = 0;
  for (const FigureRef& figure : std::set<FigureRef>(all.begin(), all.end())) {
    const auto instead = restoring_amount(relation, figure, figures);
    if (!instead) continue;
    const Amount before = figures.find(figure)->amount;
    Suspicion suspicion{figure, *instead, 0, 0};
    figures.replace(figure, *instead);
    for (const int i : incidence.of(figure)) {
      const Finding& other = findings[static_cast<std::size_t>(i)];
      const bool now = holds(other.relation, figures).value_or(other.holds);
      suspicion.restored += now && !other.holds;
      suspicion.broken += !now && other.holds;
    }
    figures.replace(figure, before);
    const int balance = suspicion.restored - suspicion.broken;
    if (balance <= 0 || balance < best_balance) continue;
    if (balance > best_balance) best.clear();
    best_balance = balance;
    best.push_back(suspicion);
  }
  if (best.size() > kMaxTied) best.clear();
  return best;
}

}  // namespace crossfoot
