// What a network says of a line, column by column.
#pragma once

#include <cstddef>
#include <vector>

namespace crossfoot {

// Natural logarithms of the probabilities of the classes in each column, columns x classes. Class 0 is
// CTC's blank.
struct LineScores {
  int columns = 0, classes = 0;
  std::vector<float> log_p;
  const float* column(int i) const { return log_p.data() + static_cast<std::size_t>(i) * classes; }
};

}  // namespace crossfoot
