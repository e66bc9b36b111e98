// How long check takes as a document grows.
//
//     check_benchmark [TABLES...]    prints amounts, relations, processor seconds and nanoseconds
//                                    per amount
//
// The document is a synthetic account: tables of 200 rows of three levels of codes with ten
// columns, each printed kCopies times, so that row, code and cross-table relations all occur. The
// product's promise: 10 000 amounts in 20 000 relations in under a second on one core, and the time
// per amount growing no faster than the logarithm of their number. Seconds depend on caches and on
// what else the machine does; what the algorithm costs shows in instructions:
// `valgrind --tool=callgrind --toggle-collect='crossfoot::check(*' check_benchmark 5`.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "reconcile/check.h"

namespace {

using namespace crossfoot;

constexpr int kRows = 200, kParts = 9, kCopies = 5;

std::string printed(long cents) { return Amount{cents, 2}.to_string(); }

std::string numbered(const char* text, int number) {
  std::string out(text);
  out.append(std::to_string(number));
  return out;
}

void add_cell(Table& table, int row, int col, const std::string& text) {
  Cell cell;
  cell.row = row;
  cell.col = col;
  cell.page = 1;
  cell.text = text;
  table.cells.push_back(cell);
}

// 20 codes of five digits that no other number has, each with one of seven and eight of nine digits
// under it.
Table account(int number) {
  unsigned seed = 7u + static_cast<unsigned>(number);
  Table table;
  table.title = "支出表";
  table.unit = "元";
  table.header_rows = 1;
  table.n_rows = kRows + 2;
  table.n_cols = 3 + kParts;
  table.parts = {{1, {}, 0, table.n_rows}};
  const char* header[] = {"科目编码", "科目名称", "合计"};
  for (int col = 0; col < table.n_cols; ++col) {
    add_cell(table, 0, col, col < 3 ? header[col] : numbered("项目支出", col));
  }
  long figures[kRows + 2][kParts] = {};
  for (int row = kRows + 1; row > 0; --row) {
    const int place = (row - 2) % 10;  // 0: five digits, 1: seven digits, 2..9: nine digits
    for (int part = 0; part < kParts; ++part) {
      seed = seed * 1664525u + 1013904223u;
      if (row == 1) {
        for (int r = 2; r < kRows + 2; r += 10) figures[1][part] += figures[r][part];
      } else if (place == 0) {
        figures[row][part] = figures[row + 1][part];
      } else if (place == 1) {
        for (int r = row + 1; r < row + 9; ++r) figures[row][part] += figures[r][part];
      } else {
        figures[row][part] = static_cast<long>(seed >> 4) % 100000000;
      }
    }
  }
  for (int row = 1; row < kRows + 2; ++row) {
    const int place = (row - 2) % 10;
    std::string code;
    if (row > 1) code = std::to_string(10000 + number * (kRows / 10) + (row - 2) / 10);
    if (row > 1 && place > 0) code.append("01");
    if (row > 1 && place > 1) code.append(std::to_string(place + 10));
    add_cell(table, row, 0, code);
    add_cell(table, row, 1,
             row == 1 ? "合计" : numbered("部分", number).append("科目").append(code));
    long sum = 0;
    for (int part = 0; part < kParts; ++part) sum += figures[row][part];
    add_cell(table, row, 2, printed(sum));
    for (int part = 0; part < kParts; ++part)
      add_cell(table, row, 3 + part, printed(figures[row][part]));
  }
  return table;
}

TableDocument document_of(int tables) {
  TableDocument document;
  document.source = "synthetic";
  for (int i = 0; i < tables; ++i) {
    document.tables.push_back(account(i / kCopies));
    document.tables.back().id = numbered("t", i + 1);
  }
  return document;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<int> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::atoi(argv[i]));
  if (sizes.empty()) sizes = {1, 5, 10, 20, 50, 100};
  std::printf("%10s %10s %10s %10s\n", "amounts", "relations", "seconds", "ns/amount");
  for (const int tables : sizes) {
    TableDocument document = document_of(tables);
    const std::clock_t begin = std::clock();
    const CheckResult result = check(std::move(document));
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::printf("%10d %10d %10.3f %10.0f\n", result.summary.amounts, result.summary.relations,
                seconds, seconds * 1e9 / result.summary.amounts);
    if (result.summary.fail > 0)
      std::printf("%d relations fail in a document that is right\n", result.summary.fail);
  }
  return 0;
}
