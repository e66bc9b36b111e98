// How long a comparison takes.
//
//     compare_benchmark          prints cells, what was changed, and seconds of the processor
//
// Synthetic accounts of 10 columns, one of 1 000 rows or fifty of 20, against themselves with some
// rows lost and some figures changed. The product's promise: two documents of 10 000 cells in under
// 2 seconds. The last lines show what tables cost that have little in common.
#include <cstdio>
#include <ctime>
#include <random>
#include <string>

#include "tools/compare/compare.h"

namespace {

using namespace crossfoot;

constexpr int kCols = 10;

Table account(int rows, std::mt19937& random) {
  Table table;
  table.n_rows = rows;
  table.n_cols = kCols;
  table.parts = {{1, {}, 0, rows}};
  for (int row = 0; row < rows; ++row) {
    for (int col = 0; col < kCols; ++col) {
      Cell cell;
      cell.row = row;
      cell.col = col;
      cell.page = 1;
      cell.text = col == 0 ? "科目名称" + std::to_string(row)
                           : Amount{static_cast<std::int64_t>(random() % 100000000), 2}.to_string();
      cell.amount = parse_amount(cell.text);
      table.cells.push_back(cell);
    }
  }
  return table;
}

// Every `lost`th row is gone, every `changed`th figure has another digit.
Table damaged(const Table& table, int lost, int changed, std::mt19937& random) {
  Table copy = table;
  copy.cells.clear();
  copy.n_rows = 0;
  for (int row = 0; row < table.n_rows; ++row) {
    if (lost > 0 && row % lost == lost - 1) continue;
    for (int col = 0; col < kCols; ++col) {
      Cell cell = table.cells[static_cast<std::size_t>(row * kCols + col)];
      cell.row = copy.n_rows;
      if (col > 0 && changed > 0 &&
          static_cast<int>(random() % static_cast<unsigned>(changed)) == 0) {
        cell.text[0] = static_cast<char>('1' + random() % 9);
        cell.amount = parse_amount(cell.text);
      }
      copy.cells.push_back(std::move(cell));
    }
    ++copy.n_rows;
  }
  copy.parts[0].n_rows = copy.n_rows;
  return copy;
}

void measure(int tables, int rows, int lost, int changed) {
  std::mt19937 random(5);
  TableDocument expected, actual;
  for (int i = 0; i < tables; ++i) {
    expected.tables.push_back(account(rows, random));
    actual.tables.push_back(damaged(expected.tables.back(), lost, changed, random));
  }
  const std::clock_t begin = std::clock();
  const Comparison comparison = compare(expected, actual);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("%6d x %5d rows  1 in %4d rows lost, 1 in %4d figures changed  %8.3f s  TEDS %.4f\n",
              tables, rows, lost, changed, seconds, comparison.agreement.teds());
}

}  // namespace

int main() {
  measure(1, 1000, 100, 100);
  measure(50, 20, 10, 100);
  measure(1, 1000, 10, 10);
  measure(1, 1000, 3, 2);
  measure(1, 1000, 2, 1);
  return 0;
}
