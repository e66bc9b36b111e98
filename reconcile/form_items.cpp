// Reads forms: labels with their amounts beside them, else below them.
//
//     项目名称          | 城乡医疗救助                    the form's name
//     资金总额（万元）    | 1000                          l:城乡医疗救助 in the column "资金总额"
//
//     部门（单位）整体绩效目标表                             its title, or a line over its whole
//     width 预算支出总量(万元)  | 38854                         total
//
// A field is money where its label names a unit of money in brackets or, in a form about the whole,
// says 总量, 总额 or 总金额. Cost: linear in the cells. Fails on forms that put amounts elsewhere.
#include "reconcile/form_items.h"

#include <algorithm>
#include <map>

#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

bool names_the_whole(const std::string& folded) {
  return contains(folded, "整体") && contains(folded, "绩效") && ends_with(folded, "表");
}

bool is_whole_field(const std::string& label) {
  return contains(label, "总量") || contains(label, "总额") || contains(label, "总金额");
}

// The figures to the right of a label, else the one below it.
std::vector<CellRef> field_figures(const TableView& view, const Cell& label) {
  std::vector<CellRef> figures;
  for (int col = label.col + label.col_span; col < view.table().n_cols; ++col) {
    if (view.has_figure(label.row, col)) figures.push_back(view.ref(label.row, col));
  }
  const int below = label.row + label.row_span;
  if (figures.empty() && below < view.table().n_rows && view.has_figure(below, label.col)) {
    figures.push_back(view.ref(below, label.col));
  }
  return figures;
}

void add_project_fields(const TableView& view, std::map<std::string, ItemColumn>& fields) {
  std::string name;
  const Table& table = view.table();
  for (const Cell& cell : table.cells) {
    const int next = cell.col + cell.col_span;
    if (next >= table.n_cols) continue;
    const std::string& label = view.folded(cell.row, cell.col);
    const Cell& beside = view.cell(cell.row, next);
    if (beside.row != cell.row || beside.text.empty() || cell.amount) continue;
    const std::string field = label_key(label);
    if (name.empty() && field == "项目名称" && !beside.amount) {
      name = item_key(beside.text);
    } else if (!name.empty() && beside.amount && contains(label, "(") && contains(label, "元")) {
      fields[field].items.push_back({view.ref(cell.row, next), {"l:" + name}});
    }
  }
}

}  // namespace

bool is_whole_form(const TableView& view) {
  const Table& table = view.table();
  if (names_the_whole(fold(table.title))) return true;
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
    return cell.col_span == table.n_cols && names_the_whole(view.folded(cell.row, cell.col));
  });
}

std::vector<WholeFigure> whole_figures(const TableView& view) {
  std::vector<WholeFigure> all;
  if (!is_whole_form(view)) return all;
  for (const Cell& cell : view.table().cells) {
    const std::string& label = view.folded(cell.row, cell.col);
    if (cell.amount || !is_whole_field(label)) continue;
    const std::vector<CellRef> figures = field_figures(view, cell);
    for (const CellRef& figure : figures) all.push_back({figure, label, figures.size() == 1});
  }
  return all;
}

std::vector<ItemColumn> form_columns(const std::vector<TableView>& views) {
  std::map<std::string, ItemColumn> fields;
  std::vector<ItemColumn> columns;
  for (const TableView& view : views) {
    add_project_fields(view, fields);
    for (const WholeFigure& whole : whole_figures(view)) {
      columns.push_back({"", "", {{whole.figure, {"total"}}}, {}});
    }
  }
  for (auto& [field, column] : fields) {
    column.name = field;
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace crossfoot
