// Two sides of one table that must come to the same total.
//
//     收入总计 515.19 | 支出总计 515.19      equal, to the last digit
//     资产总计        | 负债和净资产总计
//
// The last total rows of two neighbouring panels balance where their labels are the same but for
// the words of the sides (收入 支出 资产 负债 …), or where the sides are named in the header; in
// all columns that have one name on both sides (期末数, 期初数). What each total has as its only
// term balances too: where nothing is carried in or out, 本年收入合计 equals 本年支出合计. Net
// assets and shareholders' funds balance in a column of an English balance sheet.
//
// Fails where a table puts unrelated totals side by side under headers 收入 and 支出; none is
// known.
#include <algorithm>
#include <array>
#include <map>

#include "reconcile/column_sum.h"
#include "reconcile/evaluate.h"
#include "reconcile/evidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Of two unrelated figures being equal.
constexpr double kMaxChance = 1e-3;

std::string without(std::string text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part)) {
    text.erase(at, part.size());
  }
  return text;
}

// The label without what names a side and without the choice of total word.
std::string side_free(const std::string& label) {
  std::string rest = split_enumerator(label).rest;
  // Longer words before those that stand in them.
  for (const std::string_view word :
       {"所有者权益", "净资产", "负债及", "负债和", "负债", "资产", "收入", "支出", "来源", "运用",
        ":", "合计", "总计", "总数"}) {
    rest = without(rest, word);
  }
  return rest;
}

bool names_income(const std::string& text) {
  return contains(text, "收入") || contains(text, "资产") || contains(text, "来源");
}
bool names_expenditure(const std::string& text) {
  return contains(text, "支出") || contains(text, "负债") || contains(text, "运用");
}

struct Side {
  int last_total_row = -1;
  std::string label;
  int column = -1;  // its 合计 column, else its first with a figure in that row
  std::string header;
};

Side side_of(const TableView& view, const Segment& segment, const Panel& panel) {
  Side side;
  for (const PanelRow& row : panel_rows(view, segment, panel)) {
    if (!is_total_label(row.label) || split_enumerator(row.label).depth != 0) continue;
    const auto total_column =
        std::find_if(panel.figures.begin(), panel.figures.end(), [&](int col) {
          return view.has_figure(row.row, col) && is_total_label(view.header_leaf(segment, col));
        });
    const auto first = total_column != panel.figures.end()
                           ? total_column
                           : std::find_if(panel.figures.begin(), panel.figures.end(),
                                          [&](int col) { return view.has_figure(row.row, col); });
    if (first == panel.figures.end()) continue;
    side = {row.row, row.label, *first, view.header_path(segment, panel.first_col)};
  }
  return side;
}

bool balances(const Side& a, const Side& b) {
  if (a.last_total_row < 0 || b.last_total_row < 0) return false;
  if (side_free(a.label) != side_free(b.label)) return false;
  return (names_income(a.label) && names_expenditure(b.label)) ||
         (names_income(a.header) && names_expenditure(b.header));
}

Relation equality(const CellRef& target, const FigureRef& other, const std::string& reason) {
  return {RelationKind::balance, Strength::hard, Form::sum, target, {{other, 1, false}}, reason};
}

