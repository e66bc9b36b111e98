// Myers' bit-parallel form (1999, in Hyyrö's arrangement of 2003): a column of the matrix is two
// words of bits, where it rises by one and where it falls by one going down, and a character of the
// other text moves all of it at once. Texts longer than a word's bits take the plain matrix.
#include "tools/compare/text_distance.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace crossfoot {
namespace {

constexpr std::size_t kWordBits = 64;

// 1 <= a.size() <= kWordBits.
int distance_in_a_word(std::u32string_view a, std::u32string_view b) {
  std::uint64_t rises = ~std::uint64_t{0}, falls = 0;
  const std::uint64_t last = std::uint64_t{1} << (a.size() - 1);
  int distance = static_cast<int>(a.size());
  for (const char32_t c : b) {
    std::uint64_t equal = 0;
    for (std::size_t i = 0; i < a.size(); ++i) equal |= std::uint64_t{a[i] == c} << i;
    const std::uint64_t diagonal = (((equal & rises) + rises) ^ rises) | equal | falls;
    std::uint64_t rises_along = falls | ~(diagonal | rises);
    std::uint64_t falls_along = rises & diagonal;
    distance += ((rises_along & last) != 0) - ((falls_along & last) != 0);
    rises_along = rises_along << 1 | 1;
    falls_along <<= 1;
    rises = falls_along | ~(diagonal | rises_along);
    falls = rises_along & diagonal;
  }
  return distance;
}

int distance_by_matrix(std::u32string_view a, std::u32string_view b) {
  std::vector<int> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (const char32_t c : a) {
    int diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const int replaced = diagonal + (c != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

int edit_distance(std::u32string_view a, std::u32string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return static_cast<int>(b.size());
  return a.size() <= kWordBits ? distance_in_a_word(a, b) : distance_by_matrix(a, b);
}

}  // namespace crossfoot
