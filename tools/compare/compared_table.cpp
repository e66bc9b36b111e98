#include "tools/compare/compared_table.h"

#include <algorithm>

#include "tools/compare/comparable_text.h"

namespace crossfoot {

TextPool::TextPool() { id_of(""); }

int TextPool::id_of(const std::string& printed) {
  const auto known = by_print_.find(printed);
  if (known != by_print_.end()) return known->second;
  std::u32string text = comparable(printed);
  const auto [entry, is_new] = by_text_.emplace(text, static_cast<int>(texts_.size()));
  by_print_.emplace(printed, entry->second);
  if (is_new) {
    std::u32string sorted = text;
    std::sort(sorted.begin(), sorted.end());
    auto number = number_in(text);
    texts_.push_back({std::move(text), std::move(sorted), std::move(number)});
  }
  return entry->second;
}

ComparedTable::ComparedTable(const Table& table, TextPool& pool) : table_(&table), slots_(table) {
  texts_.reserve(table.cells.size());
  for (const Cell& cell : table.cells) texts_.push_back(pool.id_of(cell.text));
}

}  // namespace crossfoot
