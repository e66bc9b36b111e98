// The inner loops of text_network.cpp, for the vector instructions that the processor has.
#pragma once

#include <cstdint>

namespace crossfoot {

inline constexpr int kBlock = 4, kStep = 32;

// sums[b * rows + r] = sum over k of weights[r * columns + k] * inputs[b * columns + k]. rows and
// batch: multiples of kBlock; columns: of kStep. All values within -127 .. 127, so that nothing
// overflows below 130 000 columns.
void multiply(const std::int8_t* weights, int rows, int columns, const std::int16_t* inputs,
              int batch, std::int32_t* sums);

// One step of an LSTM of n states. gates: 4n real values before their functions, in the order of
// LstmLayer, used up; state, output: n, the former changed, the latter written as integers.
void advance_lstm(int n, float* gates, float* state, std::int16_t* output);

void apply_tanh(int n, float* values);

// The logarithm of the sum of e^values[i]; n at least 1.
float log_sum_exp(int n, const float* values);

// 1 becomes 127.
inline std::int16_t to_activation(float value) {
  return static_cast<std::int16_t>(static_cast<int>(value * 127 + (value < 0 ? -0.5F : 0.5F)));
}

}  // namespace crossfoot
