// Convolutions of planes of real numbers, none below 0, in integers.
#pragma once

#include <cstdint>
#include <vector>

#include "ocr/integer_matrix.h"

namespace crossfoot {

// rows x columns x channels, row by row.
struct Plane {
  int rows = 0, columns = 0, channels = 0;
  std::vector<float> values;
};

// A distance or a number of cells in both directions.
struct Steps {
  int rows = 0, columns = 0;
};

// What lies within `padding` beyond a plane's edge is 0.
struct ConvolutionLayer {
  int outputs = 0, inputs = 0;  // channels
  Steps kernel, stride, padding;
  std::vector<float> weights;  // outputs x inputs x kernel rows x kernel columns
  std::vector<float> bias;     // of each output
};

class IntegerConvolution {
 public:
  explicit IntegerConvolution(const ConvolutionLayer& layer);

  // input: with as many channels as there are inputs. One channel for each output.
  Plane run(const Plane& input) const;

 private:
  int outputs_, inputs_;
  Steps kernel_, stride_, padding_;
  std::vector<float> bias_;
  std::vector<float> scale_;  // of each output: real value of one unit of its weights
  IntegerMatrix weights_;     // outputs x a kernel row by row, channels last
  std::vector<std::int32_t> of_zeros_;  // what a patch of zeros gives each output
};

}  // namespace crossfoot
