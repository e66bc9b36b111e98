// How much two texts have in common, in order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace crossfoot {

// Length of the longest common subsequence, by dynamic programming over one row (Wagner and Fischer
// 1974). Text: std::string for bytes, std::u32string for signs. Cost O(a.size() * b.size()).
template <typename Text>
std::size_t longest_common_subsequence(const Text& a, const Text& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const auto x : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = x == b[j] ? diagonal + 1 : std::max(row[j], above);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace crossfoot
