// Which relations a figure stands in.
#pragma once

#include <map>
#include <vector>

#include "reconcile/check.h"

namespace crossfoot {

class Incidence {
 public:
  explicit Incidence(const std::vector<Relation>& relations) {
    for (std::size_t i = 0; i < relations.size(); ++i) {
      add(relations[i].target, static_cast<int>(i));
      for (const Term& term : relations[i].terms) add(term.figure, static_cast<int>(i));
    }
  }

  // Indices of relations, ascending, each once.
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
