// From failing relations to verdicts and statuses.
//
//     only last digits apart             rounding: their parts' rounding explains it, or a note
//     says
//                                        that figures are rounded and twice the tolerance does
//     surely read                        source-error: the document contradicts itself, where the
//                                        relation is hard
//     culprit named, not surely read     reading-error
//     else                               unexplained
//
// Surely read must be the culprit where one is named, else all figures of the relation.
//
// A figure ends proved when it stands in a relation that holds and is not the one that must be
// wrong; suspect when it is the culprit, or where nobody is, when it stands in failing relations
// and is not surely read or not in one that holds; read otherwise. A figure that was not surely
// read is proved only by a relation that holds to the last digit: one that holds by its tolerance
// alone would hold for other last digits too. With decimals unlike its table's it stays suspect,
// and so does a figure read with low confidence that nothing proves.
// Where the document contradicts itself nobody misread anything, and no figure becomes suspect for
// it.
#include "reconcile/verdicts.h"

#include <algorithm>
#include <map>
#include <set>

#include "reconcile/culprits.h"
#include "reconcile/describe.h"
#include "reconcile/evaluate.h"
#include "reconcile/rounding_note.h"

namespace crossfoot {

namespace {

// Of the figures below this confidence one in twenty is misread, of those above one in a thousand
// (tests/corpus/reliability.py, scans); sources err in one sum of some hundreds. So below it a
// failing sum is likelier a misreading than an error of the source.
constexpr double kSurelyRead = 0.98;
// Below this a figure needs a sum: one in ten is misread, and few are left that no sum proves.
constexpr double kReadWithoutProof = 0.9;

bool is_surely_read(const Cell& cell) {
  return cell.status != CellStatus::suspect && cell.confidence >= kSurelyRead;
}

// What is said in the text was read surely.
bool surely_read(const std::vector<FigureRef>& figures, const TableDocument& document) {
  return std::all_of(figures.begin(), figures.end(), [&document](const FigureRef& figure) {
    const auto* at = std::get_if<CellRef>(&figure);
    if (!at) return true;
    const Table& table = document.tables[static_cast<std::size_t>(at->table)];
    return is_surely_read(*find_cell(table, at->row, at->col));
  });
}

bool has_odd_decimals(const FigureRef& figure, const Figures& figures) {
  const Quantity* quantity = figures.find(figure);
  return quantity && quantity->least_decimals > 0 &&
         quantity->amount.decimals != quantity->least_decimals;
}

// The sum that each figure stands for, where the document breaks it down and that sum holds.
using Breakdown = std::map<FigureRef, const Finding*>;

Breakdown breakdowns(const std::vector<Finding>& findings) {
  Breakdown breakdown;
  for (const Finding& finding : findings) {
    const Relation& relation = finding.relation;
    if (!finding.holds || relation.form != Form::sum || relation.terms.size() < 2) continue;
    const auto known = breakdown.find(relation.target);
    if (known == breakdown.end() || known->second->relation.terms.size() < relation.terms.size()) {
      breakdown[relation.target] = &finding;
    }
  }
  return breakdown;
}

// How many printed figures a figure is the sum of, broken down once, at least one.
int addends(const FigureRef& figure, const Breakdown& breakdown) {
  const auto found = breakdown.find(figure);
  return found == breakdown.end() ? 1 : static_cast<int>(found->second->relation.terms.size());
}

bool is_exact_sum(const FigureRef& figure, const Breakdown& breakdown) {
  const auto found = breakdown.find(figure);
  return found != breakdown.end() && found->second->difference &&
         found->second->difference->units == 0;
}

// A difference that the rounding of the addends one level deeper can explain: within half a last
// digit for each of them and for the stated figure. A figure that a single change would restore to
// the last digit everywhere is not explained by rounding.
bool is_rounding(const Finding& finding, const Breakdown& breakdown, const Figures& figures) {
  const Relation& relation = finding.relation;
  const Quantity* target = figures.find(relation.target);
  if (relation.form != Form::sum || !target || !finding.difference) return false;
  // A total with one part, or one item in two tables, is one figure, unless each of the two is
  // another sum to the last digit: 38.01 against 38.02 is an error where all parts make 38.02.
  if (relation.terms.size() == 1 && !(is_exact_sum(relation.target, breakdown) &&
                                      is_exact_sum(relation.terms.front().figure, breakdown))) {
    return false;
  }
  int count = addends(relation.target, breakdown);
  for (const Term& term : relation.terms) {
    const Quantity* quantity = figures.find(term.figure);
    if (!quantity || quantity->exponent() != target->exponent()) return false;
    count += addends(term.figure, breakdown);
  }
  // Broken down nowhere there is no rounding of addends to explain anything.
  if (count <= static_cast<int>(relation.terms.size()) + 1) return false;
  const std::int64_t gap =
      finding.difference->units < 0 ? -finding.difference->units : finding.difference->units;
  const int scale = finding.difference->decimals - target->amount.decimals;
  return scale == 0 && 2 * gap < count + 1;
}

// A sum that holds within twice its tolerance.
bool nearly_holds(Relation relation, const Figures& figures) {
  if (relation.form != Form::sum) return false;
  relation.form = Form::about;
  return holds(relation, figures).value_or(false);
}

// What relations and forms say of the figures.
struct Said {
  std::set<FigureRef> in_holding, in_exact, in_failing, culprits;
  std::map<FigureRef, const char*> doubted;
};

void settle(Cell& cell, const FigureRef& figure, const Said& said, const Figures& figures) {
  if (cell.status == CellStatus::repaired || cell.status == CellStatus::corrected) return;
  const auto doubt = said.doubted.find(figure);
  const bool doubted = doubt != said.doubted.end();
  if (!cell.amount) {
    if (!doubted || cell.status == CellStatus::proved) return;
    cell.status = CellStatus::suspect;
    if (!cell.why) cell.why = doubt->second;
    return;
  }
  const bool sure = is_surely_read(cell) && !doubted;
  const auto suspect = [&cell](const char* why) {
    cell.status = CellStatus::suspect;
    cell.why = why;
  };
  if (said.culprits.count(figure)) {
    suspect("another amount here would restore the sums around it");
  } else if (said.in_failing.count(figure) && (!sure || !said.in_holding.count(figure))) {
    suspect("stands in sums that fail");
  } else if (!sure && has_odd_decimals(figure, figures)) {
    suspect("its decimals are not those of its table");
  } else if (doubted && !said.in_exact.count(figure)) {
    suspect(doubt->second);
  } else if ((sure ? said.in_holding : said.in_exact).count(figure)) {
    cell.status = CellStatus::proved;
    if (!cell.read_as) cell.why = std::nullopt;
  } else if (cell.confidence < kReadWithoutProof && cell.status == CellStatus::read) {
    suspect("read with low confidence, and no sum proves it");
  }
}

}  // namespace

void judge(CheckResult& result, Figures& figures, const std::vector<FormDoubt>& doubts) {
  Said said;
  for (const FormDoubt& doubt : doubts) said.doubted.emplace(doubt.cell, doubt.why.c_str());
  const Incidence incidence(result.findings);
  const Breakdown breakdown = breakdowns(result.findings);
  const std::optional<int> note = rounding_note_page(result.document);

  for (std::size_t i = 0; i < result.findings.size(); ++i) {
    Finding& finding = result.findings[i];
    if (finding.holds) {
      const bool exact = finding.difference && finding.difference->units == 0;
      const std::vector<FigureRef> all = finding.relation.figures();
      const auto odd = std::count_if(all.begin(), all.end(), [&said](const FigureRef& figure) {
        return said.doubted.count(figure) > 0;
      });
      for (const FigureRef& figure : all) {
        // Two figures of odd form prove nothing of each other: both may have lost their point.
        if (odd > (said.doubted.count(figure) ? 1 : 0)) continue;
        said.in_holding.insert(figure);
        if (exact) said.in_exact.insert(figure);
      }
      finding.message = message_for(finding, result.document);
      continue;
    }
    const auto suspicions = culprits_of(i, result.findings, incidence, figures);
    for (const Suspicion& suspicion : suspicions) finding.culprits.push_back(suspicion.figure);
    // A relation that is only plausible accuses nobody.
    const bool sure = surely_read(
        finding.culprits.empty() ? finding.relation.figures() : finding.culprits, result.document);
    const bool hard = finding.relation.strength == Strength::hard;
    const bool restores_all =
        !suspicions.empty() && suspicions.front().broken == 0 && suspicions.front().restored > 1;
    const bool noted = note && nearly_holds(finding.relation, figures);
    const bool rounding =
        sure && !restores_all && (noted || is_rounding(finding, breakdown, figures));
    finding.verdict = rounding                       ? Verdict::rounding
                      : sure && hard                 ? Verdict::source_error
                      : !sure && !suspicions.empty() ? Verdict::reading_error
                                                     : Verdict::unexplained;
    finding.message = message_for(finding, result.document);
    if (rounding && noted) {
      finding.message += "; page " + std::to_string(*note) + " says that figures are rounded";
    }
    if (!suspicions.empty()) {
      const Suspicion& s = suspicions.front();
      finding.message += "; " + grouped(s.instead) + " there would restore " +
                         std::to_string(s.restored) +
                         (s.restored == 1 ? " relation" : " relations");
    }
    if (sure) continue;
    for (const FigureRef& figure : finding.culprits) said.culprits.insert(figure);
    if (!finding.culprits.empty()) continue;
    for (const FigureRef& figure : finding.relation.figures()) said.in_failing.insert(figure);
  }

  for (std::size_t t = 0; t < result.document.tables.size(); ++t) {
    for (Cell& cell : result.document.tables[t].cells) {
      settle(cell, CellRef{static_cast<int>(t), cell.row, cell.col}, said, figures);
    }
  }
}

}  // namespace crossfoot
