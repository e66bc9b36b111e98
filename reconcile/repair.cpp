// The search for repairs.
//
//     a  1,640.00 (read; confidence 0.80, alternative 1,840.00 at cost 1.2)
//     b    200.00
//     合计 2,040.00     a's column: fails by 200
//     row of a: 1,840.00 = 1,000.00 + 840.00 fails by 200 as well
//
//     a -> 1,840.00 restores both and costs 1.2; no other single change is as cheap
//
// For every failing relation each of its figures is a suspect, with one amount that restores the
// relation: what the others leave. A hypothesis changes one figure to that amount or, within the
// tolerance, to a listed alternative or by a slip of one digit, or two figures of the relation
// where the first goes to a listed alternative and the second to what then restores. It must break
// nothing that held. Its price is the cost of the misreading (reading_cost.h), less a credit for
// each further relation that it restores, because another explanation would need another misreading
// for it, plus a debit for each relation of its figure that goes on failing.
//
// The cheapest hypothesis of a relation is taken when its price is below kMaxPrice and the next
// one, changing another figure or to another amount, is dearer by kMargin (20 to 1). Then the
// relations around it are looked at again, cheapest certainties first, until nothing is determined.
// What is left undecided stays as it was read, and suspect. Nothing is ever repaired for which no
// reading is plausible: that is how an error of the source stays one.
//
// Cost: failing relations x their figures x the relations of those; pairs only in relations of at
// most kMaxPairFigures figures, beyond which they are undecided. Every repair restores a relation
// and breaks none, so there are no more repairs than failing relations.
//
// Minimal changes under aggregate constraints: Flesca, Furfaro, Parisi, "Querying and repairing
// inconsistent numerical databases", TODS 35(2), 2010; there by integer programming over all cells,
// here by local search, because a likelihood ranks the readings and components are small.
#include "reconcile/repair.h"

#include <algorithm>
#include <map>
#include <set>

#include "reconcile/culprits.h"
#include "reconcile/evaluate.h"
#include "reconcile/reading_cost.h"

namespace crossfoot {

namespace {

constexpr double kMargin = 3.0;
constexpr double kMaxPrice = 8.0;
constexpr double kCreditPerRelation = 4.0;
constexpr double kDebitPerFailure = 3.0;
// A reading that no recogniser listed is believed only where this many relations ask for it.
constexpr std::size_t kMinRestoredBySlip = 2;
constexpr std::size_t kMaxPairFigures = 40;
constexpr std::size_t kMaxListed = 4;

struct Change {
  CellRef cell;
  Amount after;
  std::string text;
  double cost = 0;
  bool listed = false;  // by the recogniser
  bool operator==(const Change& other) const { return cell == other.cell && after == other.after; }
};

struct Hypothesis {
  std::vector<Change> changes;
  double price = 0;
  std::vector<int> restores, keeps;
};

class Search {
 public:
  Search(const TableDocument& document, const std::vector<Finding>& findings,
         const Incidence& incidence, Figures& figures)
      : document_(document), findings_(findings), incidence_(incidence), figures_(figures) {
    for (const Finding& finding : findings) held_.push_back(finding.holds);
  }

  std::vector<Repair> run() {
    std::vector<Repair> repairs;
    for (std::size_t i = 0; i < findings_.size(); ++i) look_at(static_cast<int>(i));
    while (!certain_.empty()) {
      const Hypothesis taken = certain_.begin()->second;
      apply(taken, repairs);
      for (const int i : neighbours(taken)) look_at(i);
    }
    return repairs;
  }

 private:
  std::vector<CellRef> suspects(const Relation& relation) const {
    std::set<CellRef> all;
    for (const FigureRef& figure : relation.figures()) {
      const auto* cell = std::get_if<CellRef>(&figure);
      if (cell && !repaired_.count(*cell)) all.insert(*cell);
    }
    return {all.begin(), all.end()};
  }

  const Cell& cell_of(const CellRef& ref) const {
    return *find_cell(document_.tables[static_cast<std::size_t>(ref.table)], ref.row, ref.col);
  }
  const Relation& relation_at(std::size_t i) const { return findings_[i].relation; }

