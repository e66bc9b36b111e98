// A department's whole budget where it is stated outside the budget tables.
//
//     部门收支总表            支出总计 515.19
//     整体支出绩效目标表       资金总额 515.19                 = 支出总计
//     部门项目支出绩效目标表    320-医疗保障 516.84             = its projects; = 支出总计, fails
//         51110221R000000073179-工资性支出   48.10  …        R: 人员经费
//         51110221Y000000047160-公车改革补贴   4.92  …        Y: 公用经费
//         51110222T000000270913-离休人员医疗   80.00  …        T: 项目支出
//
// A form about the whole (整体) department names its money 总量 or 总额; all expenditure is
// budgeted by projects, whose codes carry their class in the ninth place: R personnel, Y running, T
// targeted (财政部 预算管理一体化规范, 2020). A list with all three classes therefore is the whole
// budget, and the projects of one class make what other tables name 人员经费, 公用经费, 项目支出.
// The whole is the total of both sides of a balance, as found by balance.cpp.
//
// The words of a form are enough. What is concluded from codes stands where one of the list's sums
// holds: three prescribed letters and an amount are no chance, and a wrong amount fails two. A
// figure may be any balance's total; one that is none is held against the largest, where a field
// states one figure alone (a final account's states budget, adjusted budget and expenditure). All
// but the list's own sum is soft. Cost: linear in the slots. Fails where a form of that name leaves
// out funds that the balance has.
#include <algorithm>
#include <array>
#include <map>

#include "reconcile/candidates.h"
#include "reconcile/evidence.h"
#include "reconcile/form_items.h"
#include "reconcile/infer_relations.h"
#include "reconcile/item_rows.h"
#include "reconcile/money_unit.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Projects from which on a column of codes is a list of them.
constexpr std::size_t kMinProjects = 3;
// Significant digits whose agreement tells a unit that is printed nowhere.
constexpr int kMinDigits = 5;

Relation soft_equality(const CellRef& figure, const std::string& reason) {
  return {RelationKind::cross_table, Strength::soft, Form::sum, {}, {{figure, 1, false}}, reason};
}

std::vector<CellRef> balance_totals(const Relations& relations) {
  std::vector<CellRef> totals;
  for (const Relation& relation : relations) {
    if (relation.kind == RelationKind::balance && relation.strength == Strength::hard) {
      totals.push_back(std::get<CellRef>(relation.target));
    }
  }
  return totals;
}

// The class letter of a project's code: region (6), year (2), class, number (12); 0 without one.
char project_class(const std::string& folded) {
  constexpr std::size_t kClassAt = 8, kLength = 21;
  if (folded.size() < kLength) return 0;
  for (std::size_t i = 0; i < kLength; ++i) {
    if (i != kClassAt && (folded[i] < '0' || folded[i] > '9')) return 0;
  }
  const char letter = folded[kClassAt];
  return letter == 'r' || letter == 'y' || letter == 't' ? letter : 0;
}

struct ProjectList {
  std::map<char, std::vector<int>> rows;  // by class
  int amounts = -1;                       // the column of their amounts
  int total_row = -1;                     // the only other row with an amount
};

std::optional<ProjectList> project_list(const TableView& view, const Segment& segment, int col) {
  ProjectList list;
  std::vector<int> coded;
  for (int row = segment.body_begin; row < segment.body_end; ++row) {
    const char letter = view.begins(row, col) ? project_class(view.folded(row, col)) : '\0';
    if (!letter) continue;
    list.rows[letter].push_back(row);
    coded.push_back(row);
  }
  if (coded.size() < kMinProjects) return std::nullopt;
  for (int other = col + 1; other < view.table().n_cols && list.amounts < 0; ++other) {
    const bool all = std::all_of(coded.begin(), coded.end(),
                                 [&](int row) { return view.has_figure(row, other); });
    if (all) list.amounts = other;
  }
  if (list.amounts < 0) return std::nullopt;
  int others = 0;
  for (int row = segment.body_begin; row < segment.body_end; ++row) {
    if (!view.has_figure(row, list.amounts)) continue;
    if (std::binary_search(coded.begin(), coded.end(), row)) continue;
    list.total_row = row;
    ++others;
  }
  if (others != 1) list.total_row = -1;
  return list;
}

