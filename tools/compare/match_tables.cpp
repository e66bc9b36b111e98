// Every pair of tables is priced, and the pairs are taken from the best down as long as both their
// tables are free. Greedy is enough: a table has one obvious partner or none. O(tables^2 x cells).
#include "tools/compare/match_tables.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace crossfoot {
namespace {

// What common characters and a common page weigh beside common texts, which weigh 1; and the least
// weight of a pair. A page alone is no pair.
constexpr double kCharacters = 0.3, kSamePage = 0.2, kLeast = 0.3;
constexpr double kBothEmpty = 0.5;  // tables without any text have nothing but each other

struct Bag {
  std::vector<int> texts;     // not empty, sorted
  std::u32string characters;  // of all of them, sorted
  std::vector<int> pages;
};

Bag bag_of(const ComparedTable& table, const TextPool& pool) {
  Bag bag;
  for (std::size_t cell = 0; cell < table.table().cells.size(); ++cell) {
    const int text = table.text_of(static_cast<int>(cell));
    if (text == 0) continue;
    bag.texts.push_back(text);
    bag.characters += pool[text].text;
  }
  std::sort(bag.texts.begin(), bag.texts.end());
  std::sort(bag.characters.begin(), bag.characters.end());
  bag.pages = table.table().pages();
  return bag;
}

double weight(const Bag& a, const Bag& b) {
  double sum = share(a.texts, b.texts) + kCharacters * share(a.characters, b.characters);
  if (a.texts.empty() && b.texts.empty()) sum = kBothEmpty;
  if (overlap(a.pages, b.pages) > 0) sum += kSamePage;
  return sum;
}

// How far apart the first parts stand, in points; pages apart count more than any distance.
double distance(const Table& a, const Table& b) {
  constexpr double kPage = 1e6;
  if (a.parts.empty() || b.parts.empty()) return 0;
  const TablePart& first = a.parts.front();
  const TablePart& second = b.parts.front();
  return kPage * std::abs(first.page - second.page) + std::abs(first.box.x0 - second.box.x0) +
         std::abs(first.box.y0 - second.box.y0);
}

}  // namespace

std::vector<int> match_tables(const std::vector<ComparedTable>& expected,
                              const std::vector<ComparedTable>& actual, const TextPool& pool) {
  std::vector<Bag> bags;
  for (const ComparedTable& table : actual) bags.push_back(bag_of(table, pool));
  std::vector<std::tuple<double, double, int, int>> pairs;  // weight, -distance, expected, actual
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Bag bag = bag_of(expected[i], pool);
    for (std::size_t j = 0; j < actual.size(); ++j) {
      const double together = weight(bag, bags[j]);
      if (together <= kLeast) continue;
      pairs.emplace_back(together, -distance(expected[i].table(), actual[j].table()),
                         static_cast<int>(i), static_cast<int>(j));
    }
  }
  std::sort(pairs.rbegin(), pairs.rend());
  std::vector<int> match(expected.size(), -1);
  std::vector<bool> taken(actual.size(), false);
  for (const auto& [together, near, i, j] : pairs) {
    if (match[static_cast<std::size_t>(i)] >= 0 || taken[static_cast<std::size_t>(j)]) continue;
    match[static_cast<std::size_t>(i)] = j;
    taken[static_cast<std::size_t>(j)] = true;
  }
  return match;
}

}  // namespace crossfoot
