// tables -> amounts -> relations -> which hold -> whose error -> status of every figure
#include "reconcile/check.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "reconcile/culprits.h"
#include "reconcile/describe.h"
#include "reconcile/evaluate.h"
#include "reconcile/figures.h"
#include "reconcile/incidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/table_view.h"
#include "reconcile/verdicts.h"

namespace crossfoot {

namespace {

void read_amounts(TableDocument& document) {
  for (Table& table : document.tables) {
    for (Cell& cell : table.cells) {
      if (!cell.amount) cell.amount = parse_amount(cell.text);
    }
  }
}

std::vector<Finding> findings_of(std::vector<Relation> relations, const Figures& figures) {
  std::vector<Finding> findings;
  for (Relation& relation : relations) {
    const auto evaluation = evaluate(relation, figures);
    if (!evaluation) continue;
    findings.push_back({std::move(relation), evaluation->holds, std::nullopt, evaluation->stated,
                        evaluation->computed, evaluation->difference, evaluation->tolerance, {}, ""});
  }
  return findings;
}

void summarize(CheckResult& result, const std::vector<TableView>& views) {
  CheckSummary& summary = result.summary;
  std::set<CellRef> covered;
  for (const Finding& finding : result.findings) {
    ++summary.relations;
    ++(finding.holds ? summary.hold : summary.fail);
    if (!finding.holds || finding.relation.strength != Strength::hard) continue;
    const auto cover = [&covered](const FigureRef& figure) {
      if (const auto* cell = std::get_if<CellRef>(&figure)) covered.insert(*cell);
    };
    cover(finding.relation.target);
    for (const Term& term : finding.relation.terms) cover(term.figure);
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
        }
      }
    }
  }
}

}  // namespace

CheckResult check(TableDocument document, const CheckOptions&) {
  CheckResult result;
  result.document = std::move(document);
  read_amounts(result.document);
  std::vector<TableView> views;
  views.reserve(result.document.tables.size());
  for (std::size_t i = 0; i < result.document.tables.size(); ++i) {
    views.emplace_back(result.document.tables[i], static_cast<int>(i));
  }
  Figures figures(views);
  std::vector<Relation> relations = infer_relations({result.document, views, figures});
  result.findings = findings_of(std::move(relations), figures);
  judge(result, figures);
  summarize(result, views);
  return result;
}

}  // namespace crossfoot
