// A table as the comparison sees it: texts as numbers, so that equal texts are equal numbers.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "reconcile/table.h"

namespace crossfoot {

// A text in comparable form, once for all cells that print it.
struct PooledText {
  std::u32string text;
  std::u32string sorted;              // its characters in order, for overlaps
  std::optional<std::string> number;  // its value where it is one
};

class TextPool {
 public:
  TextPool();
  int id_of(const std::string& printed);  // 0 is the empty text
  const PooledText& operator[](int id) const { return texts_[static_cast<std::size_t>(id)]; }

 private:
  std::vector<PooledText> texts_;
  std::unordered_map<std::string, int> by_print_;
  std::unordered_map<std::u32string, int> by_text_;
};

class ComparedTable {
 public:
  // The table must outlive this. O(rows x cols).
  ComparedTable(const Table& table, TextPool& pool);

  const Table& table() const { return *table_; }
  int rows() const { return table_->n_rows; }
  int cols() const { return table_->n_cols; }
  int cell_at(int row, int col) const { return slots_.at(row, col); }  // index into table().cells
  const Cell& cell(int row, int col) const {
    return table_->cells[static_cast<std::size_t>(slots_.at(row, col))];
  }
  int text_of(int cell) const { return texts_[static_cast<std::size_t>(cell)]; }
  int text(int row, int col) const { return text_of(cell_at(row, col)); }
  bool begins(int row, int col) const {
    return cell(row, col).row == row && cell(row, col).col == col;
  }

 private:
  const Table* table_;
  SlotIndex slots_;
  std::vector<int> texts_;
};

// How many elements two sorted ranges have in common, counted with their number.
template <class Range>
int overlap(const Range& a, const Range& b) {
  int common = 0;
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++common, ++i, ++j;
    }
  }
  return common;
}

// Twice what is common over the sum of both sizes: 1 for equal ranges, 0 for two empty ones.
template <class Range>
double share(const Range& a, const Range& b) {
  const std::size_t sizes = a.size() + b.size();
  return sizes == 0 ? 0 : static_cast<double>(2 * overlap(a, b)) / static_cast<double>(sizes);
}

}  // namespace crossfoot
