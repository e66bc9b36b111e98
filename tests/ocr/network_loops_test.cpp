#include "ocr/network_loops.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace crossfoot {
namespace {

TEST(NetworkLoops, OneStepOfAnLstmIsItsEquations) {
  constexpr int n = 19;  // no multiple of a vector's length
  std::mt19937 random(2);
  std::uniform_real_distribution<float> any(-6, 6);
  std::vector<float> gates(4 * n), state(n);
  for (float& g : gates) g = any(random);
  for (float& s : state) s = any(random);
  const std::vector<float> before = gates, old_state = state;
  std::vector<std::int16_t> output(n);
  advance_lstm(n, gates.data(), state.data(), output.data());
  const auto logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
  for (int i = 0; i < n; ++i) {
    const double expected = old_state[i] * logistic(before[2 * n + i]) +
                            std::tanh(before[i]) * logistic(before[n + i]);
    EXPECT_NEAR(state[i], expected, 1e-5);
    EXPECT_NEAR(output[i], 127 * std::tanh(expected) * logistic(before[3 * n + i]), 0.501);
  }
}

TEST(NetworkLoops, StateStaysWithinItsBound) {
  std::vector<float> gates = {50, 50, 50, 50}, state = {100};
  std::int16_t output = 0;
  advance_lstm(1, gates.data(), state.data(), &output);
  EXPECT_EQ(state[0], 100);
  EXPECT_EQ(output, 127);
}

TEST(NetworkLoops, TanhAndLogSumExpFarOut) {
  std::vector<float> values = {-1e6F, -20, -1, 0, 1e-4F, 2.5F, 1e6F};
  const std::vector<float> before = values;
  apply_tanh(static_cast<int>(values.size()), values.data());
  for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(values[i], std::tanh(before[i]), 1e-6);
  const std::vector<float> logits = {-1000, 3, 1, 2};
  EXPECT_NEAR(log_sum_exp(4, logits.data()), std::log(std::exp(3) + std::exp(1) + std::exp(2)), 1e-5);
}

TEST(NetworkLoops, ActivationsRoundToTheNearest) {
  EXPECT_EQ(to_activation(1), 127);
  EXPECT_EQ(to_activation(-1), -127);
  EXPECT_EQ(to_activation(0.49F / 127), 0);
  EXPECT_EQ(to_activation(-0.51F / 127), -1);
}

}  // namespace
}  // namespace crossfoot