void sums_of_projects(const DocumentView& document, const TableView& view, const ProjectList& list,
                      const std::vector<CellRef>& totals, Relations& relations) {
  // As item_rows.h spells them, without 支出 at their end.
  static constexpr std::array<std::pair<char, std::string_view>, 3> kNames{
      {{'r', "l:人员经费"}, {'y', "l:公用经费"}, {'t', "l:项目"}}};
  const Figures& figures = document.figures;
  const std::vector<ItemColumn>& columns = document.columns;
  Relations found;
  std::vector<Term> all;
  for (const auto& [letter, name] : kNames) {
    const auto rows = list.rows.find(letter);
    if (rows == list.rows.end()) continue;
    Relation sum{RelationKind::cross_table,  Strength::soft, Form::sum, {}, {},
                 "the projects of one class"};
    for (const int row : rows->second) {
      sum.terms.push_back({view.ref(row, list.amounts), 1, false});
    }
    all.insert(all.end(), sum.terms.begin(), sum.terms.end());
    const Relations claims =
        with_candidates(std::move(sum), figures_named(columns, name, view.index()), true, figures);
    found.insert(found.end(), claims.begin(), claims.end());
  }
  if (list.total_row >= 0 && list.rows.size() == kNames.size()) {
    const CellRef total = view.ref(list.total_row, list.amounts);
    found.push_back({RelationKind::column_sum, Strength::hard, Form::sum, total, std::move(all),
                     "the sum of all projects"});
    const Relations whole = with_candidates(
        soft_equality(total, "all projects are the whole budget"), totals, true, figures);
    found.insert(found.end(), whole.begin(), whole.end());
  }
  if (tally(found, figures).holds > 0) {
    relations.insert(relations.end(), found.begin(), found.end());
  }
}

// A form without a unit is in the one in which its money is the whole.
void find_unit(const TableView& view, const CellRef& money, const std::vector<CellRef>& totals,
               Figures& figures) {
  Quantity own = *figures.find(money);
  if (own.unit_exp != 0 || money_unit_exp(view.table().unit) ||
      significant_digits(own.amount.units) < kMinDigits) {
    return;
  }
  for (const CellRef& total : totals) {
    own.unit_exp = figures.find(total)->unit_exp;
    if (own.unit_exp == 0 || !agree(interval_of(own), interval_of(*figures.find(total)))) continue;
    figures.set_table_unit(view.index(), own.unit_exp);
    return;
  }
}

void whole_of_form(const DocumentView& document, const TableView& view,
                   const std::vector<CellRef>& totals, Relations& relations) {
  for (const WholeFigure& money : whole_figures(view)) {
    if (!document.figures.find(money.figure)) continue;
    find_unit(view, money.figure, totals, document.figures);
    const Relations whole =
        with_candidates(soft_equality(money.figure, money.label + " of the whole department"),
                        totals, money.alone, document.figures);
    relations.insert(relations.end(), whole.begin(), whole.end());
  }
}

}  // namespace

void find_whole_budget(const DocumentView& document, Relations& relations) {
  const std::vector<CellRef> totals = balance_totals(relations);
  for (const TableView& view : document.views) {
    whole_of_form(document, view, totals, relations);
    for (const Segment& segment : view.segments()) {
      for (int col = 0; col < view.table().n_cols; ++col) {
        const auto list = project_list(view, segment, col);
        if (list) sums_of_projects(document, view, *list, totals, relations);
      }
    }
  }
}

}  // namespace crossfoot