  // Without zeros after the decimals that its table has: 1840 where 1.840 was read among integers.
  static std::optional<Amount> as_meant(std::optional<Amount> amount, const Quantity& own) {
    while (amount && amount->decimals > own.least_decimals && amount->units % 10 == 0 &&
           own.amount.decimals > own.least_decimals) {
      amount->units /= 10;
      --amount->decimals;
    }
    return amount;
  }

  // The change of a figure that restores the relation, where a reading of it is plausible. With the
  // decimals of the others too: a lost point has taken the figure's own, a doubled digit added one.
  std::optional<Change> restoring_change(const Relation& relation, const CellRef& ref) const {
    std::optional<Change> best;
    const Quantity& own = *figures_.find(ref);
    const auto others = as_meant(restoring_amount(relation, ref, figures_, Decimals::all), own);
    const auto as_printed = restoring_amount(relation, ref, figures_, Decimals::own);
    for (const auto& amount : {others, as_printed}) {
      if (!amount || *amount == own.amount) continue;
      if (amount == as_printed && others && others->decimals < amount->decimals &&
          own.amount.decimals > own.least_decimals) {
        continue;
      }
      const auto reading = reading_of(cell_of(ref), *amount);
      if (!reading || (best && best->cost <= reading->cost)) continue;
      best = Change{ref, *amount, reading->text, reading->cost, reading->listed};
    }
    return best;
  }

  std::vector<Change> listed_changes(const CellRef& ref) const {
    const Cell& cell = cell_of(ref);
    std::vector<Change> changes;
    for (std::size_t k = 0; k < std::min(kMaxListed, cell.alternatives.size()); ++k) {
      const Alternative& alternative = cell.alternatives[k];
      const auto amount = parse_amount(alternative.text);
      if (!amount || *amount == figures_.find(ref)->amount) continue;
      changes.push_back({ref, *amount, alternative.text, alternative.cost, true});
    }
    return changes;
  }

  // Slips of one digit that need not restore the relation to the last digit.
  std::vector<Change> slips_within_tolerance(const Relation& relation, const CellRef& ref) {
    std::vector<Change> changes;
    const Quantity& own = *figures_.find(ref);
    // A digit too many or too few is no digit taken for another.
    if (own.least_decimals > 0 && own.amount.decimals != own.least_decimals) return changes;
    const Amount before = own.amount;
    for (const Reading& reading : single_slips(cell_of(ref))) {
      const Amount amount = *parse_amount(reading.text);
      figures_.replace(ref, amount);
      if (holds(relation, figures_).value_or(false)) {
        changes.push_back({ref, amount, reading.text, reading.cost, false});
      }
    }
    figures_.replace(ref, before);
    return changes;
  }

  // Puts the changes in place, prices the hypothesis and takes them back. Nothing when it breaks a
  // relation or does not restore the one it is for.
  std::optional<Hypothesis> weighed(std::vector<Change> changes, int failing) {
    std::vector<Amount> before;
    std::set<int> touched;
    for (const Change& change : changes) {
      before.push_back(figures_.find(change.cell)->amount);
      figures_.replace(change.cell, change.after);
      for (const int i : incidence_.of(change.cell)) touched.insert(i);
    }
    Hypothesis hypothesis{std::move(changes), 0, {}, {}};
    int broken = 0, failures = 0;
    for (const int i : touched) {
      const auto index = static_cast<std::size_t>(i);
      const bool now = holds(relation_at(index), figures_).value_or(held_[index]);
      if (now && !held_[index]) hypothesis.restores.push_back(i);
      if (now && held_[index]) hypothesis.keeps.push_back(i);
      broken += !now && held_[index];
      failures += !now && !held_[index];
    }
    for (std::size_t k = 0; k < hypothesis.changes.size(); ++k) {
      figures_.replace(hypothesis.changes[k].cell, before[k]);
      hypothesis.price += hypothesis.changes[k].cost;
    }
    const auto& restores = hypothesis.restores;
    if (broken > 0 || std::find(restores.begin(), restores.end(), failing) == restores.end()) {
      return std::nullopt;
    }
    hypothesis.price += kDebitPerFailure * failures -
                        kCreditPerRelation * (static_cast<double>(restores.size()) - 1);
    return hypothesis;
  }

