#include "tools/compare/tree_similarity.h"

#include <gtest/gtest.h>

#include <random>

#include "tools/compare/align_tables.h"
#include "tools/compare/text_distance.h"
#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

double similarity(const Table& a, const Table& b) {
  TextPool pool;
  const ComparedTable first(a, pool), second(b, pool);
  return tree_similarity(first, second, align_tables(first, second, pool).rows, pool);
}

double similarity(std::string_view a, std::string_view b) {
  return similarity(table_of(a), table_of(b));
}

TEST(EditDistance, InsertDeleteReplace) {
  EXPECT_EQ(edit_distance(U"kitten", U"sitting"), 3);
  EXPECT_EQ(edit_distance(U"", U"abc"), 3);
  EXPECT_EQ(edit_distance(U"abc", U"abc"), 0);
  EXPECT_EQ(edit_distance(U"合计", U"总计"), 1);
}

TEST(EditDistance, LongTextsByAnotherWay) {
  const std::u32string a(60, U'a'), b(70, U'b');
  EXPECT_EQ(edit_distance(U"x" + a + U"y" + a + U"z", U"p" + a + U"q" + a + U"r"), 3);
  EXPECT_EQ(edit_distance(a, b), 70);
  EXPECT_EQ(edit_distance(U"c" + b + b + U"c", U"d" + b + U"c" + b + U"d"), 3);
}

TEST(TreeSimilarity, OfEqualTablesIsOne) {
  EXPECT_EQ(similarity("a | b\nc | d", "a | b\nc | d"), 1);
}

TEST(TreeSimilarity, ALostRowCostsItsNodes) {
  EXPECT_DOUBLE_EQ(similarity("a | b\nc | d", "a | b"), 1 - 3.0 / 7);
}

TEST(TreeSimilarity, ACellCostsTheShareOfItsTextThatChanged) {
  EXPECT_DOUBLE_EQ(similarity("a | 5.00", "a | 6.00"), 1 - 0.25 / 4);
}

TEST(TreeSimilarity, AnotherSpanIsAnotherCell) {
  EXPECT_DOUBLE_EQ(similarity("a | <\nb | c", "a |\nb | c"), 1 - 2.0 / 7);  // a replaced, one added
}

// The same distance by plain recursion over the whole matrix.
double distance_by_full_matrix(const Table& a, const Table& b) {
  const auto rows = [](const Table& table) {
    std::vector<std::vector<std::string>> rows(static_cast<std::size_t>(table.n_rows));
    for (const Cell& cell : table.cells)
      rows[static_cast<std::size_t>(cell.row)].push_back(cell.text);
    return rows;
  };
  const auto sequence = [](const auto& x, const auto& y, auto size, auto cost) {
    std::vector<std::vector<double>> d(x.size() + 1, std::vector<double>(y.size() + 1));
    for (std::size_t i = 0; i < x.size(); ++i) d[i + 1][0] = d[i][0] + size(x[i]);
    for (std::size_t j = 0; j < y.size(); ++j) d[0][j + 1] = d[0][j] + size(y[j]);
    for (std::size_t i = 0; i < x.size(); ++i) {
      for (std::size_t j = 0; j < y.size(); ++j) {
        d[i + 1][j + 1] = std::min(
            {d[i][j + 1] + size(x[i]), d[i + 1][j] + size(y[j]), d[i][j] + cost(x[i], y[j])});
      }
    }
    return d[x.size()][y.size()];
  };
  const auto of_cells = [](const std::string& x, const std::string& y) {
    const std::u32string p(x.begin(), x.end()), q(y.begin(), y.end());
    const auto longer = static_cast<double>(std::max(p.size(), q.size()));
    return longer == 0 ? 0.0 : edit_distance(p, q) / longer;
  };
  using Row = std::vector<std::string>;
  return sequence(
      rows(a), rows(b), [](const Row& row) { return 1.0 + static_cast<double>(row.size()); },
      [&](const Row& x, const Row& y) {
        return sequence(
            x, y, [](const std::string&) { return 1.0; }, of_cells);
      });
}

TEST(TreeSimilarity, APoorPairingGivesTheSame) {
  TextPool pool;
  const Table a = table_of("a | 1.00\nb | 2.00\nc | 3.00"), b = table_of("b | 2.00\nc | 4.00");
  const ComparedTable first(a, pool), second(b, pool);
  for (const std::vector<int>& pairs : std::vector<std::vector<int>>{{-1, 0, 1}, {-1, -1, -1}, {0, 1, -1}, {1, -1, -1}}) {
    EXPECT_DOUBLE_EQ(tree_similarity(first, second, pairs, pool), 1 - 3.25 / 10);
  }
}

TEST(TreeSimilarity, TheBoundLosesNothing) {
  std::mt19937 random(7);
  const auto row_of = [&](const char* label, unsigned most) {
    std::string row(label);
    return row.append(std::to_string(random() % most))
        .append(" | ")
        .append(std::to_string(random() % 900))
        .append(" | x\n");
  };
  for (int round = 0; round < 60; ++round) {
    std::string a, b;
    const int rows = 1 + static_cast<int>(random() % 25);
    for (int row = 0; row < rows; ++row) {
      const std::string same = row_of("r", 12);
      if (random() % 4 != 0) a += same;
      if (random() % 4 != 0) b += random() % 3 != 0 ? same : row_of("q", 90);
    }
    if (a.empty() || b.empty()) continue;
    const Table first = table_of(a), second = table_of(b);
    const int nodes = 1 + 4 * std::max(first.n_rows, second.n_rows);
    EXPECT_NEAR(similarity(first, second), 1 - distance_by_full_matrix(first, second) / nodes,
                1e-12)
        << a << "---\n"
        << b;
  }
}

}  // namespace
}  // namespace crossfoot
