// Whether two columns of different tables are one quantity, by the figures that stand under names
// they share.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "reconcile/figures.h"
#include "reconcile/infer_relations.h"
#include "reconcile/item_rows.h"

namespace crossfoot {

// The figures of one column that stand under one key.
struct ItemPlace {
  int column = 0;
  std::vector<CellRef> figures;
};

// One key in two columns.
struct Meeting {
  const ItemPlace* a;
  const ItemPlace* b;
  const std::string* key;
};

// The single figure of a meeting, and what should be it or sum to it.
const ItemPlace& target_of(const Meeting& meeting);
const ItemPlace& parts_of(const Meeting& meeting);

// What the common rows of two columns say.
struct Counts {
  int agree = 0, disagree = 0;
  int digits = 0;       // significant digits of the distinct figures that agree
  int most_digits = 0;  // of one figure among them
  int long_labels = 0;  // of the agreeing ones

  Counts& operator+=(const Counts& other);
  // The same with the agreeing row that says most printed wrong.
  Counts with_one_wrong() const;
};

// True when the figures of two places can be compared at all: they stand in different tables, and
// one side is a single figure, which the sum of the others should be.
bool is_comparable(const ItemPlace& a, const ItemPlace& b);

// Counts each figure once, by whatever key it was met first. O(m log m).
Counts counts_of(const std::vector<Meeting>& meetings, const Figures& figures);

// The evidence rule; see the .cpp.
bool is_believed(const Counts& pair, const ItemColumn& a, const ItemColumn& b, bool by_parts);

// Few digits agree, or many figures disagree: the columns may be like quantities and not the same.
bool is_doubtful(const Counts& pair);

struct ColumnPair {
  Counts counts;
  std::vector<Meeting> meetings;
};
using ColumnPairs = std::map<std::pair<int, int>, ColumnPair>;  // by columns, the smaller first

// Pairs that disagree somewhere though one of the two columns has a partner in the other's table
// with which it agrees at least as often and disagrees less: 基本支出 there is not 合计 here.
std::set<std::pair<int, int>> outdone(const ColumnPairs& pairs,
                                      const std::vector<ItemColumn>& columns);

}  // namespace crossfoot
