// Rows are alike by the share of texts they have in common, and, so that a row with misread figures
// still finds its partner, by half the squared share of common characters. Columns are alike by how
// alike their texts are in the paired rows. Empty rows and columns count a little, so that they
// pair where nothing else does.
#include "tools/compare/align_tables.h"

#include <algorithm>

#include "tools/compare/alignment.h"

namespace crossfoot {
namespace {

constexpr double kEmptyRows = 0.05, kAnyColumns = 0.01;
// Of two texts at one place: both empty, and the most for unequal ones.
constexpr double kBothEmpty = 0.25, kMostUnequal = 0.9;
constexpr double kCharacters = 0.5;  // what common characters weigh beside common texts

struct RowContent {
  std::vector<int> texts;     // of the slots that are not empty, sorted
  std::u32string characters;  // of all of them, sorted
};

std::vector<RowContent> row_contents(const ComparedTable& table, const TextPool& pool) {
  std::vector<RowContent> rows(static_cast<std::size_t>(table.rows()));
  for (int row = 0; row < table.rows(); ++row) {
    RowContent& content = rows[static_cast<std::size_t>(row)];
    for (int col = 0; col < table.cols(); ++col) {
      const int text = table.text(row, col);
      if (text == 0) continue;
      content.texts.push_back(text);
      content.characters += pool[text].text;
    }
    std::sort(content.texts.begin(), content.texts.end());
    std::sort(content.characters.begin(), content.characters.end());
  }
  return rows;
}

double row_similarity(const RowContent& a, const RowContent& b) {
  if (a.texts.empty() && b.texts.empty()) return kEmptyRows;
  const double characters = share(a.characters, b.characters);
  return share(a.texts, b.texts) + kCharacters * (characters * characters);
}

double text_similarity(int a, int b, const TextPool& pool) {
  if (a == b) return a == 0 ? kBothEmpty : 1.0;
  if (a == 0 || b == 0) return 0;
  const auto& first = pool[a].sorted;
  const auto& second = pool[b].sorted;
  return kMostUnequal * 2 * overlap(first, second) /
         static_cast<double>(first.size() + second.size());
}

}  // namespace

TableAlignment align_tables(const ComparedTable& expected, const ComparedTable& actual,
                            const TextPool& pool) {
  const auto expected_rows = row_contents(expected, pool);
  const auto actual_rows = row_contents(actual, pool);
  TableAlignment alignment;
  alignment.rows = align(expected.rows(), actual.rows(), [&](int i, int j) {
    return row_similarity(expected_rows[static_cast<std::size_t>(i)],
                          actual_rows[static_cast<std::size_t>(j)]);
  });
  alignment.cols = align(expected.cols(), actual.cols(), [&](int a, int b) {
    double sum = 0;
    for (int row = expected.rows() - 1; row >= 0; --row) {
      const int other = alignment.rows[static_cast<std::size_t>(row)];
      if (other >= 0) sum += text_similarity(expected.text(row, a), actual.text(other, b), pool);
    }
    return sum + kAnyColumns;
  });
  return alignment;
}

}  // namespace crossfoot
