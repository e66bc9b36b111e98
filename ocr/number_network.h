// The trained network of numbers.onnx, which is part of the program.
#pragma once

#include <memory>
#include <vector>

#include "ocr/line_scores.h"
#include "ocr/line_view.h"

namespace crossfoot {

// One network; each thread has its own.
class NumberNetwork {
 public:
  NumberNetwork();
  ~NumberNetwork();
  // One result per view, in their order: a column for every 4 columns of the view, and more where
  // the batch was padded with paper. Classes as in number_symbols.h. Lines of like width are run
  // together.
  std::vector<LineScores> run(const std::vector<LineView>& views);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crossfoot
