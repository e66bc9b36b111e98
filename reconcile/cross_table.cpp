// The same item in two tables of a document.
//
//     部门收入总表  210 | 合计  58,107,253.45      ≠
//     部门支出总表  210 | 合计 393,427,253.45
//
// Two columns of different tables are taken for the same quantity when their common rows (by code,
// by label, the total) agree: a column pair is a guess that all its rows test together
// (column_pairs.cpp). Then every common row is claimed, those that disagree included. Several rows
// of one key are added: a code's expenditure is the sum of the projects listed under it. Units may
// differ; figures then compare at the coarser one's precision. A label that is part of exactly one
// label of the other column (职业年金 of 机关事业单位职业年金缴费, 行政医疗 of 行政单位医疗) is the
// same key there. Keys that are parts are judged apart from equal keys; where they agree as often
// as not, and equal keys always, the two sorts are judged together.
//
// Cost: a figure is compared with the figures of its keys in the first kMaxColumnsPerKey columns
// that have them: linear in the figures. Fails where two tables print the same few figures for
// different quantities.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "reconcile/column_pairs.h"
#include "reconcile/evaluate.h"
#include "reconcile/infer_relations.h"
#include "reconcile/item_rows.h"
#include "reconcile/key_parts.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// A key in more columns than this (a label such as "其他") is compared with the first ones only.
constexpr std::size_t kMaxColumnsPerKey = 24;

// The keys of a document and the columns that have them.
struct KeyIndex {
  explicit KeyIndex(const std::vector<ItemColumn>& columns) : keys_of_column(columns.size()) {
    std::unordered_map<std::string, int> ids;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      for (const Item& item : columns[c].items) {
        for (const std::string& key : item.keys) add(ids, static_cast<int>(c), key, item.figure);
      }
    }
  }

  std::vector<std::string> keys;
  std::vector<std::vector<ItemPlace>> places;    // by key, columns ascending
  std::vector<std::vector<int>> keys_of_column;  // in the order in which they are met

 private:
  void add(std::unordered_map<std::string, int>& ids, int column, const std::string& key,
           const CellRef& figure) {
    const auto [entry, is_new] = ids.emplace(key, static_cast<int>(keys.size()));
    if (is_new) {
      keys.push_back(key);
      places.emplace_back();
    }
    std::vector<ItemPlace>& list = places[static_cast<std::size_t>(entry->second)];
    if (list.empty() || list.back().column != column) {
      list.push_back({column, {}});
      keys_of_column[static_cast<std::size_t>(column)].push_back(entry->second);
    }
    std::vector<CellRef>& figures = list.back().figures;
    if (figures.empty() || figures.back() != figure) figures.push_back(figure);
  }
};

// Pairs that agree nowhere are never believed and not kept.
void keep(ColumnPairs& pairs, const std::pair<int, int>& at, std::vector<Meeting> meetings,
          const Figures& figures) {
  const Counts counts = counts_of(meetings, figures);
  if (counts.agree > 0) pairs[at] = {counts, std::move(meetings)};
}

ColumnPairs pairs_by_key(const KeyIndex& index, const Figures& figures) {
  ColumnPairs pairs;
  for (std::size_t column = 0; column < index.keys_of_column.size(); ++column) {
    std::map<int, std::vector<Meeting>> partners;
    for (const int key : index.keys_of_column[column]) {
      const std::vector<ItemPlace>& list = index.places[static_cast<std::size_t>(key)];
      const auto own = std::lower_bound(
          list.begin(), list.end(), static_cast<int>(column),
          [](const ItemPlace& place, int wanted) { return place.column < wanted; });
      const auto before = static_cast<std::size_t>(own - list.begin());
      for (std::size_t i = 0; i < std::min(before, kMaxColumnsPerKey); ++i) {
        if (!is_comparable(list[i], *own)) continue;
        std::vector<Meeting>& met = partners[list[i].column];
        // By the code and by the label it is one meeting.
        if (!met.empty() && met.back().a->figures == list[i].figures &&
            met.back().b->figures == own->figures) {
          continue;
        }
        met.push_back({&list[i], &*own, &index.keys[static_cast<std::size_t>(key)]});
      }
    }
    for (auto& [other, meetings] : partners) {
      keep(pairs, {other, static_cast<int>(column)}, std::move(meetings), figures);
    }
  }
  return pairs;
}

// The code of each figure that has one.
using Codes = std::map<CellRef, std::string>;

Codes codes_of(const std::vector<ItemColumn>& columns) {
  Codes codes;
  for (const ItemColumn& column : columns) {
    for (const Item& item : column.items) {
      for (const std::string& key : item.keys) {
        if (key[0] == 'c') codes.emplace(item.figure, key.substr(2));
      }
    }
  }
  return codes;
}

// Two codes of one classification that differ name different items, whatever their labels share:
// 2101102 事业单位医疗 is no part of 21011 行政事业单位医疗 here.
bool codes_conflict(const Codes& codes, const ItemPlace& a, const ItemPlace& b) {
  for (const CellRef& x : a.figures) {
    const auto first = codes.find(x);
    if (first == codes.end()) continue;
    for (const CellRef& y : b.figures) {
      const auto second = codes.find(y);
      if (second == codes.end() || first->second == second->second) continue;
      if (first->second.substr(0, 1) == second->second.substr(0, 1)) return true;
    }
  }
  return false;
}

