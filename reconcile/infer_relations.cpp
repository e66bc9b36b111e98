// All searches in order. What is certain from words comes first, so that what is guessed from
// figures is looked for only where words say nothing.
#include "reconcile/infer_relations.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace crossfoot {

namespace {

// A target with its terms in order: the identity of a relation.
using Identity = std::tuple<Form, FigureRef, std::vector<std::tuple<FigureRef, int, bool>>>;

Identity identity(const Relation& relation) {
  std::vector<std::tuple<FigureRef, int, bool>> terms;
  for (const Term& term : relation.terms) terms.emplace_back(term.figure, term.sign, term.divisor);
  std::sort(terms.begin(), terms.end());
  FigureRef target = relation.target;
  // a = b is b = a.
  if (relation.form == Form::sum && terms.size() == 1 && std::get<1>(terms[0]) == 1 &&
      std::get<0>(terms[0]) < target) {
    std::swap(target, std::get<0>(terms[0]));
  }
  return {relation.form, target, std::move(terms)};
}

bool names_itself(const Relation& relation) {
  return std::any_of(relation.terms.begin(), relation.terms.end(),
                     [&](const Term& term) { return term.figure == relation.target; });
}

}  // namespace

Relations infer_relations(const DocumentView& document) {
  Relations all;
  find_row_sums(document, all);
  find_code_sums(document, all);
  find_total_rows(document, all);
  find_running_sums(document, all);
  find_balances(document, all);
  find_whole_budget(document, all);
  find_repeated_rows(document, all);
  find_cross_table(document, all);
  find_indicators(document, all);
  find_blanks(document, all);
  find_narrative(document, all);
  find_comparison_columns(document, all);
  find_ratios(document, all);
  Relations unique;
  std::set<Identity> seen;
  for (Relation& relation : all) {
    if (names_itself(relation) || !seen.insert(identity(relation)).second) continue;
    unique.push_back(std::move(relation));
  }
  return unique;
}

}  // namespace crossfoot
