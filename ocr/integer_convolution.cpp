// input ──0 is -127, its largest 127──▶ integers ──patch by patch──▶ products ──scales, bias──▶ output
//
// Each output's weights have their own scale, each input plane its own: the values that one line of
// print has in one layer. What that changes of the sums is less than what another scan of the page
// would. With channels last, each row of a patch lies in the input as it lies in the weights, and the
// patches of kPatches places are multiplied together.
//
// Source: Jacob et al., "Quantization and training of neural networks for efficient integer-arithmetic-
// only inference", CVPR 2018, without the training; scales of inputs as they come, not measured before.
#include "ocr/integer_convolution.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace crossfoot {
namespace {

constexpr int kPatches = 16;  // whose sums and inputs stay in the first caches

constexpr float kLargest = 127;  // of an integer, and with its sign the smallest

// The largest of them without their signs, or next to nothing. So floats are in the order of their bits,
// and integers are what compilers find the largest of side by side.
float largest(const std::vector<float>& values) {
  constexpr float kNothing = 1e-20F;
  constexpr std::int32_t kAllButSign = std::numeric_limits<std::int32_t>::max();
  std::int32_t top = std::bit_cast<std::int32_t>(kNothing);
  for (const float value : values) {
    top = std::max(top, std::bit_cast<std::int32_t>(value) & kAllButSign);
  }
  return std::bit_cast<float>(top);
}

int rounded(float units) { return static_cast<int>(units + (units < 0 ? -0.5F : 0.5F)); }

// With its padding around it; 0 becomes -kLargest.
std::vector<std::int16_t> padded_integers(const Plane& plane, const Steps& padding, float unit) {
  const int width = plane.columns + 2 * padding.columns;
  std::vector<std::int16_t> out(
      static_cast<std::size_t>(plane.rows + 2 * padding.rows) * width * plane.channels,
      static_cast<std::int16_t>(-kLargest));
  const auto row_length = static_cast<std::size_t>(plane.columns) * plane.channels;
  for (int y = 0; y < plane.rows; ++y) {
    const float* from = plane.values.data() + y * row_length;
    const std::size_t first = static_cast<std::size_t>(y + padding.rows) * width + padding.columns;
    std::int16_t* to = out.data() + first * plane.channels;
    for (std::size_t i = 0; i < row_length; ++i) {
      to[i] = static_cast<std::int16_t>(rounded(from[i] / unit - kLargest));
    }
  }
  return out;
}

// Of a kernel along a plane.
int places_of(int length, int kernel, int stride) {
  return length < kernel ? 0 : (length - kernel) / stride + 1;
}

std::vector<float> units_of(const ConvolutionLayer& layer) {
  const auto length = static_cast<std::ptrdiff_t>(layer.weights.size()) / layer.outputs;
  std::vector<float> units;
  for (auto row = layer.weights.begin(); row != layer.weights.end(); row += length) {
    units.push_back(largest({row, row + length}) / kLargest);
  }
  return units;
}

// Channels last.
std::vector<std::int8_t> integer_weights(const ConvolutionLayer& layer, const std::vector<float>& units) {
  const int cells = layer.kernel.rows * layer.kernel.columns;
  std::vector<std::int8_t> integers;
  for (int o = 0; o < layer.outputs; ++o) {
    const float* row = layer.weights.data() + static_cast<std::ptrdiff_t>(o) * layer.inputs * cells;
    for (int cell = 0; cell < cells; ++cell) {
      for (int i = 0; i < layer.inputs; ++i) {
        integers.push_back(static_cast<std::int8_t>(rounded(row[i * cells + cell] / units[o])));
      }
    }
  }
  return integers;
}

}  // namespace

IntegerConvolution::IntegerConvolution(const ConvolutionLayer& layer)
    : outputs_(layer.outputs),
      inputs_(layer.inputs),
      kernel_(layer.kernel),
      stride_(layer.stride),
      padding_(layer.padding),
      bias_(layer.bias),
      scale_(units_of(layer)),
      weights_(outputs_, inputs_ * kernel_.rows * kernel_.columns, integer_weights(layer, scale_)) {
  const std::vector<std::int16_t> zeros(
      static_cast<std::size_t>(IntegerMatrix::kInputs) * weights_.padded_columns(),
      static_cast<std::int16_t>(-kLargest));
  of_zeros_.resize(static_cast<std::size_t>(IntegerMatrix::kInputs) * weights_.padded_rows());
  weights_.multiply(zeros.data(), IntegerMatrix::kInputs, of_zeros_.data());
}

Plane IntegerConvolution::run(const Plane& input) const {
  const float unit = largest(input.values) / (2 * kLargest);
  const std::vector<std::int16_t> plane = padded_integers(input, padding_, unit);
  const int width = input.columns + 2 * padding_.columns;
  Plane output;
  output.rows = places_of(input.rows + 2 * padding_.rows, kernel_.rows, stride_.rows);
  output.columns = places_of(width, kernel_.columns, stride_.columns);
  output.channels = outputs_;
  output.values.resize(static_cast<std::size_t>(output.rows) * output.columns * outputs_);
  const int rows = weights_.padded_rows(), columns = weights_.padded_columns();
  const int length = kernel_.columns * inputs_;
  std::vector<std::int16_t> patches(static_cast<std::size_t>(kPatches) * columns);
  std::vector<std::int32_t> sums(static_cast<std::size_t>(kPatches) * rows);
  const int places = output.rows * output.columns;
  for (int first = 0; first < places; first += kPatches) {
    const int count = std::min(kPatches, places - first);
    for (int i = 0; i < count; ++i) {
      const int y = (first + i) / output.columns * stride_.rows;
      const int x = (first + i) % output.columns * stride_.columns;
      for (int k = 0; k < kernel_.rows; ++k) {
        std::copy_n(plane.data() + (static_cast<std::size_t>(y + k) * width + x) * inputs_, length,
                    patches.data() + static_cast<std::size_t>(i) * columns + k * length);
      }
    }
    weights_.multiply(patches.data(), rounded_up(count, IntegerMatrix::kInputs), sums.data());
    for (int i = 0; i < count; ++i) {
      float* out = output.values.data() + static_cast<std::size_t>(first + i) * outputs_;
      const std::int32_t* from = sums.data() + static_cast<std::size_t>(i) * rows;
      for (int o = 0; o < outputs_; ++o) {
        out[o] = static_cast<float>(from[o] - of_zeros_[o]) * (scale_[o] * unit) + bias_[o];
      }
    }
  }
  return output;
}

}  // namespace crossfoot
