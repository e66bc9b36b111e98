// Which labels are part of which other labels.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace crossfoot {

// Pairs (i, j) with keys[i] a proper part of keys[j], for keys "l:…" of at least three ideographs
// that are part of few others, or are another with one word left out inside; sorted by i. See the
// .cpp for the cost.
std::vector<std::pair<int, int>> key_parts(const std::vector<std::string>& keys);

}  // namespace crossfoot
