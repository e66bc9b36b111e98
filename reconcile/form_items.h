// Figures of forms: a label, and its amount beside or below it.
#pragma once

#include <string>
#include <vector>

#include "reconcile/item_rows.h"

namespace crossfoot {

// True for a form about a whole department (整体绩效目标表), by its title or by one printed inside
// its frame; others are about one project.
bool is_whole_form(const TableView& view);

// The money of a whole department in a form about it.
struct WholeFigure {
  CellRef figure;
  std::string label;  // folded: 预算支出总量(万元)
  bool alone = true;  // no other figure stands in the field
};
// In the order of the cells; nothing for any other form.
std::vector<WholeFigure> whole_figures(const TableView& view);

// One column for each field of the forms about projects, keyed by the project's name, and one with
// the key "total" for the money of each form about the whole.
std::vector<ItemColumn> form_columns(const std::vector<TableView>& views);

}  // namespace crossfoot
