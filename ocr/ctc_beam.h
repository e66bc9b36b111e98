// Ranked readings of a line from a network's scores.
#pragma once

#include <vector>

#include "ocr/number_network.h"

namespace crossfoot {

struct Decoded {
  std::vector<int> symbols;  // classes without blank, left to right
  double log_p = 0;          // natural logarithm of the probability of exactly this sequence
};

// The most likely sequences, best first, at most `width` of them. O(columns x width x likely
// symbols).
std::vector<Decoded> beam_search(const LineScores& scores, int width);

}  // namespace crossfoot
