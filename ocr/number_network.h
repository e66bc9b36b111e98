// The trained network of numbers.onnx, which is part of the program.
#pragma once

#include <vector>

#include "ocr/integer_convolution.h"
#include "ocr/line_scores.h"
#include "ocr/line_view.h"

namespace crossfoot {

class NumberNetwork {
 public:
  NumberNetwork();
  // One result per view, in their order: a column for every 4 columns of the view and of the paper
  // after it. Classes as in number_symbols.h.
  std::vector<LineScores> run(const std::vector<LineView>& views) const;

 private:
  LineScores scores_of(const LineView& view) const;

  std::vector<IntegerConvolution> layers_;
};

}  // namespace crossfoot
