// Aligns two sequences in their order so that the sum of the similarities of what is paired is
// greatest.
//
//     a b c d          a-a, c-c, d-d; b is lost
//     a c d
//
// Dynamic programming over the prefixes (Needleman & Wunsch 1970, without a price for gaps: a
// similarity of 0 or more is the price). Of equal sums the pairing nearest to the beginning is
// taken. Cost: n x m similarities, n x m bytes.
#pragma once

#include <vector>

namespace crossfoot {

// For each i of n its j of m, or -1. similarity(i, j) >= 0 is asked once for each pair.
template <class Similarity>
std::vector<int> align(int n, int m, Similarity similarity) {
  enum Step : char { up, left, pair };
  const auto width = static_cast<std::size_t>(m);
  std::vector<Step> steps(static_cast<std::size_t>(n) * width);
  std::vector<double> above(width + 1, 0.0), sums(width + 1, 0.0);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < m; ++j) {
      const auto at = static_cast<std::size_t>(j);
      double& sum = sums[at + 1];
      sum = above[at] + similarity(i, j);
      Step step = pair;
      if (sum <= sums[at]) sum = sums[at], step = left;
      if (sum <= above[at + 1]) sum = above[at + 1], step = up;
      steps[static_cast<std::size_t>(i) * width + at] = step;
    }
    std::swap(above, sums);
  }
  std::vector<int> pairs(static_cast<std::size_t>(n), -1);
  for (int i = n - 1, j = m - 1; i >= 0 && j >= 0;) {
    switch (steps[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j)]) {
      case up:
        --i;
        break;
      case left:
        --j;
        break;
      case pair:
        pairs[static_cast<std::size_t>(i--)] = j--;
        break;
    }
  }
  return pairs;
}

// The other direction: for each j of m its i, or -1.
inline std::vector<int> inverse(const std::vector<int>& pairs, int m) {
  std::vector<int> back(static_cast<std::size_t>(m), -1);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i] >= 0) back[static_cast<std::size_t>(pairs[i])] = static_cast<int>(i);
  }
  return back;
}

}  // namespace crossfoot
