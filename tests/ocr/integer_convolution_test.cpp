#include "ocr/integer_convolution.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace crossfoot {
namespace {

ConvolutionLayer random_layer(int outputs, int inputs, Steps kernel, Steps stride, Steps padding) {
  std::mt19937 random(3);
  std::normal_distribution<float> any(0, 0.2F);
  ConvolutionLayer layer{outputs, inputs, kernel, stride, padding, {}, {}};
  for (int i = 0; i < outputs * inputs * kernel.rows * kernel.columns; ++i) {
    layer.weights.push_back(any(random));
  }
  for (int i = 0; i < outputs; ++i) layer.bias.push_back(any(random));
  return layer;
}

Plane random_plane(int rows, int columns, int channels) {
  std::mt19937 random(4);
  std::uniform_real_distribution<float> any(0, 2);
  Plane plane{rows, columns, channels, {}};
  for (int i = 0; i < rows * columns * channels; ++i) plane.values.push_back(any(random));
  return plane;
}

float at(const Plane& plane, int y, int x, int channel) {
  if (y < 0 || y >= plane.rows || x < 0 || x >= plane.columns) return 0;
  return plane.values[(y * plane.columns + x) * plane.channels + channel];
}

double expected(const ConvolutionLayer& layer, const Plane& plane, int y, int x, int output) {
  double sum = layer.bias[output];
  for (int i = 0; i < layer.inputs; ++i) {
    for (int r = 0; r < layer.kernel.rows; ++r) {
      for (int c = 0; c < layer.kernel.columns; ++c) {
        const int row = (output * layer.inputs + i) * layer.kernel.rows + r;
        const int cell = row * layer.kernel.columns + c;
        sum += layer.weights[cell] * at(plane, y * layer.stride.rows - layer.padding.rows + r,
                                        x * layer.stride.columns - layer.padding.columns + c, i);
      }
    }
  }
  return sum;
}

void expect_near(const ConvolutionLayer& layer, const Plane& plane, int rows, int columns) {
  const Plane output = IntegerConvolution(layer).run(plane);
  ASSERT_EQ(output.rows, rows);
  ASSERT_EQ(output.columns, columns);
  ASSERT_EQ(output.channels, layer.outputs);
  double square = 0, difference = 0;
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < columns; ++x) {
      for (int o = 0; o < layer.outputs; ++o) {
        const double right = expected(layer, plane, y, x, o);
        square += right * right;
        difference += std::pow(at(output, y, x, o) - right, 2);
      }
    }
  }
  EXPECT_LT(std::sqrt(difference / square), 0.01);  // weights and inputs of eight bits
}

TEST(IntegerConvolution, IsTheConvolution) {
  expect_near(random_layer(5, 3, {3, 3}, {1, 1}, {1, 1}), random_plane(6, 11, 3), 6, 11);
  expect_near(random_layer(7, 1, {3, 3}, {2, 2}, {1, 1}), random_plane(8, 20, 1), 4, 10);
  expect_near(random_layer(4, 6, {3, 3}, {2, 1}, {1, 1}), random_plane(8, 9, 6), 4, 9);
  expect_near(random_layer(4, 6, {2, 1}, {1, 1}, {0, 0}), random_plane(2, 9, 6), 1, 9);
  expect_near(random_layer(20, 6, {1, 5}, {1, 1}, {0, 2}), random_plane(1, 37, 6), 1, 37);
}

TEST(IntegerConvolution, OfNothingIsTheBias) {
  const ConvolutionLayer layer = random_layer(3, 2, {3, 3}, {1, 1}, {1, 1});
  const Plane output = IntegerConvolution(layer).run({2, 2, 2, std::vector<float>(8)});
  for (int o = 0; o < 3; ++o) EXPECT_FLOAT_EQ(at(output, 1, 1, o), layer.bias[o]);
}

}  // namespace
}  // namespace crossfoot
