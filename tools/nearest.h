// What somebody meant who mistyped a word.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace crossfoot {

// The word that needs the fewest letters changed, if those are at most a third of it (and one of a
// short word); the first of equals.
std::optional<std::string> nearest(const std::string& mistyped,
                                   const std::vector<std::string>& words);

}  // namespace crossfoot
