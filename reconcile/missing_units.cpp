// Units by agreement.
//
//     预算表 (元)      单双解人员医疗补贴    355,000.00
//     绩效目标表       单双解人员医疗补贴    35.5           -> 万元
//
// For each unit that a table could be in, the significant digits of the distinct figures that then
// agree with another table's figure of the same label are counted. The unit with the most is taken
// when it has kMinDigits and twice what no unit at all has. Fails where a table mixes money with
// counts: the counts get the unit too, which changes no relation within the table.
#include "reconcile/missing_units.h"

#include <array>
#include <map>
#include <set>

#include "reconcile/evidence.h"
#include "reconcile/item_rows.h"
#include "reconcile/money_unit.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr int kMinDigits = 5;
constexpr std::array<int, 2> kUnits{4, 3};  // 万元, 千元

bool has_unit(const TableView& view) {
  return money_unit_exp(view.table().unit).has_value() ||
         contains(fold(view.table().title), "万元") || contains(fold(view.table().title), "(元");
}

}  // namespace

void find_missing_units(const std::vector<TableView>& views, const std::vector<ItemColumn>& columns,
                        Figures& figures) {
  std::set<int> without;
  for (const TableView& view : views) {
    if (!has_unit(view)) without.insert(view.index());
  }
  if (without.empty() || without.size() == views.size()) return;
  std::map<std::string, std::vector<CellRef>> known;
  std::map<int, std::vector<Item>> unknown;
  for (const ItemColumn& column : columns) {
    for (const Item& item : column.items) {
      if (without.count(item.figure.table)) {
        unknown[item.figure.table].push_back(item);
      } else {
        for (const std::string& key : item.keys) known[key].push_back(item.figure);
      }
    }
  }
  for (const auto& [table, items] : unknown) {
    std::map<int, std::set<std::int64_t>> agreeing;  // by unit, the distinct amounts
    for (const Item& item : items) {
      Quantity own = *figures.find(item.figure);
      if (own.unit_exp != 0 || own.amount.units == 0) continue;
      for (const std::string& key : item.keys) {
        const auto others = known.find(key);
        if (others == known.end() || key == "total") continue;
        for (const CellRef& other : others->second) {
          for (const int unit : {0, kUnits[0], kUnits[1]}) {
            own.unit_exp = unit;
            if (agree(interval_of(own), interval_of(*figures.find(other)))) {
              agreeing[unit].insert(own.amount.units);
            }
          }
        }
      }
    }
    const auto digits = [&agreeing](int unit) {
      int sum = 0;
      for (const std::int64_t units : agreeing[unit]) sum += significant_digits(units);
      return sum;
    };
    for (const int unit : kUnits) {
      if (digits(unit) < kMinDigits || digits(unit) < 2 * digits(0)) continue;
      figures.set_table_unit(table, unit);
      break;
    }
  }
}

}  // namespace crossfoot
