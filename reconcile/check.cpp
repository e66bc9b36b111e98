// tables -> amounts -> relations -> which hold -> repairs -> whose error -> status of every figure
#include "reconcile/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "reconcile/describe.h"
#include "reconcile/evaluate.h"
#include "reconcile/figures.h"
#include "reconcile/form_doubts.h"
#include "reconcile/garbled.h"
#include "reconcile/incidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/item_rows.h"
#include "reconcile/missing_units.h"
#include "reconcile/repair.h"
#include "reconcile/rule_relations.h"
#include "reconcile/table_view.h"
#include "reconcile/verdicts.h"
#include "reconcile/verify_repair.h"

namespace crossfoot {

namespace {

// What the searches need of a document, and what they found in it. Refers to the document.
struct Stage {
  Stage(const TableDocument& document, const std::vector<Rule>& rules) {
    views.reserve(document.tables.size());
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
      views.emplace_back(document.tables[i], static_cast<int>(i));
    }
    figures.emplace(views);
    const std::vector<ItemColumn> columns = item_columns(views);
    find_missing_units(views, columns, *figures);
    const DocumentView view{document, views, columns, *figures};
    Relations relations = infer_relations(view);
    apply_rules(rules, view, relations, missing);
    for (Relation& relation : relations) {
      const auto evaluation = evaluate(relation, *figures);
      if (!evaluation) continue;
      findings.push_back({std::move(relation),
                          evaluation->holds,
                          std::nullopt,
                          evaluation->stated,
                          evaluation->computed,
                          evaluation->difference,
                          evaluation->tolerance,
                          {},
                          ""});
    }
  }

  std::vector<TableView> views;
  std::optional<Figures> figures;
  std::vector<Finding> findings;
  std::vector<std::string> missing;  // figures of rules
};

Cell& cell_at(TableDocument& document, const CellRef& ref) {
  return *find_cell(document.tables[static_cast<std::size_t>(ref.table)], ref.row, ref.col);
}

// Gives every cell its amount. Figures in which letters or a gap were read are taken for what they
// look like, and returned.
std::vector<CellRef> read_amounts(TableDocument& document, bool guess_garbled) {
  std::vector<CellRef> garbled;
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    Table& table = document.tables[t];
    for (Cell& cell : table.cells) {
      if (!cell.amount) cell.amount = parse_amount(cell.text);
      if (!guess_garbled || cell.row < table.header_rows || cell.read_as) continue;
      auto guess = cell.amount ? with_lost_point(cell.text) : ungarbled(cell.text);
      if (guess) {
        cell.amount = parse_amount(*guess);
        cell.read_as = std::exchange(cell.text, *guess);
        cell.status = CellStatus::suspect;
        garbled.push_back({static_cast<int>(t), cell.row, cell.col});
      }
    }
  }
  return garbled;
}

// A garbled text goes back to what was read unless a sum has proved what it was taken for.
void settle_garbled(TableDocument& document, const std::vector<CellRef>& garbled) {
  for (const CellRef& ref : garbled) {
    Cell& cell = cell_at(document, ref);
    if (cell.status == CellStatus::repaired) continue;
    if (cell.status == CellStatus::proved) {
      cell.status = CellStatus::repaired;
      cell.why = "read as " + *cell.read_as + "; the sums around it hold so";
    } else {
      cell.text = *cell.read_as;
      cell.read_as = std::nullopt;
      cell.amount = parse_amount(cell.text);
      cell.status = CellStatus::suspect;
      cell.why = "no figure is printed so";
    }
  }
}

// Repairs what is determined; returns whether anything was.
bool repair(Stage& stage, TableDocument& document) {
  const Incidence incidence(stage.findings);
  const auto relation_at = [&stage](int i) -> const Relation& {
    return stage.findings[static_cast<std::size_t>(i)].relation;
  };
  const std::vector<Repair> repairs =
      find_repairs(document, stage.findings, incidence, *stage.figures);
  std::map<CellRef, Cell> before;
  for (const Repair& repair : repairs) {
    Cell& cell = cell_at(document, repair.cell);
    before.emplace(repair.cell, cell);
    if (!cell.read_as) cell.read_as = cell.text;
    cell.text = repair.text;
    cell.amount = repair.after;
    cell.status = CellStatus::repaired;
    cell.why = "read as " + *cell.read_as + "; so read it restores " +
               std::to_string(repair.restores.size()) +
               (repair.restores.size() == 1 ? " relation" : " relations") + " and keeps " +
               std::to_string(repair.keeps.size());
    for (const int i : repair.restores) {
      *cell.why += "; " + relation_at(i).reason;
    }
  }
  bool any = false;
  for (const Repair& repair : repairs) {
    std::vector<Relation> around;
    for (const int i : incidence.of(repair.cell)) around.push_back(relation_at(i));
    if (repair_defect(document, repair.cell, around)) {
      cell_at(document, repair.cell) = before.at(repair.cell);
    } else {
      any = true;
    }
  }
  return any;
}

void summarize(CheckResult& result, const std::vector<TableView>& views) {
  CheckSummary& summary = result.summary;
  std::set<CellRef> covered;
  for (const Finding& finding : result.findings) {
    ++summary.relations;
    ++(finding.holds ? summary.hold : summary.fail);
    if (!finding.holds || finding.relation.strength != Strength::hard) continue;
    for (const FigureRef& figure : finding.relation.figures()) {
      if (const auto* cell = std::get_if<CellRef>(&figure)) covered.insert(*cell);
    }
  }
  summary.covered = static_cast<int>(covered.size());
  for (const TableView& view : views) {
    for (const Segment& segment : view.segments()) {
      for (int row = segment.body_begin; row < segment.body_end; ++row) {
        for (int col = 0; col < view.table().n_cols; ++col) {
          const ColumnKind kind = segment.kinds[static_cast<std::size_t>(col)];
          if (!view.has_figure(row, col)) continue;
          const CellStatus status = view.cell(row, col).status;
          // A code or a note number is no amount, but one that was proved has shown that it is.
          if ((kind == ColumnKind::code || kind == ColumnKind::ordinal) &&
              status != CellStatus::proved) {
            continue;
          }
          ++summary.amounts;
          summary.proved += status == CellStatus::proved;
          summary.repaired += status == CellStatus::repaired;
          summary.suspect += status == CellStatus::suspect;
          summary.corrected += status == CellStatus::corrected;
        }
      }
    }
  }
}

}  // namespace

CheckResult check(TableDocument document, const CheckOptions& options) {
  CheckResult result;
  result.document = std::move(document);
  const std::vector<CellRef> garbled = read_amounts(result.document, options.repair);
  std::optional<Stage> stage(std::in_place, result.document, options.rules);
  const bool any_failure = std::any_of(stage->findings.begin(), stage->findings.end(),
                                       [](const Finding& finding) { return !finding.holds; });
  if (options.repair && any_failure) {
    // The relations are looked for anew: a repaired figure may bear out more of them.
    if (repair(*stage, result.document)) stage.emplace(result.document, options.rules);
  }
  result.findings = std::move(stage->findings);
  result.missing = std::move(stage->missing);
  judge(result, *stage->figures, form_doubts(stage->views));
  settle_garbled(result.document, garbled);
  summarize(result, stage->views);
  return result;
}

}  // namespace crossfoot
