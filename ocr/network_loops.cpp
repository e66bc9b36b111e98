// Written as plain loops that the compiler turns into vector instructions, and the longest of them built
// three times: for every x86, for AVX2 and for AVX-512. Which is used is settled when the program starts.
// All give the same bits: no real product is fused with a sum (-ffp-contract=off).
#include "ocr/network_loops.h"

#include <algorithm>
#include <bit>
#include <cmath>

#define CROSSFOOT_INLINE inline __attribute__((always_inline))

namespace crossfoot {
namespace {

constexpr float kMostState = 100;  // Tesseract's bound

// e^x to 2e-7 of itself, without a branch: e^x = 2^n e^r with |r| <= ln 2 / 2, and the polynomial of
// Cephes' expf.
CROSSFOOT_INLINE float exp_of(float x) {
  constexpr float kLog2E = 1.44269504F, kLn2High = 0.693359375F, kLn2Low = -2.12194440e-4F;
  constexpr int kBias = 127;  // of a float's exponent
  x = std::min(std::max(x, -87.0F), 87.0F);
  const int exponent = static_cast<int>(x * kLog2E + (kBias + 0.5F));
  const float n = static_cast<float>(exponent - kBias);
  const float r = x - n * kLn2High - n * kLn2Low;
  float p = 1.9875691500e-4F;
  p = p * r + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * r * r + r + 1.0F;
  return p * std::bit_cast<float>(exponent << 23);
}

CROSSFOOT_INLINE float logistic(float x) { return 1 / (1 + exp_of(-x)); }
CROSSFOOT_INLINE float tanh_of(float x) { return 2 / (1 + exp_of(-2 * x)) - 1; }

CROSSFOOT_INLINE void advance_all(int n, float* gates, float* state, std::int16_t* output) {
  for (int i = 0; i < n; ++i) gates[i] = tanh_of(gates[i]);
  for (int i = n; i < 4 * n; ++i) gates[i] = logistic(gates[i]);
  for (int i = 0; i < n; ++i) {
    const float next = state[i] * gates[2 * n + i] + gates[i] * gates[n + i];
    state[i] = std::min(std::max(next, -kMostState), kMostState);
  }
  for (int i = 0; i < n; ++i) gates[i] = tanh_of(state[i]) * gates[3 * n + i];
  for (int i = 0; i < n; ++i) output[i] = to_activation(gates[i]);
}

using Advance = void (*)(int, float*, float*, std::int16_t*);

#if defined(__x86_64__) && !defined(__clang__)
__attribute__((target("avx2"))) void advance_avx2(int n, float* gates, float* state,
                                                  std::int16_t* output) {
  advance_all(n, gates, state, output);
}

__attribute__((target("avx512vl,avx512bw,prefer-vector-width=512"))) void
advance_avx512(int n, float* gates, float* state, std::int16_t* output) {
  advance_all(n, gates, state, output);
}

const bool kHasAvx512 = __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
const Advance kAdvance = kHasAvx512                        ? advance_avx512
                         : __builtin_cpu_supports("avx2") ? advance_avx2
                                                          : advance_all;
#else
constexpr Advance kAdvance = advance_all;
#endif

}  // namespace

void advance_lstm(int n, float* gates, float* state, std::int16_t* output) {
  kAdvance(n, gates, state, output);
}

void apply_tanh(int n, float* values) {
  for (int i = 0; i < n; ++i) values[i] = tanh_of(values[i]);
}

float log_sum_exp(int n, const float* values) {
  const float top = *std::max_element(values, values + n);
  float sum = 0;
  for (int i = 0; i < n; ++i) sum += exp_of(values[i] - top);
  return top + std::log(sum);
}

}  // namespace crossfoot
