// The network in blocks, against one column after the other in double precision.
#include "ocr/text_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace crossfoot {
namespace {

Weights random_weights(int rows, int columns, std::mt19937& random) {
  std::uniform_int_distribution<int> any(-127, 127);
  Weights weights;
  weights.rows = rows;
  weights.columns = columns;
  for (int r = 0; r < rows; ++r) {
    for (int k = 0; k < columns; ++k) weights.values.push_back(static_cast<std::int8_t>(any(random)));
    weights.bias.push_back(any(random) * 127);
    weights.scale.push_back(1.5e-4F);
  }
  return weights;
}

LstmLayer random_lstm(int inputs, int states, bool reversed, std::mt19937& random) {
  return {inputs, states, reversed, random_weights(4 * states, inputs + states, random)};
}

TextNetwork random_network() {
  std::mt19937 random(7);
  TextNetwork network;
  network.height = 10;  // three cells and a row to spare
  network.convolution = random_weights(5, 9, random);
  network.down = random_lstm(5, 6, false, random);
  network.along = {random_lstm(6, 7, false, random), random_lstm(7, 5, true, random)};
  network.softmax = random_weights(9, 5, random);
  return network;
}

TextImage random_image(int width, int height, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> any(-127, 127);
  TextImage image{width, {}};
  for (int i = 0; i < width * height; ++i) {
    image.pixels.push_back(static_cast<std::int8_t>(any(random)));
  }
  return image;
}

using Vector = std::vector<int>;

double product(const Weights& weights, int row, const Vector& input) {
  int sum = weights.bias[row];
  for (int k = 0; k < weights.columns; ++k) {
    sum += weights.values[row * weights.columns + k] * input[k];
  }
  return sum * static_cast<double>(weights.scale[row]);
}

int activation(double value) { return static_cast<int>(std::lround(value * 127)); }

std::vector<Vector> lstm_outputs(const LstmLayer& layer, std::vector<Vector> inputs) {
  const auto logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
  std::vector<double> state(layer.states);
  Vector output(layer.states);
  std::vector<Vector> outputs;
  if (layer.reversed) std::reverse(inputs.begin(), inputs.end());
  for (Vector input : inputs) {
    input.insert(input.end(), output.begin(), output.end());
    const int n = layer.states;
    const auto gate = [&](int row) { return product(layer.gates, row, input); };
    for (int i = 0; i < n; ++i) {
      state[i] = state[i] * logistic(gate(2 * n + i)) + std::tanh(gate(i)) * logistic(gate(n + i));
      output[i] = activation(std::tanh(state[i]) * logistic(gate(3 * n + i)));
    }
    outputs.push_back(output);
  }
  if (layer.reversed) std::reverse(outputs.begin(), outputs.end());
  return outputs;
}

std::vector<Vector> column_of_cells(const TextNetwork& network, const TextImage& image, int column) {
  const int rows = network.height / 3 * 3;
  std::vector<Vector> cells;
  for (int y = 0; y < rows; y += 3) {
    Vector cell;
    for (int r = 0; r < network.convolution.rows; ++r) {
      double top = -1e9;
      for (int i = 0; i < 9; ++i) {
        Vector patch;
        for (int dx = -1; dx <= 1; ++dx) {
          for (int dy = -1; dy <= 1; ++dy) {
            const int px = column * 3 + i % 3 + dx, py = y + i / 3 + dy;
            const bool inside = px >= 0 && px < image.width && py >= 0 && py < rows;
            patch.push_back(inside ? image.pixels[py * image.width + px] : 0);
          }
        }
        top = std::max(top, product(network.convolution, r, patch));
      }
      cell.push_back(activation(std::tanh(top)));
    }
    cells.push_back(cell);
  }
  return cells;
}

std::vector<std::vector<double>> reference(const TextNetwork& network, const TextImage& image) {
  std::vector<Vector> line;
  for (int column = 0; column < image.width / 3; ++column) {
    line.push_back(lstm_outputs(network.down, column_of_cells(network, image, column)).back());
  }
  for (const LstmLayer& layer : network.along) line = lstm_outputs(layer, line);
  std::vector<std::vector<double>> scores;
  for (const Vector& column : line) {
    std::vector<double> logits;
    double sum = 0;
    for (int r = 0; r < network.softmax.rows; ++r) {
      logits.push_back(product(network.softmax, r, column));
      sum += std::exp(logits.back());
    }
    for (double& logit : logits) logit -= std::log(sum);
    scores.push_back(logits);
  }
  return scores;
}

TEST(TextNetwork, EqualsOneColumnAfterTheOther) {
  const TextNetwork network = random_network();
  for (const int width : {3, 31, 64}) {
    const TextImage image = random_image(width, network.height, 11);
    const LineScores scores = LineNetwork(network).run({image}).at(0);
    const auto expected = reference(network, image);
    ASSERT_EQ(scores.columns, static_cast<int>(expected.size()));
    ASSERT_EQ(scores.classes, 9);
    for (int x = 0; x < scores.columns; ++x) {
      for (int c = 0; c < scores.classes; ++c) {
        EXPECT_NEAR(scores.column(x)[c], expected[x][c], 0.02) << width << ", column " << x;
      }
    }
  }
}

TEST(TextNetwork, ALineReadsAlikeAloneAndAmongOthers) {
  const TextNetwork network = random_network();
  std::vector<TextImage> images;
  for (unsigned i = 0; i < 21; ++i) {
    images.push_back(random_image(static_cast<int>(i * 37 % 120), network.height, i));
  }
  const std::vector<LineScores> together = LineNetwork(network).run(images);
  ASSERT_EQ(together.size(), images.size());
  for (std::size_t i = 0; i < images.size(); ++i) {
    EXPECT_EQ(together[i].columns, images[i].width / 3);
    EXPECT_EQ(together[i].log_p, LineNetwork(network).run({images[i]}).at(0).log_p) << i;
  }
}

TEST(TextNetwork, NoLinesAndLinesWithoutWidth) {
  const TextNetwork network = random_network();
  EXPECT_TRUE(LineNetwork(network).run({}).empty());
  EXPECT_EQ(LineNetwork(network).run({TextImage{}, TextImage{}}).at(1).columns, 0);
}

}  // namespace
}  // namespace crossfoot
