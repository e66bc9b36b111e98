// The trees have three levels, and rows match rows and cells match cells (the constrained distance
// of Zhang 1995): so the distance is an edit distance of the sequences of rows, in which replacing
// a row by another costs the edit distance of their cells.
//
//     [项目 预算数]        [项目 预算数]     equal: 0
//     [合计 5.00]          [合计 6.00]       one of four characters: 0.25
//     [其他 5.00]                            deleted: 3 nodes
//     1 + 3 + 3 + 3 nodes                    1 - 3.25 / 10 = 0.675
//
// Most rows have an equal partner not far away. So the distance is first searched below a bound
// little above what the different numbers of rows cost anyway: places of the matrix are left out
// from where the rest cannot come within it (Ukkonen 1985). Where nothing is found the bound is
// raised. And a row's replacement is computed only where it can matter: where leaving both rows
// unpaired is not cheaper already.
#include "tools/compare/tree_similarity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "tools/compare/text_distance.h"

namespace crossfoot {
namespace {

struct Node {
  int row_span = 1, col_span = 1, text = 0;
  bool operator==(const Node&) const = default;
};
using Row = std::vector<Node>;

std::vector<Row> rows_of(const ComparedTable& table) {
  std::vector<Row> rows(static_cast<std::size_t>(table.rows()));
  for (std::size_t i = 0; i < table.table().cells.size(); ++i) {
    const Cell& cell = table.table().cells[i];
    rows[static_cast<std::size_t>(cell.row)].push_back(
        {cell.row_span, cell.col_span, table.text_of(static_cast<int>(i))});
  }
  return rows;
}

double nodes_in(const Row& row) { return 1.0 + static_cast<double>(row.size()); }

constexpr double kFar = std::numeric_limits<double>::infinity();

// Edit distance of two sequences if it is at most `bound`, else something above it. size(x): what
// inserting or deleting costs; least_size: the least that it costs of any; replacing(x, y) is asked
// only where inserting and deleting are dearer than what came before.
template <class T, class Size, class Replacing>
double sequence_distance(const std::vector<T>& a, const std::vector<T>& b, double bound,
                         double least_size, Size size, Replacing replacing) {
  const std::size_t n = a.size(), m = b.size();
  // The cost of what follows a place is at least that of the rows one side has more.
  const auto in_reach = [&](double cost, std::size_t i, std::size_t j) {
    const double more = std::abs(static_cast<double>(n - i) - static_cast<double>(m - j));
    return cost + more * least_size <= bound;
  };
  std::vector<double> above(m + 1, kFar), row(m + 1, kFar);
  above[0] = 0;
  for (std::size_t j = 0; j < m && in_reach(above[j], 0, j); ++j)
    above[j + 1] = above[j] + size(b[j]);
  for (std::size_t i = 0; i < n; ++i) {
    const double gone = size(a[i]);
    row[0] = above[0] + gone;
    for (std::size_t j = 0; j < m; ++j) {
      double best = std::min(above[j + 1] + gone, row[j] + size(b[j]));
      if (above[j] < best) best = std::min(best, above[j] + replacing(a[i], b[j]));
      row[j + 1] = in_reach(best, i + 1, j + 1) ? best : kFar;
    }
    std::swap(above, row);
  }
  return above.back();
}

double distance_of(const Node& a, const Node& b, const TextPool& pool) {
  if (a.row_span != b.row_span || a.col_span != b.col_span) return 1;
  if (a.text == b.text) return 0;
  const std::u32string& x = pool[a.text].text;
  const std::u32string& y = pool[b.text].text;
  return static_cast<double>(edit_distance(x, y)) /
         static_cast<double>(std::max(x.size(), y.size()));
}

double distance_of(const Row& a, const Row& b, const TextPool& pool) {
  if (a == b) return 0;
  return sequence_distance(
      a, b, kFar, 1.0, [](const Node&) { return 1.0; },
      [&](const Node& x, const Node& y) { return distance_of(x, y, pool); });
}

double tree_size(const std::vector<Row>& rows) {
  double size = 1;
  for (const Row& row : rows) size += nodes_in(row);
  return size;
}

double least_row(const std::vector<Row>& a, const std::vector<Row>& b) {
  double least = kFar;
  for (const auto* rows : {&a, &b}) {
    for (const Row& row : *rows) least = std::min(least, nodes_in(row));
  }
  return least;
}

double tree_distance(const std::vector<Row>& a, const std::vector<Row>& b, const TextPool& pool) {
  if (a.empty() && b.empty()) return 0;
  constexpr double kFirstRows = 4;  // that the bound leaves open: most tables differ by few
  const double least = least_row(a, b);
  const double lengths = std::abs(static_cast<double>(a.size()) - static_cast<double>(b.size()));
  for (double open = kFirstRows * least;; open *= 2) {
    const double bound = lengths * least + open;
    const double distance =
        sequence_distance(a, b, bound, least, nodes_in,
                          [&](const Row& x, const Row& y) { return distance_of(x, y, pool); });
    if (distance <= bound) return distance;
  }
}

}  // namespace

double tree_similarity(const ComparedTable& expected, const ComparedTable& actual,
                       const TextPool& pool) {
  const std::vector<Row> a = rows_of(expected), b = rows_of(actual);
  return 1 - tree_distance(a, b, pool) / std::max(tree_size(a), tree_size(b));
}

}  // namespace crossfoot