  std::vector<Hypothesis> hypotheses(int failing) {
    const Relation& relation = relation_at(static_cast<std::size_t>(failing));
    std::vector<Hypothesis> all;
    const std::vector<CellRef> refs = suspects(relation);
    const auto weigh = [&](std::vector<Change> changes) {
      if (auto h = weighed(std::move(changes), failing)) all.push_back(std::move(*h));
    };
    for (const CellRef& ref : refs) {
      if (const auto change = restoring_change(relation, ref)) weigh({*change});
    }
    for (const CellRef& ref : refs) {
      for (const Change& change : listed_changes(ref)) weigh({change});
      for (const Change& change : slips_within_tolerance(relation, ref)) weigh({change});
    }
    if (refs.size() > kMaxPairFigures) return all;
    for (const CellRef& first : refs) {
      const Amount before = figures_.find(first)->amount;
      for (const Change& change : listed_changes(first)) {
        figures_.replace(first, change.after);
        std::vector<Change> seconds;
        for (const CellRef& second : refs) {
          if (second == first) continue;
          if (const auto restoring = restoring_change(relation, second))
            seconds.push_back(*restoring);
        }
        figures_.replace(first, before);
        for (const Change& second : seconds) weigh({change, second});
      }
    }
    return all;
  }

  // The best hypothesis of a relation where it is certain.
  std::optional<Hypothesis> certainty(int failing) {
    std::vector<Hypothesis> all = hypotheses(failing);
    if (all.empty()) return std::nullopt;
    std::stable_sort(all.begin(), all.end(),
                     [](const Hypothesis& a, const Hypothesis& b) { return a.price < b.price; });
    if (all[0].price > kMaxPrice) return std::nullopt;
    const bool listed = std::all_of(all[0].changes.begin(), all[0].changes.end(),
                                    [](const Change& change) { return change.listed; });
    if (!listed && all[0].restores.size() < kMinRestoredBySlip) return std::nullopt;
    const auto includes_best = [&all](const Hypothesis& other) {
      return std::all_of(all[0].changes.begin(), all[0].changes.end(),
                         [&other](const Change& change) {
                           return std::find(other.changes.begin(), other.changes.end(), change) !=
                                  other.changes.end();
                         });
    };
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (includes_best(all[i])) continue;
      if (all[i].price < all[0].price + kMargin) return std::nullopt;
      break;
    }
    return all[0];
  }

  // Brings what is certain about a relation up to date.
  void look_at(int relation) {
    const auto known = price_.find(relation);
    if (known != price_.end()) {
      certain_.erase({known->second, relation});
      price_.erase(known);
    }
    if (held_[static_cast<std::size_t>(relation)]) return;
    auto found = certainty(relation);
    if (!found) return;
    price_[relation] = found->price;
    certain_.emplace(std::pair(found->price, relation), std::move(*found));
  }

  // The relations whose hypotheses a change touches: those that share a figure with one of its.
  std::set<int> neighbours(const Hypothesis& hypothesis) const {
    std::set<int> near;
    for (const Change& change : hypothesis.changes) {
      for (const int i : incidence_.of(change.cell)) {
        for (const FigureRef& figure : relation_at(static_cast<std::size_t>(i)).figures()) {
          const std::vector<int>& others = incidence_.of(figure);
          near.insert(others.begin(), others.end());
        }
      }
    }
    return near;
  }

  void apply(const Hypothesis& hypothesis, std::vector<Repair>& repairs) {
    for (const Change& change : hypothesis.changes) {
      repairs.push_back({change.cell, figures_.find(change.cell)->amount, change.after, change.text,
                         change.cost, hypothesis.restores, hypothesis.keeps});
      figures_.replace(change.cell, change.after);
      repaired_.insert(change.cell);
    }
    for (const int i : hypothesis.restores) held_[static_cast<std::size_t>(i)] = true;
  }

  const TableDocument& document_;
  const std::vector<Finding>& findings_;
  std::vector<bool> held_;
  const Incidence& incidence_;
  Figures& figures_;
  std::set<CellRef> repaired_;
  std::map<std::pair<double, int>, Hypothesis> certain_;  // by price and relation
  std::map<int, double> price_;                           // of the relations in certain_
};

}  // namespace

std::vector<Repair> find_repairs(const TableDocument& document,
                                 const std::vector<Finding>& findings, const Incidence& incidence,
                                 Figures& figures) {
  return Search(document, findings, incidence, figures).run();
}

}  // namespace crossfoot