// For each key that is part of others the places of those, by column: several wholes are added.
std::map<int, std::vector<ItemPlace>> wholes_by_part(const KeyIndex& index) {
  std::map<int, std::vector<ItemPlace>> wholes_of;
  for (const auto& [part, whole] : key_parts(index.keys)) {
    std::vector<ItemPlace>& wholes = wholes_of[part];
    for (const ItemPlace& place : index.places[static_cast<std::size_t>(whole)]) {
      const auto same =
          std::find_if(wholes.begin(), wholes.end(),
                       [&place](const ItemPlace& known) { return known.column == place.column; });
      if (same == wholes.end()) {
        wholes.push_back(place);
        continue;
      }
      for (const CellRef& figure : place.figures) {
        std::vector<CellRef>& known = same->figures;
        if (std::find(known.begin(), known.end(), figure) == known.end()) known.push_back(figure);
      }
    }
  }
  return wholes_of;
}

// `wholes` must outlive the pairs.
ColumnPairs pairs_by_part(const KeyIndex& index,
                          const std::map<int, std::vector<ItemPlace>>& wholes_of,
                          const Codes& codes, const Figures& figures) {
  std::map<std::pair<int, int>, std::vector<Meeting>> met;
  for (const auto& [part, wholes] : wholes_of) {
    const std::vector<ItemPlace>& parts = index.places[static_cast<std::size_t>(part)];
    for (std::size_t i = 0; i < std::min(parts.size(), kMaxColumnsPerKey); ++i) {
      for (std::size_t j = 0; j < std::min(wholes.size(), kMaxColumnsPerKey); ++j) {
        const bool ordered = parts[i].column <= wholes[j].column;
        const ItemPlace& a = ordered ? parts[i] : wholes[j];
        const ItemPlace& b = ordered ? wholes[j] : parts[i];
        if (!is_comparable(a, b) || codes_conflict(codes, a, b)) continue;
        met[{a.column, b.column}].push_back({&a, &b, &index.keys[static_cast<std::size_t>(part)]});
      }
    }
  }
  ColumnPairs pairs;
  for (auto& [at, meetings] : met) keep(pairs, at, std::move(meetings), figures);
  return pairs;
}

Relation relation_of(const Meeting& meeting, bool soft) {
  Relation relation{RelationKind::cross_table,
                    soft ? Strength::soft : Strength::hard,
                    Form::sum,
                    target_of(meeting).figures.front(),
                    {},
                    *meeting.key == "total" ? "the total of two tables"
                                            : meeting.key->substr(2) + " in two tables"};
  for (const CellRef& part : parts_of(meeting).figures) relation.terms.push_back({part, 1, false});
  return relation;
}

// Whether the rows of one sort, and those of the other sort with them, make two columns one
// quantity.
struct Case {
  const ItemColumn& a;
  const ItemColumn& b;
  bool by_parts;  // the sort
  Counts others;  // of the same columns by the other sort

  bool is_believed_by(const Counts& own) const {
    Counts together = own;
    together += others;
    const bool keys_agree = (by_parts ? others : own).disagree == 0;
    // Two names that agree and none that does not are as good as the digits of one.
    const bool few_but_all = together.disagree == 0 && together.agree >= 2;
    const bool as_one = keys_agree && own.agree >= own.disagree;
    return (as_one && is_believed(together, a, b, !few_but_all)) ||
           is_believed(own, a, b, by_parts);
  }
};

// Whether the totals of two columns should agree: most items of one of them stand in the other.
bool totals_compare(const ColumnPair& pair, const ItemColumn& a, const ItemColumn& b) {
  std::set<CellRef> met;
  for (const Meeting& meeting : pair.meetings) {
    if (is_total_label(*meeting.key)) continue;
    met.insert(meeting.a->figures.begin(), meeting.a->figures.end());
    met.insert(meeting.b->figures.begin(), meeting.b->figures.end());
  }
  const auto mostly = [&met](const ItemColumn& column) {
    const auto common =
        std::count_if(column.items.begin(), column.items.end(),
                      [&met](const Item& item) { return met.count(item.figure) > 0; });
    return 2 * (common + 1) >= static_cast<std::ptrdiff_t>(column.items.size());
  };
  return mostly(a) || mostly(b);
}

// Claims what the pairs of one sort say, told together with those of the other sort.
void claim(const ColumnPairs& pairs, const ColumnPairs& others, bool by_parts,
           const std::vector<ItemColumn>& columns, const Figures& figures, Relations& relations) {
  const auto dropped = outdone(pairs, columns);
  for (const auto& [at, pair] : pairs) {
    if (dropped.count(at)) continue;
    const auto other = others.find(at);
    const Counts other_counts = other == others.end() ? Counts{} : other->second.counts;
    const Case judged{columns[static_cast<std::size_t>(at.first)],
                      columns[static_cast<std::size_t>(at.second)], by_parts, other_counts};
    if (!judged.is_believed_by(pair.counts)) continue;
    Counts together = pair.counts;
    together += other_counts;
    const bool soft = is_doubtful(together) || !judged.is_believed_by(pair.counts.with_one_wrong());
    const bool all_of_one = totals_compare(pair, judged.a, judged.b);
    for (const Meeting& meeting : pair.meetings) {
      Relation relation = relation_of(meeting, soft);
      if (!all_of_one && is_total_label(*meeting.key) &&
          !holds(relation, figures).value_or(false)) {
        continue;
      }
      relations.push_back(std::move(relation));
    }
  }
}

}  // namespace

void find_cross_table(const DocumentView& document, Relations& relations) {
  const std::vector<ItemColumn>& columns = document.columns;
  const KeyIndex index(columns);
  const auto wholes = wholes_by_part(index);
  const ColumnPairs by_key = pairs_by_key(index, document.figures);
  const ColumnPairs by_part = pairs_by_part(index, wholes, codes_of(columns), document.figures);
  claim(by_key, by_part, false, columns, document.figures, relations);
  claim(by_part, by_key, true, columns, document.figures, relations);
}

}  // namespace crossfoot
