// The figures that a paragraph states, with the words that say what they are.
#pragma once

#include <string>
#include <vector>

#include "reconcile/check.h"
#include "reconcile/interval.h"

namespace crossfoot {

enum class Role {
  level,   // …预算数1780.03万元
  change,  // 比上年增加101.26万元
  growth,  // 增长14.87%
  share,   // 占67%
};

struct Mention {
  TextRef where;      // the digits
  Quantity quantity;  // per cent for growth and share, else money
  Role role = Role::level;
  int sign = 1;            // -1 for 减少 and 下降
  std::string label;       // folded words between the figure before and this one
  int sentence = 0;        // counts 。 within the paragraph
  bool in_reason = false;  // inside 主要原因是… or 主要用于…, where figures explain others
  bool after_of_which = false;  // 其中 stands between the level before and this one
  bool after_colon = false;     // a colon does
};

// In the order of the text. Only figures with a money unit or a per cent sign; 元/人 is a price and
// is left out. O(length).
std::vector<Mention> mentions_in(const std::string& text, int paragraph);

}  // namespace crossfoot
