// Which relations a figure stands in, by the index of their finding.
#pragma once

#include <map>
#include <vector>

#include "reconcile/check.h"

namespace crossfoot {

class Incidence {
 public:
  explicit Incidence(const std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < findings.size(); ++i) {
      for (const FigureRef& figure : findings[i].relation.figures()) {
        add(figure, static_cast<int>(i));
      }
    }
  }

  // Indices of findings, ascending, each once.
  const std::vector<int>& of(const FigureRef& figure) const {
    static const std::vector<int> kNone;
    const auto found = relations_.find(figure);
    return found == relations_.end() ? kNone : found->second;
  }

 private:
  void add(const FigureRef& figure, int relation) {
    std::vector<int>& list = relations_[figure];
    if (list.empty() || list.back() != relation) list.push_back(relation);
  }

  std::map<FigureRef, std::vector<int>> relations_;
};

}  // namespace crossfoot
