// Runs the number network with OpenCV DNN.
//
// The model is 1.3 MB of ONNX, put into the program by the assembler, so that an installation is one
// file and the model cannot be the wrong one. Lines are sorted by width, and those whose width rounds
// up to the same are run in batches: OpenCV plans its buffers anew for every new shape, which costs as
// much as a line, and rounding keeps the shapes few. Padding is paper and never more than 15 columns:
// what a line reads must not depend on its neighbours in the batch, and wide padding was seen to be
// read as text by a network that had learned from narrow padding.
//
// OpenCV's own threads are switched off for the call: pages are read in parallel, one network each.
#include "ocr/number_network.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>

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

constexpr int kMostLines = 16;  // in a batch; more gain nothing on one core
constexpr int kWidthStep = 16;  // columns; a multiple of the network's stride

int rounded_width(int width) { return (width + kWidthStep - 1) / kWidthStep * kWidthStep; }

// Logits of one line, classes x columns in a plane, to log probabilities, columns x classes. The
// columns of the padding count too: the network says "#" where a run of text has come to its end,
// and that may be there.
LineScores log_softmax(const float* logits, int classes, int columns) {
  LineScores scores{columns, classes, {}};
  scores.log_p.resize(static_cast<std::size_t>(columns) * classes);
  for (int x = 0; x < columns; ++x) {
    float top = logits[x];
    for (int c = 1; c < classes; ++c) top = std::max(top, logits[c * columns + x]);
    double sum = 0;
    for (int c = 0; c < classes; ++c) sum += std::exp(logits[c * columns + x] - top);
    const float log_sum = top + static_cast<float>(std::log(sum));
    for (int c = 0; c < classes; ++c) {
      scores.log_p[static_cast<std::size_t>(x) * classes + c] = logits[c * columns + x] - log_sum;
    }
  }
  return scores;
}

}  // namespace

struct NumberNetwork::Impl {
  cv::dnn::Net net;
};

NumberNetwork::NumberNetwork() : impl_(std::make_unique<Impl>()) {
  impl_->net = cv::dnn::readNetFromONNX(
      crossfoot_numbers_begin,
      static_cast<std::size_t>(crossfoot_numbers_end - crossfoot_numbers_begin));
  impl_->net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
  impl_->net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
}

NumberNetwork::~NumberNetwork() = default;

std::vector<LineScores> NumberNetwork::run(const std::vector<LineView>& views) {
  cv::setNumThreads(1);
  std::vector<std::size_t> order(views.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return views[a].width < views[b].width;
  });
  std::vector<LineScores> all(views.size());
  for (std::size_t begin = 0; begin < order.size();) {
    const int width = rounded_width(views[order[begin]].width);
    std::size_t end = begin + 1;
    while (end < order.size() && end - begin < kMostLines &&
           rounded_width(views[order[end]].width) == width) {
      ++end;
    }
    const int shape[] = {static_cast<int>(end - begin), 1, LineView::kRows, width};
    cv::Mat batch(4, shape, CV_32F, cv::Scalar(0));
    for (std::size_t i = begin; i < end; ++i) {
      const LineView& view = views[order[i]];
      for (int y = 0; y < LineView::kRows; ++y) {
        std::memcpy(batch.ptr<float>(static_cast<int>(i - begin), 0, y),
                    view.ink.data() + static_cast<std::size_t>(y) * view.width,
                    sizeof(float) * view.width);
      }
    }
    impl_->net.setInput(batch);
    const cv::Mat logits = impl_->net.forward();  // lines x classes x 1 x columns
    CV_Assert(logits.dims == 4 && logits.size[1] == static_cast<int>(kNumberSymbols.size()) + 1);
    for (std::size_t i = begin; i < end; ++i) {
      all[order[i]] = log_softmax(logits.ptr<float>(static_cast<int>(i - begin)), logits.size[1],
                                  logits.size[3]);
    }
    begin = end;
  }
  return all;
}

}  // namespace crossfoot
