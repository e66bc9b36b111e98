// Ranked readings of a line from a network's scores.
#pragma once

#include <limits>
#include <vector>

#include "ocr/line_scores.h"

namespace crossfoot {

inline constexpr double kNever = -std::numeric_limits<double>::infinity();  // log of 0

struct Decoded {
  std::vector<int> symbols;  // classes without blank, left to right
  double log_p = 0;          // natural logarithm of the probability of exactly this sequence
};

// The most likely sequences, best first, at most `width` of them. Classes with less than least_log_p
// in a column are not followed there; nothing comes of a line whose likeliest beginnings have less than
// least_together. O(columns x width x likely classes).
std::vector<Decoded> beam_search(const LineScores& scores, int width, double least_log_p,
                                 double least_together = kNever);

}  // namespace crossfoot
