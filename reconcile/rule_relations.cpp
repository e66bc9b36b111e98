// Finds the figures that rules name, and names the figures of relations.
//
//     [部门收支总表 | 208 | 预算数]     the row whose code is 208, or whose label contains 208
//
// A row is named by its code where that is all digits, else by its label; table and column by any
// part of the title and of the header path. The first figure in document order is meant, so that a
// short rule is possible where a document is simple and a long one where it is not.
#include "reconcile/rule_relations.h"

#include <algorithm>
#include <map>

#include "reconcile/row_codes.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

struct NamedFigure {
  CellRef figure;
  std::string table, label, code, header;  // folded
  std::string title, row, column;          // as a rule would name them
};

std::vector<NamedFigure> named_figures(const std::vector<TableView>& views) {
  std::vector<NamedFigure> out;
  for (const TableView& view : views) {
    const Table& table = view.table();
    const std::string title = table.title.empty() ? table.id : table.title;
    for (const Segment& segment : view.segments()) {
      for (const Panel& panel : segment.panels) {
        const std::vector<PanelRow> rows = panel_rows(view, segment, panel);
        const std::vector<std::string> codes = row_codes(view, segment, panel, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
          for (const int col : panel.figures) {
            if (!view.has_figure(rows[i].row, col)) continue;
            NamedFigure named;
            named.figure = view.ref(rows[i].row, col);
            named.table = fold(title);
            named.label = rows[i].label;
            named.code = codes[i];
            named.header = view.header_path(segment, col);
            named.title = title;
            named.row = codes[i].empty() ? rows[i].label : codes[i];
            named.column = view.header_leaf(segment, col);
            out.push_back(std::move(named));
          }
        }
      }
    }
  }
  return out;
}

bool is_code(const std::string& text) {
  return text.size() >= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const NamedFigure* find_figure(const std::vector<NamedFigure>& figures, const RuleFigure& wanted) {
  const std::string table = fold(wanted.table), row = fold(wanted.row),
                    column = fold(wanted.column);
  const bool by_code = is_code(row);
  for (const NamedFigure& figure : figures) {
    const bool row_fits =
        by_code && !figure.code.empty() ? figure.code == row : contains(figure.label, row);
    if (row_fits && contains(figure.table, table) && contains(figure.header, column))
      return &figure;
  }
  return nullptr;
}

std::string words(const RuleFigure& figure) {
  std::string out = "[";
  out.append(figure.table).append(" | ").append(figure.row).append(" | ").append(figure.column);
  return out.append("]");
}

Form form_of(const Rule& rule) {
  if (rule.ratio) return Form::ratio;
  switch (rule.op) {
    case RuleOperator::equal:
      return Form::sum;
    case RuleOperator::about:
      return Form::about;
    case RuleOperator::at_most:
      return Form::at_most;
  }
  return Form::sum;
}

// A field of a rule cannot hold the signs that end it.
bool can_be_written(const std::string& field) {
  return field.find_first_of("|[]\n") == std::string::npos;
}

}  // namespace

void apply_rules(const std::vector<Rule>& rules, const DocumentView& document, Relations& relations,
                 std::vector<std::string>& missing) {
  if (rules.empty()) return;
  const std::vector<NamedFigure> figures = named_figures(document.views);
  for (const Rule& rule : rules) {
    Relation relation{RelationKind::rule, Strength::hard, form_of(rule), CellRef{}, {}, rule.name};
    const auto find = [&](const RuleFigure& wanted) {
      const NamedFigure* found = find_figure(figures, wanted);
      if (!found) {
        std::string line = "rule ";
        line.append(rule.name).append(" (line ").append(std::to_string(rule.line));
        missing.push_back(line.append("): no figure ").append(words(wanted)));
      }
      return found;
    };
    const NamedFigure* target = find(rule.target);
    bool whole = target != nullptr;
    for (const RuleFigure& term : rule.terms) {
      const NamedFigure* found = find(term);
      whole = whole && found;
      if (found) relation.terms.push_back({found->figure, term.sign, term.divisor});
    }
    if (!whole) continue;
    relation.target = target->figure;
    relations.push_back(std::move(relation));
  }
}

std::vector<Rule> suggest_rules(const CheckResult& result) {
  std::vector<TableView> views;
  views.reserve(result.document.tables.size());
  for (std::size_t i = 0; i < result.document.tables.size(); ++i) {
    views.emplace_back(result.document.tables[i], static_cast<int>(i));
  }
  const std::vector<NamedFigure> figures = named_figures(views);
  std::map<CellRef, const NamedFigure*> by_cell;
  for (const NamedFigure& figure : figures) {
    const RuleFigure words{figure.title, figure.row, figure.column, 1, false};
    const bool told_apart = find_figure(figures, words) == &figure;
    if (told_apart && can_be_written(figure.title) && can_be_written(figure.row) &&
        can_be_written(figure.column)) {
      by_cell.emplace(figure.figure, &figure);
    }
  }
  std::vector<Rule> rules;
  for (const Finding& finding : result.findings) {
    const Relation& relation = finding.relation;
    if (!finding.holds || relation.strength != Strength::hard || relation.form != Form::sum ||
        relation.kind == RelationKind::narrative) {
      continue;
    }
    Rule rule;
    bool whole = true;
    const auto name = [&](const FigureRef& figure) {
      const auto* cell = std::get_if<CellRef>(&figure);
      const auto found = cell ? by_cell.find(*cell) : by_cell.end();
      whole = whole && found != by_cell.end();
      return found == by_cell.end() ? RuleFigure{}
                                    : RuleFigure{found->second->title, found->second->row,
                                                 found->second->column, 1, false};
    };
    rule.target = name(relation.target);
    for (const Term& term : relation.terms) {
      rule.terms.push_back(name(term.figure));
      rule.terms.back().sign = term.sign;
    }
    // A rule begins with a figure that is added.
    std::stable_sort(rule.terms.begin(), rule.terms.end(),
                     [](const RuleFigure& a, const RuleFigure& b) { return a.sign > b.sign; });
    if (!whole || rule.terms.front().sign < 0) continue;
    rule.name = relation.reason;
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace crossfoot
