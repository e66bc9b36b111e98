// The functions of networks over many values, for the vector instructions that the processor has.
#pragma once

#include <cstdint>

namespace crossfoot {

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
