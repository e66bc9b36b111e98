// An integer matrix and its products with many vectors at a time, for the vector instructions that the
// processor has.
#pragma once

#include <cstdint>
#include <vector>

namespace crossfoot {

class IntegerMatrix {
 public:
  static constexpr int kInputs = 4;  // inputs come in multiples of it

  // Whether the processor multiplies bytes, for which rows are laid side by side.
  static bool has_byte_products();

  // values: rows x columns, row by row. side_by_side: only where has_byte_products().
  IntegerMatrix(int rows, int columns, const std::vector<std::int8_t>& values,
                bool side_by_side = has_byte_products());

  int padded_rows() const { return padded_rows_; }
  int padded_columns() const { return padded_columns_; }

  // sums[i * padded_rows() + r] = sum over k of
  //     values[r * columns + k] * inputs[i * padded_columns() + k].
  // count: of inputs, a multiple of kInputs. All values within -127 .. 127, so that nothing overflows
  // below 60 000 columns.
  void multiply(const std::int16_t* inputs, int count, std::int32_t* sums) const;

 private:
  bool side_by_side_;
  int groups_;  // of columns, of which one instruction takes one
  int padded_rows_, padded_columns_;
  std::vector<std::int8_t> values_;  // as the processor wants them
  std::vector<std::int32_t> row_sums_;
};

// n rounded up to a multiple of step.
constexpr int rounded_up(int n, int step) { return (n + step - 1) / step * step; }

}  // namespace crossfoot
