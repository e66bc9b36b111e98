// The trained network of numbers.onnx, which is part of the program.
#pragma once

#include <memory>
#include <vector>

#include "ocr/line_view.h"

namespace crossfoot {

// Log probabilities of the classes (number_symbols.h) in each column of a line, columns x classes.
struct LineScores {
  int columns = 0, classes = 0;
  std::vector<float> log_p;
  const float* column(int i) const { return log_p.data() + static_cast<std::size_t>(i) * classes; }
};

// One network; each thread has its own.
class NumberNetwork {
 public:
  NumberNetwork();
  ~NumberNetwork();
  // One result per view, in their order: a column for every 4 columns of the view, and more where
  // the batch was padded with paper. Lines of like width are run together.
  std::vector<LineScores> run(const std::vector<LineView>& views);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crossfoot
