// The same item in two tables of a document.
//
//     部门收入总表  210 | 合计  58,107,253.45      ≠
//     部门支出总表  210 | 合计 393,427,253.45
//
// Two columns of different tables are taken for the same quantity when their common rows (by code,
// by label, the total) agree: a column pair is a guess that all its rows test together. Then every
// common row is claimed, those that disagree included. Several rows of one key are added: a code's
// expenditure is the sum of the projects listed under it. Units may differ; figures then compare at
// the coarser one's precision. A label that is part of exactly one label of the other column
// (职业年金 of 机关事业单位职业年金缴费) is the same key there.
//
// Evidence rule: with E common rows that agree in distinct figures of D significant digits in all,
// and U that do not, a column pair is believed when
//     one header name, years not different:  U = 0 and E >= 2, or D >= kMinDigits and 2 E >= U
//     else:                                  U = 0 and D >= kFewDigits, or D >= kManyDigits and
//                                            E >= kAgreement U
//     either way:                            U = 0 and two equal labels of kLongLabel signs or more
// With fewer than kMinDigits the relation is soft: equal labels with equal figures of three digits
// are one quantity more often than chance, but chance is no stranger. Keys that are parts of others
// are judged apart from equal keys, and never by the header's name; where they agree as often as
// not, and equal keys always, the two sorts are judged together.
//
// Cost: for a key that stands in m columns, m² pairs, with m capped. Fails where two tables print
// the same few figures for different quantities.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "reconcile/evaluate.h"
#include "reconcile/infer_relations.h"
#include "reconcile/item_rows.h"
#include "reconcile/key_parts.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// A key in more columns than this (a label such as "其他") is compared with the first ones only.
constexpr std::size_t kMaxColumnsPerKey = 24;
constexpr int kMinDigits = 5;
constexpr int kFewDigits = 3;
constexpr std::size_t kLongLabel = 6;
// Columns of one quantity disagree where the document errs, columns of like quantities more often.
constexpr int kManyDigits = 10;
constexpr int kAgreement = 3;

struct Place {
  int column = 0;
  std::vector<CellRef> figures;
};

// What the common rows of two columns say.
struct Counts {
  int agree = 0, disagree = 0;
  int digits = 0;       // significant digits of the distinct figures that agree
  int long_labels = 0;  // of the agreeing ones
};

struct Claim {
  Relation relation;
  const std::string* key;
};

struct Pair {
  Counts counts;
  std::vector<Claim> claims;
  std::set<std::int64_t> agreeing;  // distinct units of the figures that agree
  std::set<CellRef> targets;        // each counted once, by whatever key it was met first
};

int significant_digits(std::int64_t units) {
  while (units != 0 && units % 10 == 0) units /= 10;
  int digits = 0;
  for (; units != 0; units /= 10) ++digits;
  return digits;
}

using PlacesByKey = std::map<std::string, std::vector<Place>>;

// For each key the columns that have it, with its figures in each.
PlacesByKey places_by_key(const std::vector<ItemColumn>& columns) {
  PlacesByKey places;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    for (const Item& item : columns[c].items) {
      for (const std::string& key : item.keys) {
        std::vector<Place>& list = places[key];
        if (list.empty() || list.back().column != static_cast<int>(c)) {
          list.push_back({static_cast<int>(c), {}});
        }
        std::vector<CellRef>& figures = list.back().figures;
        if (figures.empty() || figures.back() != item.figure) figures.push_back(item.figure);
      }
    }
  }
  return places;
}