// The only term of the column sum of a figure, where it has one.
std::optional<FigureRef> only_term(const Relations& relations, const CellRef& target) {
  for (const Relation& relation : relations) {
    if (relation.kind == RelationKind::column_sum && relation.target == FigureRef(target)) {
      if (relation.terms.size() == 1) return relation.terms.front().figure;
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// The columns of a panel and of the next that have one name: 期末数 of assets and of liabilities.
std::vector<std::pair<int, int>> columns_of_one_name(const TableView& view, const Segment& segment,
                                                     std::size_t panel) {
  std::map<std::string, int> left;
  for (const int col : segment.panels[panel].figures) {
    left.emplace(view.header_leaf(segment, col), col);
  }
  std::vector<std::pair<int, int>> pairs;
  for (const int col : segment.panels[panel + 1].figures) {
    const auto found = left.find(view.header_leaf(segment, col));
    if (found != left.end() && !found->first.empty()) pairs.emplace_back(found->second, col);
  }
  return pairs;
}

void two_sides(const TableView& view, const Segment& segment, Relations& relations) {
  for (std::size_t i = 0; i + 1 < segment.panels.size(); ++i) {
    const Side left = side_of(view, segment, segment.panels[i]);
    const Side right = side_of(view, segment, segment.panels[i + 1]);
    if (!balances(left, right)) continue;
    const CellRef a = view.ref(left.last_total_row, left.column);
    const CellRef b = view.ref(right.last_total_row, right.column);
    const auto a_term = only_term(relations, a);
    const auto b_term = only_term(relations, b);
    const std::string reason = left.label + " = " + right.label;
    relations.push_back(equality(b, a, reason));
    for (const auto& [col, other] : columns_of_one_name(view, segment, i)) {
      if (col == left.column && other == right.column) continue;
      if (!view.has_figure(left.last_total_row, col)) continue;
      if (!view.has_figure(right.last_total_row, other)) continue;
      relations.push_back(equality(view.ref(right.last_total_row, other),
                                   view.ref(left.last_total_row, col), reason));
    }
    if (a_term && b_term && std::holds_alternative<CellRef>(*b_term)) {
      relations.push_back(equality(std::get<CellRef>(*b_term), *a_term,
                                   "nothing is carried in or out, so the sides balance before it"));
    }
  }
}

// 一、本年收入 | 一、本年支出 in one row: equal where nothing is carried in or out, which the
// figures say; so it is claimed only where it holds.
void rows_of_two_sides(const DocumentView& document, const TableView& view, const Segment& segment,
                       Relations& relations) {
  for (std::size_t i = 0; i + 1 < segment.panels.size(); ++i) {
    const Panel& left = segment.panels[i];
    const Panel& right = segment.panels[i + 1];
    const std::vector<PanelRow> lefts = panel_rows(view, segment, left);
    const std::vector<PanelRow> rights = panel_rows(view, segment, right);
    for (std::size_t k = 0; k < lefts.size(); ++k) {
      const std::string &income = lefts[k].label, &expenditure = rights[k].label;
      if (!names_income(income) || !names_expenditure(expenditure)) continue;
      if (side_free(income) != side_free(expenditure)) continue;
      const int row = lefts[k].row;
      if (!view.has_figure(row, left.figures.front()) ||
          !view.has_figure(row, right.figures.front())) {
        continue;
      }
      Relation relation =
          equality(view.ref(row, right.figures.front()), view.ref(row, left.figures.front()),
                   income + " = " + expenditure);
      relation.strength = Strength::soft;
      if (holds(relation, document.figures).value_or(false) &&
          chance_of_holding(relation, document.figures) < kMaxChance) {
        relations.push_back(std::move(relation));
      }
    }
  }
}

void net_assets(const TableView& view, const Segment& segment, Relations& relations) {
  static constexpr std::array<std::string_view, 3> kAssets{"netassets", "totalnetassets",
                                                           "netliabilities"};
  static constexpr std::array<std::string_view, 6> kFunds{
      "shareholders\"funds",       "totalequity",
      "equityshareholders\"funds", "capitalemployed",
      "totalshareholders\"funds",  "capitalandreserves"};
  for (const Panel& panel : segment.panels) {
    int assets = -1;
    for (const PanelRow& row : panel_rows(view, segment, panel)) {
      const auto is = [&row](std::string_view word) { return starts_with(row.label, word); };
      if (std::any_of(kAssets.begin(), kAssets.end(), is)) assets = row.row;
      if (assets < 0 || !std::any_of(kFunds.begin(), kFunds.end(), is)) continue;
      const Relations found =
          column_relations(view, panel.figures, row.row, {{assets, 1}}, RelationKind::balance,
                           Strength::hard, "net assets = shareholders' funds");
      relations.insert(relations.end(), found.begin(), found.end());
    }
  }
}

}  // namespace

void find_balances(const DocumentView& document, Relations& relations) {
  for (const TableView& view : document.views) {
    for (const Segment& segment : view.segments()) {
      two_sides(view, segment, relations);
      rows_of_two_sides(document, view, segment, relations);
      net_assets(view, segment, relations);
    }
  }
}

}  // namespace crossfoot
