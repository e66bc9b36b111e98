// The trees have three levels, and rows match rows and cells match cells (the constrained distance
// of Zhang 1995): so the distance is an edit distance of the sequences of rows, in which replacing
// a row by another costs the edit distance of their cells.
//
//     [项目 预算数]        [项目 预算数]     equal: 0
//     [合计 5.00]          [合计 6.00]       one of four characters: 0.25
//     [其他 5.00]                            deleted: 3 nodes
//     1 + 3 + 3 + 3 nodes                    1 - 3.25 / 10 = 0.675
//
// Most of the matrix is never needed. Pairing the rows as they were aligned costs something: the
// distance is at most that. So a place is left out from where the rest cannot come within that bound
// (Ukkonen 1985), and what the rest costs at least is known, too: the rows that one side has more,
// and for each cell whose text the other table does not have a character of it. Where half the rows
// are lost and all figures changed this leaves a band of some dozen rows around the alignment. A
// row's replacement is computed only where it can matter: within reach, and where leaving both rows
// unpaired is not cheaper already.
#include "tools/compare/tree_similarity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>
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

// Edit distance of two sequences if it is at most `bound`, else kFar. size(x): what inserting or
// deleting costs; rest(i, j): no more than what a from i on costs against b from j on;
// replacing(x, y) is asked only where it can matter.
template <class T, class Size, class Rest, class Replacing>
double sequence_distance(const std::vector<T>& a, const std::vector<T>& b, double bound, Size size,
                         Rest rest, Replacing replacing) {
  const std::size_t n = a.size(), m = b.size();
  const auto in_reach = [&](double cost, std::size_t i, std::size_t j) {
    return cost + rest(i, j) <= bound;
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
      if (above[j] < best && in_reach(above[j], i + 1, j + 1)) {
        best = std::min(best, above[j] + replacing(a[i], b[j]));
      }
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
      a, b, kFar, [](const Node&) { return 1.0; }, [](std::size_t, std::size_t) { return 0.0; },
      [&](const Node& x, const Node& y) { return distance_of(x, y, pool); });
}

double tree_size(const std::vector<Row>& rows) {
  double size = 1;
  for (const Row& row : rows) size += nodes_in(row);
  return size;
}

// What rows of one table cost at least against rows of another, wherever they are paired.
class LeastCosts {
 public:
  LeastCosts(const std::vector<Row>& a, const std::vector<Row>& b, const TextPool& pool)
      : n_(a.size()), m_(b.size()), from_(a.size() + 1, 0.0) {
    std::unordered_set<int> texts;
    std::size_t longest = 1;
    for (const Row& row : b) {
      least_size_ = std::min(least_size_, nodes_in(row));
      for (const Node& node : row) {
        texts.insert(node.text);
        longest = std::max(longest, pool[node.text].text.size());
      }
    }
    double dearest = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
      least_size_ = std::min(least_size_, nodes_in(a[i]));
      double row = 0;
      for (const Node& node : a[i]) {
        if (texts.contains(node.text)) continue;
        row += 1.0 / static_cast<double>(std::max(longest, pool[node.text].text.size()));
      }
      from_[i] = from_[i + 1] + row;
      dearest = std::max(dearest, row);
    }
    deleted_ = least_size_ - dearest;
  }

  // A row that is deleted costs its size instead of what its cells cost.
  double rest(std::size_t i, std::size_t j) const {
    const std::size_t left = n_ - i, there = m_ - j;
    return from_[i] + (left > there ? static_cast<double>(left - there) * deleted_
                                    : static_cast<double>(there - left) * least_size_);
  }

 private:
  std::size_t n_, m_;
  double least_size_ = kFar, deleted_ = 0;
  std::vector<double> from_;  // of the rows from i on
};

double cost_of(const std::vector<int>& pairs, const std::vector<Row>& a, const std::vector<Row>& b,
               const TextPool& pool) {
  double cost = 0;
  for (const Row& row : b) cost += nodes_in(row);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (pairs[i] < 0) {
      cost += nodes_in(a[i]);
    } else {
      const Row& partner = b[static_cast<std::size_t>(pairs[i])];
      cost += distance_of(a[i], partner, pool) - nodes_in(partner);
    }
  }
  return cost;
}

}  // namespace

double tree_similarity(const ComparedTable& expected, const ComparedTable& actual,
                       const std::vector<int>& row_pairs, const TextPool& pool) {
  constexpr double kRounding = 1e-9;  // sums of the same costs in another order
  const std::vector<Row> a = rows_of(expected), b = rows_of(actual);
  const double known = cost_of(row_pairs, a, b, pool);
  const LeastCosts least(a, b, pool);
  const double distance = sequence_distance(
      a, b, known + kRounding * (1 + known), nodes_in,
      [&](std::size_t i, std::size_t j) { return least.rest(i, j); },
      [&](const Row& x, const Row& y) { return distance_of(x, y, pool); });
  return 1 - std::min(known, distance) / std::max(tree_size(a), tree_size(b));
}

}  // namespace crossfoot
