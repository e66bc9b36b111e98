// Rules that a user writes about documents of one kind, and the rules that a document suggests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "reconcile/amount.h"

namespace crossfoot {

// A figure by what is printed: words of its table's title, its row's label or code, its column's
// header. Each matches when the printed text contains it, white space and full-width forms aside;
// "" matches all. The first figure in document order that matches all three is meant.
struct RuleFigure {
  std::string table, row, column;
  int sign = 1;
  bool divisor = false;
};

enum class RuleOperator { equal, about, at_most };  // = ≈ ≤

struct Rule {
  std::string name;
  RuleFigure target;
  RuleOperator op = RuleOperator::equal;
  bool ratio = false;  // target = 100 x terms / divisors
  std::vector<RuleFigure> terms;
  int line = 0;  // of its `check`
};

struct RuleError {
  int line = 1, column = 1;  // from 1, columns in code points
  std::string message;       // what was expected and what stands there
};

// Reads a rule file, a TOML subset:
//
//     # comment
//     [[rule]]
//     name = "收支平衡"
//     check = "[部门收支总表 | 支出总计 | 预算数] = [部门收支总表 | 收入总计 | 预算数]"
//
// A check is one figure, one of = ≈ ≤ (also ~= and <=), and figures joined by + and -, or
// `100 * … / …` with a figure or a sum in round brackets on either side.
std::variant<std::vector<Rule>, RuleError> parse_rules(std::string_view toml);

// The same file back. parse_rules reads it to equal rules.
std::string rules_to_toml(const std::vector<Rule>& rules);

}  // namespace crossfoot