void add_once(std::vector<CellRef>& figures, const CellRef& figure) {
  if (std::find(figures.begin(), figures.end(), figure) == figures.end()) figures.push_back(figure);
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
bool codes_conflict(const Codes& codes, const Place& a, const Place& b) {
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

bool share_a_table(const Place& a, const Place& b) {
  for (const CellRef& x : a.figures) {
    for (const CellRef& y : b.figures) {
      if (x.table == y.table) return true;
    }
  }
  return false;
}

std::optional<Relation> equality(const Place& a, const Place& b) {
  const bool a_is_target = a.figures.size() == 1;
  if ((!a_is_target && b.figures.size() != 1) || share_a_table(a, b)) return std::nullopt;
  const Place& target = a_is_target ? a : b;
  const Place& parts = a_is_target ? b : a;
  Relation relation{
      RelationKind::cross_table, Strength::hard, Form::sum, target.figures.front(), {}, ""};
  for (const CellRef& part : parts.figures) relation.terms.push_back({part, 1, false});
  return relation;
}

bool is_long_label(const std::string& key) {
  return key[0] == 'l' && code_points(key).size() >= kLongLabel + 2;
}

void compare(const Figures& figures, Relation relation, const std::string& key, Pair& pair) {
  const auto held = holds(relation, figures);
  const Quantity* target = figures.find(relation.target);
  if (!held || !target) return;
  Counts& counts = pair.counts;
  if (pair.targets.insert(std::get<CellRef>(relation.target)).second && target->amount.units != 0) {
    ++(*held ? counts.agree : counts.disagree);
    counts.long_labels += *held && is_long_label(key);
    if (*held && pair.agreeing.insert(target->amount.units).second) {
      counts.digits += significant_digits(target->amount.units);
    }
  }
  pair.claims.push_back({std::move(relation), &key});
}

bool is_believed(const Counts& pair, const ItemColumn& a, const ItemColumn& b, bool by_parts) {
  if (!by_parts && pair.disagree == 0 && pair.long_labels >= 2) return true;
  const bool years_differ = !a.year.empty() && !b.year.empty() && a.year != b.year;
  if (!by_parts && !a.name.empty() && a.name == b.name && !years_differ) {
    return (pair.disagree == 0 && pair.agree >= 2) ||
           (pair.digits >= kMinDigits && 2 * pair.agree >= pair.disagree);
  }
  return (pair.disagree == 0 && pair.digits >= (by_parts ? kMinDigits : kFewDigits)) ||
         (pair.digits >= kManyDigits && pair.agree >= kAgreement * pair.disagree);
}

// Few digits agree, or many figures disagree: the columns may be like quantities and not the same.
bool is_soft(const Counts& pair) {
  return pair.digits < kMinDigits || pair.agree < 2 * kAgreement * pair.disagree;
}

using Pairs = std::map<std::pair<int, int>, Pair>;

Counts sum_of(const Pairs& by_key, const Pairs& by_part, const std::pair<int, int>& at) {
  Counts sum;
  for (const Pairs* pairs : {&by_key, &by_part}) {
    const auto found = pairs->find(at);
    if (found == pairs->end()) continue;
    sum.agree += found->second.counts.agree;
    sum.disagree += found->second.counts.disagree;
    sum.digits += found->second.counts.digits;
  }
  return sum;
}

int table_of(const ItemColumn& column) { return column.items.front().figure.table; }

// Pairs that disagree somewhere though one of the two columns has a partner in the other's table
// with which it agrees at least as often and disagrees less: 基本支出 there is not 合计 here.
std::set<std::pair<int, int>> outdone(const Pairs& pairs, const std::vector<ItemColumn>& columns) {
  std::map<std::pair<int, int>, std::vector<Counts>> partners;  // of a column in a table
  const auto ends = [&columns](const std::pair<int, int>& at) {
    const auto table = [&columns](int column) {
      return table_of(columns[static_cast<std::size_t>(column)]);
    };
    return std::array{std::pair(at.first, table(at.second)), std::pair(at.second, table(at.first))};
  };
  for (const auto& [at, pair] : pairs) {
    for (const auto& end : ends(at)) partners[end].push_back(pair.counts);
  }
  std::set<std::pair<int, int>> out;
  for (const auto& [at, pair] : pairs) {
    const Counts& own = pair.counts;
    for (const auto& end : ends(at)) {
      const std::vector<Counts>& others = partners[end];
      if (std::any_of(others.begin(), others.end(), [&own](const Counts& other) {
            return other.agree >= own.agree && other.disagree < own.disagree;
          })) {
        out.insert(at);
      }
    }
  }
  return out;
}

}  // namespace

void find_cross_table(const DocumentView& document, Relations& relations) {
  const std::vector<ItemColumn> columns = item_columns(document.views);
  const PlacesByKey places = places_by_key(columns);
  const Codes codes = codes_of(columns);
  Pairs by_key, by_part;
  const auto meet = [&](auto& pairs, const Place& first, const Place& second,
                        const std::string& key) {
    const bool ordered = first.column <= second.column;
    const Place& a = ordered ? first : second;
    const Place& b = ordered ? second : first;
    if (auto relation = equality(a, b)) {
      compare(document.figures, std::move(*relation), key, pairs[{a.column, b.column}]);
    }
  };
  for (const auto& [key, list] : places) {
    for (std::size_t j = 1; j < list.size(); ++j) {
      for (std::size_t i = 0; i < std::min(j, kMaxColumnsPerKey); ++i) {
        meet(by_key, list[i], list[j], key);
      }
    }
  }
  std::vector<std::string> keys;
  for (const auto& [key, list] : places) keys.push_back(key);
  std::map<int, std::vector<Place>> wholes_of;  // of a part, by column: several wholes are added
  for (const auto& [part, whole] : key_parts(keys)) {
    std::vector<Place>& wholes = wholes_of[part];
    for (const Place& place : places.at(keys[static_cast<std::size_t>(whole)])) {
      const auto same = std::find_if(wholes.begin(), wholes.end(), [&place](const Place& known) {
        return known.column == place.column;
      });
      if (same == wholes.end()) {
        wholes.push_back(place);
      } else {
        for (const CellRef& figure : place.figures) add_once(same->figures, figure);
      }
    }
  }
  for (const auto& [part, wholes] : wholes_of) {
    const std::string& key = keys[static_cast<std::size_t>(part)];
    const std::vector<Place>& parts = places.at(key);
    for (std::size_t i = 0; i < std::min(parts.size(), kMaxColumnsPerKey); ++i) {
      for (std::size_t j = 0; j < std::min(wholes.size(), kMaxColumnsPerKey); ++j) {
        if (!codes_conflict(codes, parts[i], wholes[j])) meet(by_part, parts[i], wholes[j], key);
      }
    }
  }
  for (const Pairs* pairs : {&by_key, &by_part}) {
    const std::set<std::pair<int, int>> dropped = outdone(*pairs, columns);
    for (const auto& [at, pair] : *pairs) {
      const ItemColumn& a = columns[static_cast<std::size_t>(at.first)];
      const ItemColumn& b = columns[static_cast<std::size_t>(at.second)];
      const Counts& counts = pair.counts;
      const Counts together = sum_of(by_key, by_part, at);
      const auto keys_of_pair = by_key.find(at);
      const bool keys_agree =
          keys_of_pair == by_key.end() || keys_of_pair->second.counts.disagree == 0;
      const bool as_one = keys_agree && counts.agree >= 1 && counts.agree >= counts.disagree &&
                          is_believed(together, a, b, true);
      if (dropped.count(at) || (!as_one && !is_believed(counts, a, b, pairs == &by_part))) continue;
      for (const Claim& claim : pair.claims) {
        Relation relation = claim.relation;
        if (is_soft(together)) relation.strength = Strength::soft;
        relation.reason = *claim.key == "total" ? "the total of two tables"
                                                : claim.key->substr(2) + " in two tables";
        relations.push_back(std::move(relation));
      }
    }
  }
}

}  // namespace crossfoot
