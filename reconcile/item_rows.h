// The figures of a document's tables by the names under which they may stand in another table too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reconcile/figures.h"
#include "reconcile/table_view.h"

namespace crossfoot {

struct Item {
  CellRef figure;
  std::vector<std::string> keys;  // "c:2080505", "l:住房公积金", "total"
};

// Figures that are one quantity for several items: a column of a panel, a total row read across, or
// one field of a set of forms.
struct ItemColumn {
  std::string name;  // header as a key, without years and unit; "" where it says only "amount"
  std::string year;  // the year that its header names, "" without one
  std::vector<Item> items;
  std::vector<Item> blanks;  // empty cells of rows that have figures in other columns
};

// A label as the name of an item: without codes, enumerators, signs and a 支出 at its end. "" where
// it is too short to name one.
std::string item_key(std::string_view label);

// The first year that a header names, 1900 to 2099; "" without one.
std::string year_in(const std::string& text);

// In the order of the tables, fields of forms last. O(figures log figures).
std::vector<ItemColumn> item_columns(const std::vector<TableView>& views);

}  // namespace crossfoot
