// Edit distance of texts.
#pragma once

#include <string_view>

namespace crossfoot {

// Least number of characters to insert, delete or replace (Levenshtein 1966). O(n) for texts of
// which one has at most 64 characters, else O(n x m).
int edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace crossfoot
