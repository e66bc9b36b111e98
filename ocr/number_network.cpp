// Runs the number network, in integers.
//
// The model is 1.3 MB of ONNX, put into the program by the assembler, so that an installation is one
// file and the model cannot be the wrong one. OpenCV reads it; its own run of it, in real numbers, takes
// 0.8 ms for a line of 130 columns, and integer_convolution.cpp 0.25.
//
// What a line reads does not depend on others. Its width is rounded up with paper, never more than 15
// columns: wide padding was seen to be read as text by a network that had learned from narrow padding.
#include "ocr/number_network.h"

#include <algorithm>
#include <functional>
#include <opencv2/dnn/all_layers.hpp>
#include <opencv2/dnn/dnn.hpp>
#include <string>

#include "ocr/network_loops.h"
#include "ocr/number_symbols.h"

// The file's bytes, from the build's definition of CROSSFOOT_NUMBERS_ONNX (a path).
__asm__(
    ".section .rodata\n"
    ".balign 16\n"
    "crossfoot_numbers_begin:\n"
    ".incbin \"" CROSSFOOT_NUMBERS_ONNX "\"\n"
    "crossfoot_numbers_end:\n"
    ".previous\n");
extern "C" {
extern const char crossfoot_numbers_begin[] __attribute__((visibility("hidden")));
extern const char crossfoot_numbers_end[] __attribute__((visibility("hidden")));
}

namespace crossfoot {
namespace {

constexpr std::size_t kLayers = 9, kFirstContext = 6;

constexpr int kWidthStep = 16;  // columns; a multiple of the network's stride

// The convolutions of the network, in their order.
std::vector<IntegerConvolution> convolutions_of(cv::dnn::Net net) {
  std::vector<IntegerConvolution> convolutions;
  for (const std::string& name : net.getLayerNames()) {
    const auto layer = net.getLayer(net.getLayerId(name)).dynamicCast<cv::dnn::BaseConvolutionLayer>();
    if (!layer) continue;
    CV_Assert(layer->pads_begin == layer->pads_end);
    const auto steps = [](const std::vector<std::size_t>& values) {
      return Steps{static_cast<int>(values.at(0)), static_cast<int>(values.at(1))};
    };
    const cv::Mat &weights = layer->blobs.at(0), &bias = layer->blobs.at(1);
    convolutions.emplace_back(ConvolutionLayer{
        weights.size[0], weights.size[1], steps(layer->kernel_size), steps(layer->strides),
        steps(layer->pads_begin),
        {weights.ptr<float>(), weights.ptr<float>() + weights.total()},
        {bias.ptr<float>(), bias.ptr<float>() + bias.total()}});
  }
  return convolutions;
}

Plane plane_of(const LineView& view) {
  Plane plane{LineView::kRows, rounded_up(view.width, kWidthStep), 1, {}};
  plane.values.resize(static_cast<std::size_t>(plane.rows) * plane.columns);
  for (int y = 0; y < plane.rows; ++y) {
    std::copy_n(view.ink.data() + static_cast<std::size_t>(y) * view.width, view.width,
                plane.values.data() + static_cast<std::size_t>(y) * plane.columns);
  }
  return plane;
}

Plane rectified(Plane plane) {
  for (float& value : plane.values) value = std::max(value, 0.0F);
  return plane;
}

Plane added(Plane a, const Plane& b) {
  std::transform(a.values.begin(), a.values.end(), b.values.begin(), a.values.begin(), std::plus<>());
  return a;
}

// The largest of each 2 x 2.
Plane pooled(const Plane& plane) {
  Plane result{plane.rows / 2, plane.columns / 2, plane.channels, {}};
  const auto cell = [&](int y, int x) {
    return plane.values.data() + (static_cast<std::size_t>(y) * plane.columns + x) * plane.channels;
  };
  for (int y = 0; y < result.rows; ++y) {
    for (int x = 0; x < result.columns; ++x) {
      const float *a = cell(2 * y, 2 * x), *b = cell(2 * y + 1, 2 * x);
      for (int c = 0; c < plane.channels; ++c) {
        result.values.push_back(
            std::max({a[c], a[c + plane.channels], b[c], b[c + plane.channels]}));
      }
    }
  }
  return result;
}

// The columns of the padding count too: the network says "#" where a run of text has come to its end,
// and that may be there.
LineScores log_softmax(const Plane& logits) {
  const int classes = logits.channels;
  CV_Assert(classes == static_cast<int>(kNumberSymbols.size()) + 1);
  LineScores scores{logits.columns, classes, {}};
  for (int x = 0; x < logits.columns; ++x) {
    const float* column = logits.values.data() + static_cast<std::size_t>(x) * classes;
    const float whole = log_sum_exp(classes, column);
    for (int c = 0; c < classes; ++c) scores.log_p.push_back(column[c] - whole);
  }
  return scores;
}

}  // namespace

NumberNetwork::NumberNetwork()
    : layers_(convolutions_of(cv::dnn::readNetFromONNX(
          crossfoot_numbers_begin,
          static_cast<std::size_t>(crossfoot_numbers_end - crossfoot_numbers_begin)))) {
  CV_Assert(layers_.size() == kLayers);
}

// As in tools/train_numbers/model.py.
LineScores NumberNetwork::scores_of(const LineView& view) const {
  const auto layer = [&](std::size_t i, const Plane& plane) {
    return rectified(layers_[i].run(plane));
  };
  Plane plane = pooled(layer(1, layer(0, plane_of(view))));
  for (std::size_t i = 2; i < kFirstContext; ++i) plane = layer(i, plane);
  for (std::size_t i = kFirstContext; i < kLayers - 1; ++i) plane = added(plane, layer(i, plane));
  return log_softmax(layers_[kLayers - 1].run(plane));
}

std::vector<LineScores> NumberNetwork::run(const std::vector<LineView>& views) const {
  std::vector<LineScores> all;
  for (const LineView& view : views) all.push_back(scores_of(view));
  return all;
}

}  // namespace crossfoot
