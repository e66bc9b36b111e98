// documents -> pairs of tables -> aligned rows and columns -> differences and counts
#include "tools/compare/compare.h"

#include <algorithm>

#include "tools/compare/match_tables.h"

namespace crossfoot {
namespace {

std::vector<ComparedTable> compared(const TableDocument& document, TextPool& pool) {
  std::vector<ComparedTable> tables;
  tables.reserve(document.tables.size());
  for (const Table& table : document.tables) tables.emplace_back(table, pool);
  return tables;
}

bool counts(const Table& table, const CompareOptions& options) {
  return !options.only_amounts ||
         std::any_of(table.cells.begin(), table.cells.end(),
                     [](const Cell& cell) { return cell.amount.has_value(); });
}

}  // namespace

bool Comparison::is_equal() const {
  return std::all_of(tables.begin(), tables.end(),
                     [](const TableComparison& table) { return table.is_equal(); });
}

Comparison compare(const TableDocument& expected, const TableDocument& actual,
                   const CompareOptions& options) {
  TextPool pool;
  const std::vector<ComparedTable> ours = compared(expected, pool);
  const std::vector<ComparedTable> theirs = compared(actual, pool);
  const std::vector<int> match = match_tables(ours, theirs, pool);
  Comparison comparison;
  std::vector<bool> is_matched(theirs.size(), false);
  for (std::size_t i = 0; i < ours.size(); ++i) {
    TableComparison pair;
    pair.expected = static_cast<int>(i);
    if (match[i] < 0) {
      comparison.agreement += agreement_of(ours[i], nullptr, nullptr, pool);
      if (counts(ours[i].table(), options)) comparison.tables.push_back(std::move(pair));
      continue;
    }
    const ComparedTable& other = theirs[static_cast<std::size_t>(match[i])];
    is_matched[static_cast<std::size_t>(match[i])] = true;
    pair.actual = match[i];
    pair.alignment = align_tables(ours[i], other, pool);
    pair.differences = differences(ours[i], other, pair.alignment, options);
    comparison.agreement += agreement_of(ours[i], &other, &pair.alignment, pool);
    comparison.tables.push_back(std::move(pair));
  }
  for (std::size_t j = 0; j < theirs.size(); ++j) {
    if (is_matched[j]) continue;
    comparison.agreement += agreement_of_added(theirs[j]);
    if (counts(theirs[j].table(), options)) {
      comparison.tables.push_back({std::nullopt, static_cast<int>(j), {}, {}});
    }
  }
  return comparison;
}

}  // namespace crossfoot
