#include "tools/nearest.h"

#include <algorithm>

#include "tools/compare/text_distance.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

std::optional<std::string> nearest(const std::string& mistyped,
                                   const std::vector<std::string>& words) {
  std::optional<std::string> best;
  int least = std::max(1, (static_cast<int>(mistyped.size()) + 1) / 3) + 1;
  for (const std::string& word : words) {
    const int distance = edit_distance(code_points(mistyped), code_points(word));
    if (distance >= least) continue;
    least = distance;
    best = word;
  }
  return best;
}

}  // namespace crossfoot
