// Built three times; which is used is settled when the program starts:
//
//   every x86, AVX2   plain loops over padded rows, which the compiler turns into vector instructions;
//                     a sum is spread over a vector and added up at its end
//   AVX-512 VNNI      sixteen rows side by side, their bytes in groups of four columns as one
//                     instruction multiplies them: nothing is added up at the end, which for matrices of
//                     few columns (9 to 160) is most of the time
//
// All give the same sums. Products a nanosecond on one core, of 16 inputs with 2048 x 608, 256 x 80 and
// 32 x 144: SSE2 38, 26, 31; AVX2 67, 39, 50; VNNI 203, 160, 165.
#include "ocr/integer_matrix.h"

#include <cassert>
#include <cstring>
#include <numeric>

#if defined(__x86_64__) && !defined(__clang__)
#define CROSSFOOT_X86
#include <immintrin.h>
#endif

#define CROSSFOOT_INLINE inline __attribute__((always_inline))

namespace crossfoot {
namespace {

constexpr int kBlock = 4;  // rows and inputs that plain loops take together
constexpr int kStep = 32;  // columns of theirs
constexpr int kRows = 16;  // side by side
constexpr int kGroup = 4;  // columns that one instruction adds up
static_assert(IntegerMatrix::kInputs % kBlock == 0 && kRows % kBlock == 0 && kStep % kGroup == 0);

// kBlock rows and kBlock inputs at a time, so that each value that is loaded is used as often.
CROSSFOOT_INLINE void multiply_all(const std::int8_t* weights, int rows, int columns,
                                   const std::int16_t* inputs, int count, std::int32_t* sums) {
  const int steps = columns / kStep;
  for (int row = 0; row < rows; row += kBlock) {
    const std::int8_t* w = weights + static_cast<long>(row) * columns;
    for (int b = 0; b < count; b += kBlock) {
      const std::int16_t* x = inputs + static_cast<long>(b) * columns;
      std::int32_t s[kBlock][kBlock] = {};
      for (int k = 0; k < steps * kStep; ++k) {
        for (int i = 0; i < kBlock; ++i) {
          for (int r = 0; r < kBlock; ++r) s[i][r] += w[k + r * columns] * x[k + i * columns];
        }
      }
      for (int i = 0; i < kBlock; ++i) {
        for (int r = 0; r < kBlock; ++r) sums[static_cast<long>(b + i) * rows + row + r] = s[i][r];
      }
    }
  }
}

void multiply_plain(const std::int8_t* weights, int rows, int columns, const std::int16_t* inputs,
                    int count, std::int32_t* sums) {
  multiply_all(weights, rows, columns, inputs, count, sums);
}

#ifdef CROSSFOOT_X86
__attribute__((target("avx2"))) void multiply_avx2(const std::int8_t* weights, int rows, int columns,
                                                   const std::int16_t* inputs, int count,
                                                   std::int32_t* sums) {
  multiply_all(weights, rows, columns, inputs, count, sums);
}

#define CROSSFOOT_VNNI __attribute__((target("avx512vnni,avx512bw,avx512vl")))

// kRows rows with N inputs that are `stride` bytes apart. first: what the sums begin with.
template <int N>
CROSSFOOT_VNNI void multiply_rows(const std::int8_t* weights, int groups, const std::uint8_t* inputs,
                                  int stride, const std::int32_t* first, std::int32_t* sums, int rows) {
  __m512i s[N];
  for (int i = 0; i < N; ++i) s[i] = _mm512_loadu_si512(first);
  for (int k = 0; k < groups; ++k) {
    const __m512i w = _mm512_loadu_si512(weights + k * kRows * kGroup);
    for (int i = 0; i < N; ++i) {
      std::int32_t group = 0;
      std::memcpy(&group, inputs + i * stride + k * kGroup, kGroup);
      s[i] = _mm512_dpbusd_epi32(s[i], _mm512_set1_epi32(group), w);
    }
  }
  for (int i = 0; i < N; ++i) _mm512_storeu_si512(sums + static_cast<long>(i) * rows, s[i]);
}

// The instruction wants one of its factors without a sign: 128 is added to each input, and 128 times
// the row's sum taken off beforehand.
CROSSFOOT_VNNI void multiply_vnni(const std::int8_t* weights, const std::int32_t* row_sums, int rows,
                                  int groups, int stride, const std::int16_t* inputs, int count,
                                  std::int32_t* sums) {
  constexpr int kRaised = 128;
  thread_local std::vector<std::uint8_t> raised;
  raised.resize(static_cast<std::size_t>(count) * stride);
  std::uint8_t* const bytes = raised.data();
  for (int i = 0; i < count * stride; ++i) bytes[i] = static_cast<std::uint8_t>(inputs[i] + kRaised);
  for (int row = 0; row < rows; row += kRows) {
    const std::int8_t* w = weights + static_cast<long>(row) * groups * kGroup;
    std::int32_t first[kRows];
    for (int r = 0; r < kRows; ++r) first[r] = -kRaised * row_sums[row + r];
    for (int b = 0; b < count;) {
      const std::uint8_t* x = bytes + static_cast<long>(b) * stride;
      std::int32_t* out = sums + static_cast<long>(b) * rows + row;
      if (count - b >= 16) {
        multiply_rows<16>(w, groups, x, stride, first, out, rows);
        b += 16;
      } else if (count - b >= 8) {
        multiply_rows<8>(w, groups, x, stride, first, out, rows);
        b += 8;
      } else {
        multiply_rows<4>(w, groups, x, stride, first, out, rows);
        b += 4;
      }
    }
  }
}

const bool kHasVnni = __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512vl") &&
                      __builtin_cpu_supports("avx512bw");
const auto kMultiply = __builtin_cpu_supports("avx2") ? multiply_avx2 : multiply_plain;
#else
constexpr bool kHasVnni = false;
constexpr auto kMultiply = multiply_plain;
#endif

}  // namespace

bool IntegerMatrix::has_byte_products() { return kHasVnni; }

IntegerMatrix::IntegerMatrix(int rows, int columns, const std::vector<std::int8_t>& values,
                             bool side_by_side)
    : side_by_side_(side_by_side),
      groups_(rounded_up(columns, kGroup) / kGroup),
      padded_rows_(rounded_up(rows, kRows)),
      padded_columns_(rounded_up(columns, kStep)),
      values_(static_cast<std::size_t>(padded_rows_) * padded_columns_),
      row_sums_(padded_rows_) {
  for (int r = 0; r < rows; ++r) {
    const std::int8_t* row = values.data() + static_cast<std::size_t>(r) * columns;
    row_sums_[r] = std::accumulate(row, row + columns, std::int32_t{0});
    for (int k = 0; k < columns; ++k) {
      const std::size_t block = static_cast<std::size_t>(r / kRows) * groups_ + k / kGroup;
      const std::size_t at = side_by_side_ ? (block * kRows + r % kRows) * kGroup + k % kGroup
                                           : static_cast<std::size_t>(r) * padded_columns_ + k;
      values_[at] = row[k];
    }
  }
}

void IntegerMatrix::multiply(const std::int16_t* inputs, int count, std::int32_t* sums) const {
  assert(count % kInputs == 0);
#ifdef CROSSFOOT_X86
  if (side_by_side_) {
    return multiply_vnni(values_.data(), row_sums_.data(), padded_rows_, groups_, padded_columns_,
                         inputs, count, sums);
  }
#endif
  kMultiply(values_.data(), padded_rows_, padded_columns_, inputs, count, sums);
}

}  // namespace crossfoot
