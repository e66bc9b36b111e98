// Finds the figures that rules name, and names the figures of relations.
//
//     [部门收支总表 | 208 | 预算数]     the row whose code is 208, or whose label contains 208
//
// A row is named by its code where that is all digits, else by its label; table and column by any
// part of the title and of the header path. The first figure in document order is meant, so that a
// short rule is possible where a document is simple and a long one where it is not.
//
// A suggested rule is meant for next year's document: 2020年预算数 is named 预算数 where no other
// figure of the row could be meant, else by its year; a leaf of the header that several columns
// share is named with the headers above it.
//
// Cost: a name is looked for in the tables whose title fits, figure by figure.
#include "reconcile/rule_relations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "reconcile/row_codes.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

struct NamedFigure {
  CellRef figure;
  std::string label, code, header;  // folded
  std::string leaf;                 // of the header
};

// A table that rules name, and its figures in document order.
struct NamedTable {
  std::string title, folded;
  std::vector<NamedFigure> figures;
};

std::vector<NamedTable> named_tables(const std::vector<TableView>& views) {
  std::vector<NamedTable> out;
  for (const TableView& view : views) {
    const std::string& title = view.table().title.empty() ? view.table().id : view.table().title;
    NamedTable& named = out.emplace_back(NamedTable{title, fold(title), {}});
    for (const Segment& segment : view.segments()) {
      for (const Panel& panel : segment.panels) {
        const std::vector<PanelRow> rows = panel_rows(view, segment, panel);
        const std::vector<std::string> codes = row_codes(view, segment, panel, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
          for (int col = panel.first_col; col <= panel.last_col; ++col) {
            const ColumnKind kind = segment.kinds[static_cast<std::size_t>(col)];
            if (kind != ColumnKind::figure && kind != ColumnKind::rate) continue;
            if (!view.has_figure(rows[i].row, col)) continue;
            named.figures.push_back({view.ref(rows[i].row, col), rows[i].label, codes[i],
                                     view.header_path(segment, col),
                                     view.header_leaf(segment, col)});
          }
        }
      }
    }
  }
  return out;
}

// The first figures that the words fit, in document order, at most `most`.
std::vector<const NamedFigure*> find_figures(const std::vector<NamedTable>& tables,
                                             const RuleFigure& wanted, std::size_t most) {
  const std::string title = fold(wanted.table), row = fold(wanted.row),
                    column = fold(wanted.column);
  const bool by_code = looks_like_code(row);
  std::vector<const NamedFigure*> found;
  for (const NamedTable& table : tables) {
    if (!contains(table.folded, title)) continue;
    for (const NamedFigure& figure : table.figures) {
      const bool row_fits =
          by_code && !figure.code.empty() ? figure.code == row : contains(figure.label, row);
      if (!row_fits || !contains(figure.header, column)) continue;
      found.push_back(&figure);
      if (found.size() == most) return found;
    }
  }
  return found;
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

// 2020年部门预算 -> 部门预算; the text itself where no year, or nothing else, stands in it.
std::string without_year(const std::string& text) {
  std::size_t begin = text.find("20");
  for (; begin != std::string::npos; begin = text.find("20", begin + 1)) {
    std::size_t end = begin;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    const bool is_year =
        end == begin + 4 && (begin == 0 || text[begin - 1] < '0' || text[begin - 1] > '9');
    if (!is_year) continue;
    for (const std::string_view word : {"年度", "年"}) {
      if (starts_with(std::string_view(text).substr(end), word)) {
        end += word.size();
        break;
      }
    }
    const std::string rest = text.substr(0, begin) + text.substr(end);
    return rest.empty() ? text : rest;
  }
  return text;
}

// The words for a figure that say least and mean no other; nothing where none do.
std::optional<RuleFigure> words_for(const NamedFigure& figure, const NamedTable& table,
                                    const std::vector<NamedTable>& tables) {
  const std::string& row = figure.code.empty() ? figure.label : figure.code;
  for (const std::string& title : {without_year(table.title), table.title}) {
    for (const std::string& column :
         {without_year(figure.leaf), figure.leaf, without_year(figure.header), figure.header}) {
      if (!can_be_written(title) || !can_be_written(row) || !can_be_written(column)) continue;
      const RuleFigure words{title, row, column, 1, false};
      // Without its year a figure must be the only one: next year the first may be another.
      const bool timeless =
          title != table.title || (column != figure.leaf && column != figure.header);
      const auto found = find_figures(tables, words, timeless ? 2 : 1);
      if (found.size() == 1 && found.front() == &figure) return words;
    }
  }
  return std::nullopt;
}

}  // namespace

void apply_rules(const std::vector<Rule>& rules, const DocumentView& document, Relations& relations,
                 std::vector<std::string>& missing) {
  if (rules.empty()) return;
  const std::vector<NamedTable> tables = named_tables(document.views);
  for (const Rule& rule : rules) {
    Relation relation{RelationKind::rule, Strength::hard, form_of(rule), CellRef{}, {}, rule.name};
    const auto find = [&](const RuleFigure& wanted) -> const NamedFigure* {
      const auto found = find_figures(tables, wanted, 1);
      if (found.empty()) {
        std::string line = "rule ";
        line.append(rule.name).append(" (line ").append(std::to_string(rule.line));
        missing.push_back(line.append("): no figure ").append(words(wanted)));
      }
      return found.empty() ? nullptr : found.front();
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
  const std::vector<NamedTable> tables = named_tables(views);
  std::map<FigureRef, RuleFigure> words;
  for (const NamedTable& table : tables) {
    for (const NamedFigure& figure : table.figures) {
      if (const auto own = words_for(figure, table, tables)) words.emplace(figure.figure, *own);
    }
  }
  std::vector<Rule> rules;
  for (const Finding& finding : result.findings) {
    const Relation& relation = finding.relation;
    const bool ratio = relation.form == Form::ratio;
    const bool hard_sum = relation.strength == Strength::hard && relation.form == Form::sum;
    if (!finding.holds || !(hard_sum || ratio)) continue;
    Rule rule;
    bool whole = true;
    const auto name = [&](const FigureRef& figure) {
      const auto found = words.find(figure);
      whole = whole && found != words.end();
      return found == words.end() ? RuleFigure{} : found->second;
    };
    rule.target = name(relation.target);
    rule.ratio = ratio;
    for (const Term& term : relation.terms) {
      rule.terms.push_back(name(term.figure));
      rule.terms.back().sign = term.sign;
      rule.terms.back().divisor = term.divisor;
    }
    // The sums of a rule begin with a figure that is added.
    std::stable_sort(rule.terms.begin(), rule.terms.end(),
                     [](const RuleFigure& a, const RuleFigure& b) {
                       return std::tie(a.divisor, b.sign) < std::tie(b.divisor, a.sign);
                     });
    for (std::size_t i = 0; i < rule.terms.size(); ++i) {
      const bool first = i == 0 || rule.terms[i].divisor != rule.terms[i - 1].divisor;
      whole = whole && !(first && rule.terms[i].sign < 0);
    }
    if (!whole) continue;
    rule.name = relation.reason;
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace crossfoot
