// Forward pass of Tesseract's line networks, in integers.
//
// Tesseract runs one line after the other and one column of it after the other: its weights (1.4
// million for Chinese) are fetched anew for each column, and half of the time goes into bookkeeping
// around short vectors. Here columns of kBatch lines go side by side, and every weight that is fetched
// serves all of them: a line of ten characters, 150 columns, takes 270 million products.
//
// As in Tesseract, weights and activations are integers of 8 bits (127 is 1), sums exact and gates
// real. What differs: functions themselves instead of tables of them, gray instead of random pixels
// beyond the edge, and the maximum of 3 x 3 before tanh, which rises and so changes nothing.
//
// Sources: Hochreiter and Schmidhuber, "Long short-term memory", Neural Computation 9 (1997), with the
// forget gates of Gers, Schmidhuber and Cummins (2000); the networks are described in Tesseract's
// VGSLSpecs and in Smith's tutorial at DAS 2016.
#include "ocr/text_network.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "ocr/network_loops.h"

namespace crossfoot {
namespace {

constexpr int kBatch = 16;  // lines; their activations stay in the first cache, 20 kB
constexpr int kPool = 3;   // pixels, across and down

int padded_count(int n) { return rounded_up(n, IntegerMatrix::kInputs); }

// Activations of a line, columns x depth.
struct Columns {
  int columns = 0, depth = 0;
  std::vector<std::int16_t> values;

  Columns(int columns, int depth)
      : columns(columns),
        depth(depth),
        values(static_cast<std::size_t>(columns) * depth) {}
  std::int16_t* at(int column) { return values.data() + static_cast<std::size_t>(column) * depth; }
};

// Products of one layer's weights with up to `batch` inputs.
class Products {
 public:
  Products(const ReadyWeights& weights, int batch)
      : weights_(weights),
        inputs_(static_cast<std::size_t>(padded_count(batch)) * weights.matrix.padded_columns()),
        sums_(static_cast<std::size_t>(padded_count(batch)) * weights.matrix.padded_rows()),
        values_(weights.rows()) {}

  void clear() { std::fill(inputs_.begin(), inputs_.end(), std::int16_t{0}); }
  std::int16_t* input(int i) {
    return inputs_.data() + static_cast<std::size_t>(i) * weights_.matrix.padded_columns();
  }
  void multiply_first(int batch) {
    weights_.matrix.multiply(inputs_.data(), padded_count(batch), sums_.data());
  }
  std::int32_t* sums(int i) {
    return sums_.data() + static_cast<std::size_t>(i) * weights_.matrix.padded_rows();
  }
  // The sums of an input as real numbers, valid until the next call.
  std::span<float> values(int i) {
    const std::int32_t* from = sums(i);
    for (int r = 0; r < weights_.rows(); ++r) {
      values_[r] = static_cast<float>(from[r] + weights_.bias[r]) * weights_.scale[r];
    }
    return values_;
  }

 private:
  const ReadyWeights& weights_;
  std::vector<std::int16_t> inputs_;
  std::vector<std::int32_t> sums_;
  std::vector<float> values_;
};

// kBatch sequences in one LSTM, all at the same step.
class LstmState {
 public:
  explicit LstmState(const ReadyLstm& layer)
      : layer_(layer),
        products_(layer.gates, kBatch),
        states_(static_cast<std::size_t>(kBatch) * layer.states) {}

  void begin() {
    products_.clear();
    std::fill(states_.begin(), states_.end(), 0.0F);
  }
  void set_input(int sequence, const std::int16_t* values) {
    std::copy_n(values, layer_.inputs, products_.input(sequence));
  }
  const std::int16_t* output(int sequence) { return products_.input(sequence) + layer_.inputs; }

  // Of the first `sequences`.
  void step(int sequences) {
    products_.multiply_first(sequences);
    for (int s = 0; s < sequences; ++s) {
      advance_lstm(layer_.states, products_.values(s).data(),
                   states_.data() + static_cast<std::size_t>(s) * layer_.states,
                   products_.input(s) + layer_.inputs);
    }
  }

 private:
  const ReadyLstm& layer_;
  Products products_;  // the inputs of each sequence are followed by its last outputs
  std::vector<float> states_;
};

// The 3 x 3 pixels around each pixel of three columns, column by column; gray beyond the edge.
void cut_patches(const TextImage& image, int height, int column, Products& products) {
  int patch = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = column * kPool; x < (column + 1) * kPool; ++x) {
      std::int16_t* out = products.input(patch++);
      for (int px = x - 1; px <= x + 1; ++px) {
        for (int py = y - 1; py <= y + 1; ++py) {
          const bool inside = px >= 0 && px < image.width && py >= 0 && py < height;
          *out++ = inside ? image.pixels[static_cast<std::size_t>(py) * image.width + px] : 0;
        }
      }
    }
  }
}

