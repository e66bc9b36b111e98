// Blank cells where another table prints a figure of the same item.
//
//     部门支出总表     一般性项目 | 民生配套项目   | 上级补助项目        项目支出明细表
//     2101202                 | 375,745,000 | (blank)           2101202 … 335,320,000     fails
//
// A blank says "nothing", and what is left out of a table, or lost by a recogniser, stands in no
// sum. Two tables are of one make where kMinColumns columns of the same names have at least
// kMinRows rows each that are the same and no zeros (as cross_table.cpp found). In those a blank
// under a name and a key that both tables have once is held to be zero, and claimed where the other
// figure is not: such a relation only fails. It is soft.
//
// Tables in different units are left out: a blank may be less than a last digit. Cost: O(f log f)
// in the figures and blanks of those tables. Fails where a table leaves out what it shows elsewhere
// by intention.
#include <algorithm>
#include <map>
#include <set>

#include "reconcile/evaluate.h"
#include "reconcile/infer_relations.h"
#include "reconcile/item_rows.h"
#include "reconcile/money_unit.h"

namespace crossfoot {

namespace {

constexpr std::size_t kMinColumns = 2;
constexpr int kMinRows = 2;

int table_of(const ItemColumn& column) {
  return (column.items.empty() ? column.blanks : column.items).front().figure.table;
}

// The columns of each table by their names, those whose name a table has twice left out.
using NamedColumns = std::map<std::string, const ItemColumn*>;

std::map<int, NamedColumns> columns_by_table(const std::vector<ItemColumn>& columns) {
  std::map<int, NamedColumns> by_table;
  for (const ItemColumn& column : columns) {
    if (column.name.empty() || (column.items.empty() && column.blanks.empty())) continue;
    const auto [entry, is_new] =
        by_table[table_of(column)].emplace(column.name + "/" + column.year, &column);
    if (!is_new) entry->second = nullptr;
  }
  return by_table;
}

// Pairs of tables, the smaller first, whose columns of the same names are the same.
std::set<std::pair<int, int>> tables_of_one_make(const std::map<int, NamedColumns>& by_table,
                                                 const Relations& relations,
                                                 const Figures& figures) {
  std::map<CellRef, std::string> name_of;
  for (const auto& [table, columns] : by_table) {
    for (const auto& [name, column] : columns) {
      if (!column) continue;
      for (const Item& item : column->items) name_of.emplace(item.figure, name);
    }
  }
  std::map<std::pair<int, int>, std::map<std::string, int>> rows;
  for (const Relation& relation : relations) {
    if (relation.kind != RelationKind::cross_table || relation.terms.empty()) continue;
    const auto* a = std::get_if<CellRef>(&relation.target);
    const auto* b = std::get_if<CellRef>(&relation.terms.front().figure);
    const auto name = a ? name_of.find(*a) : name_of.end();
    const auto other = b ? name_of.find(*b) : name_of.end();
    if (name == name_of.end() || other == name_of.end() || name->second != other->second) continue;
    if (figures.find(*a)->amount.units == 0 || !holds(relation, figures).value_or(false)) continue;
    ++rows[std::minmax(a->table, b->table)][name->second];
  }
  std::set<std::pair<int, int>> pairs;
  for (const auto& [tables, names] : rows) {
    std::size_t alike = 0;
    for (const auto& [name, count] : names) alike += count >= kMinRows;
    if (alike >= kMinColumns) pairs.insert(tables);
  }
  return pairs;
}

// The one item under each key; null where there are several.
std::map<std::string, const Item*> by_key(const std::vector<Item>& items) {
  std::map<std::string, const Item*> found;
  for (const Item& item : items) {
    for (const std::string& key : item.keys) {
      const auto [entry, is_new] = found.emplace(key, &item);
      if (!is_new) entry->second = nullptr;
    }
  }
  return found;
}

void compare(const ItemColumn& blank_side, const ItemColumn& figure_side, Figures& figures,
             Relations& relations) {
  const auto blanks = by_key(blank_side.blanks), items = by_key(figure_side.items);
  const auto printed = by_key(blank_side.items);
  for (const Item& item : figure_side.items) {
    const Quantity stated = *figures.find(item.figure);
    if (stated.amount.units == 0) continue;
    // An item's own code and label come before the class it is a part of.
    const auto key = std::find_if(item.keys.begin(), item.keys.end(), [&](const std::string& k) {
      return items.at(k) == &item && blanks.count(k) && blanks.at(k) && !printed.count(k);
    });
    if (key == item.keys.end()) continue;
    const CellRef& blank = blanks.at(*key)->figure;
    figures.add(blank, {Amount{0, stated.amount.decimals}, stated.unit_exp, 0});
    relations.push_back({RelationKind::cross_table,
                         Strength::soft,
                         Form::sum,
                         item.figure,
                         {{blank, 1, false}},
                         "blank in another table"});
  }
}

}  // namespace

void find_blanks(const DocumentView& document, Relations& relations) {
  const std::vector<ItemColumn>& columns = document.columns;
  const std::map<int, NamedColumns> by_table = columns_by_table(columns);
  const auto unit = [&document](int table) {
    return money_unit_exp(document.views[static_cast<std::size_t>(table)].table().unit);
  };
  for (const auto& [a, b] : tables_of_one_make(by_table, relations, document.figures)) {
    if (unit(a) != unit(b)) continue;
    for (const auto& [name, column] : by_table.at(a)) {
      const auto other = by_table.at(b).find(name);
      if (!column || other == by_table.at(b).end() || !other->second) continue;
      compare(*column, *other->second, document.figures, relations);
      compare(*other->second, *column, document.figures, relations);
    }
  }
}

}  // namespace crossfoot
