// Figures of one amount under names that differ by little.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reconcile/figures.h"

namespace crossfoot {

struct NamedFigure {
  CellRef figure;
  std::string name;  // a key as label_key makes it
  std::string unit;  // of a count, "" of money
};

class LikeNames {
 public:
  // `figures` must outlive it. O(n log n).
  LikeNames(const std::vector<NamedFigure>& known, const Figures& figures);

  // The known figures of other tables and of the same unit that agree with the figure and are named
  // alike; see the .cpp.
  std::vector<CellRef> of(const NamedFigure& wanted) const;

 private:
  const Figures& figures_;
  std::map<std::string, std::vector<NamedFigure>> by_digits_;  // the first of the amount
};

}  // namespace crossfoot