// Convolution, maximum and tanh: a column for every three pixels, in it a cell for every three rows.
Columns convolve(const ReadyWeights& weights, int height, const TextImage& image) {
  const int cells = height / kPool;
  const int patches = cells * kPool * kPool;
  Columns result(image.width / kPool, cells * weights.rows());
  Products products(weights, patches);
  for (int column = 0; column < result.columns; ++column) {
    cut_patches(image, cells * kPool, column, products);
    products.multiply_first(patches);
    std::int16_t* out = result.at(column);
    for (int cell = 0; cell < cells; ++cell) {
      std::int32_t* top = products.sums(cell * kPool * kPool);
      for (int i = 1; i < kPool * kPool; ++i) {
        const std::int32_t* sums = products.sums(cell * kPool * kPool + i);
        for (int r = 0; r < weights.rows(); ++r) top[r] = std::max(top[r], sums[r]);
      }
      const std::span<float> values = products.values(cell * kPool * kPool);
      apply_tanh(weights.rows(), values.data());
      out = std::transform(values.begin(), values.end(), out, to_activation);
    }
  }
  return result;
}

// Each column of cells from its head to its foot; what the LSTM says at the foot stands for it.
Columns summarize(const ReadyLstm& layer, Columns cells) {
  Columns result(cells.columns, layer.states);
  LstmState lstm(layer);
  for (int first = 0; first < cells.columns; first += kBatch) {
    const int count = std::min(kBatch, cells.columns - first);
    lstm.begin();
    for (int at = 0; at < cells.depth; at += layer.inputs) {
      for (int i = 0; i < count; ++i) lstm.set_input(i, cells.at(first + i) + at);
      lstm.step(count);
    }
    for (int i = 0; i < count; ++i) {
      std::copy_n(lstm.output(i), layer.states, result.at(first + i));
    }
  }
  return result;
}

// lines: at most kBatch, the longest first.
void run_along(const ReadyLstm& layer, std::vector<Columns>& lines) {
  LstmState lstm(layer);
  lstm.begin();
  std::vector<Columns> results;
  for (const Columns& line : lines) results.emplace_back(line.columns, layer.states);
  int open = static_cast<int>(lines.size());
  for (int step = 0; step < lines.front().columns; ++step) {
    while (lines[open - 1].columns <= step) --open;
    const auto column_of = [&](int i) {
      return layer.reversed ? lines[i].columns - 1 - step : step;
    };
    for (int i = 0; i < open; ++i) lstm.set_input(i, lines[i].at(column_of(i)));
    lstm.step(open);
    for (int i = 0; i < open; ++i) {
      std::copy_n(lstm.output(i), layer.states, results[i].at(column_of(i)));
    }
  }
  lines = std::move(results);
}

LineScores log_softmax(const ReadyWeights& weights, Columns& line) {
  LineScores scores{line.columns, weights.rows(), {}};
  scores.log_p.reserve(static_cast<std::size_t>(line.columns) * weights.rows());
  Products products(weights, kBatch);
  for (int first = 0; first < line.columns; first += kBatch) {
    const int count = std::min(kBatch, line.columns - first);
    for (int i = 0; i < count; ++i) {
      std::copy_n(line.at(first + i), line.depth, products.input(i));
    }
    products.multiply_first(count);
    for (int i = 0; i < count; ++i) {
      const std::span<float> values = products.values(i);
      const float whole = log_sum_exp(weights.rows(), values.data());
      for (const float value : values) scores.log_p.push_back(value - whole);
    }
  }
  return scores;
}

}  // namespace

ReadyWeights::ReadyWeights(Weights weights)
    : matrix(weights.rows, weights.columns, weights.values),
      bias(std::move(weights.bias)),
      scale(std::move(weights.scale)) {}

ReadyLstm::ReadyLstm(LstmLayer layer)
    : inputs(layer.inputs),
      states(layer.states),
      reversed(layer.reversed),
      gates(std::move(layer.gates)) {}

LineNetwork::LineNetwork(TextNetwork network)
    : height_(network.height),
      convolution_(std::move(network.convolution)),
      down_(std::move(network.down)),
      softmax_(std::move(network.softmax)) {
  for (LstmLayer& layer : network.along) along_.emplace_back(std::move(layer));
}

std::vector<LineScores> LineNetwork::run(const std::vector<TextImage>& images) const {
  std::vector<std::size_t> order(images.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return images[a].width > images[b].width;
  });
  std::vector<LineScores> all(images.size());
  for (std::size_t begin = 0; begin < order.size(); begin += kBatch) {
    const std::size_t end = std::min(order.size(), begin + kBatch);
    std::vector<Columns> lines;
    for (std::size_t i = begin; i < end; ++i) {
      lines.push_back(summarize(down_, convolve(convolution_, height_, images[order[i]])));
    }
    for (const ReadyLstm& layer : along_) run_along(layer, lines);
    for (std::size_t i = begin; i < end; ++i) {
      all[order[i]] = log_softmax(softmax_, lines[i - begin]);
    }
  }
  return all;
}

}  // namespace crossfoot
