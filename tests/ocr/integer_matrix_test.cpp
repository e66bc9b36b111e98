#include "ocr/integer_matrix.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>
#include <vector>

namespace crossfoot {
namespace {

// The layouts that this processor can use.
std::set<bool> layouts() { return {false, IntegerMatrix::has_byte_products()}; }

void expect_sums_of_terms(int rows, int columns, int count, bool side_by_side) {
  std::mt19937 random(1);
  std::uniform_int_distribution<int> any(-127, 127);
  std::vector<std::int8_t> values;
  for (int i = 0; i < rows * columns; ++i) values.push_back(static_cast<std::int8_t>(any(random)));
  const IntegerMatrix matrix(rows, columns, values, side_by_side);
  std::vector<std::int16_t> inputs;
  for (int i = 0; i < count * matrix.padded_columns(); ++i) {
    inputs.push_back(static_cast<std::int16_t>(any(random)));
  }
  std::vector<std::int32_t> sums(static_cast<std::size_t>(count) * matrix.padded_rows(), -1);
  matrix.multiply(inputs.data(), count, sums.data());
  for (int i = 0; i < count; ++i) {
    for (int r = 0; r < rows; ++r) {
      int expected = 0;
      for (int k = 0; k < columns; ++k) {
        expected += values[r * columns + k] * inputs[i * matrix.padded_columns() + k];
      }
      ASSERT_EQ(sums[i * matrix.padded_rows() + r], expected) << rows << " x " << columns;
    }
  }
}

TEST(IntegerMatrix, ProductsAreTheSumsOfTheirTerms) {
  for (const bool side_by_side : layouts()) {
    for (const auto& [rows, columns, count] :
         {std::array{1, 1, 4}, {5, 9, 4}, {16, 9, 144}, {33, 96, 8}, {20, 130, 28}, {64, 608, 16}}) {
      expect_sums_of_terms(rows, columns, count, side_by_side);
    }
  }
}

TEST(IntegerMatrix, ExtremeValuesDoNotOverflow) {
  constexpr int kColumns = 4096;
  for (const bool side_by_side : layouts()) {
    const IntegerMatrix matrix(1, kColumns, std::vector<std::int8_t>(kColumns, -127), side_by_side);
    const std::vector<std::int16_t> inputs(IntegerMatrix::kInputs * kColumns, 127);
    std::vector<std::int32_t> sums(IntegerMatrix::kInputs * matrix.padded_rows());
    matrix.multiply(inputs.data(), IntegerMatrix::kInputs, sums.data());
    EXPECT_EQ(sums[0], -127 * 127 * kColumns);
  }
}

}  // namespace
}  // namespace crossfoot
