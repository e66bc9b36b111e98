// Units of money by the words that name them.
//
// The longest word wins: 万元 before 元. A unit counts only with a currency in it, so that "万人"
// or
// "%" is no unit of money; `£` alone is a pound.
#include "reconcile/money_unit.h"

#include <array>
#include <utility>

#include "reconcile/text_fold.h"

namespace crossfoot {

std::optional<int> money_unit_exp(std::string_view text) {
  // Folded forms, longest meaning first.
  static constexpr std::array<std::pair<std::string_view, int>, 26> kUnits{{
      {"百亿元", 10}, {"十亿元", 9}, {"亿元", 8},     {"千万元", 7},   {"百万元", 6},
      {"十万元", 5},  {"万元", 4},   {"千元", 3},     {"百元", 2},     {"£bn", 9},
      {"$bn", 9},     {"€bn", 9},    {"£million", 6}, {"$million", 6}, {"€million", 6},
      {"£m", 6},      {"$m", 6},     {"€m", 6},       {"\"000", 3},    {"£000", 3},
      {"$000", 3},    {"€000", 3},   {"元", 0},       {"£", 0},        {"$", 0},
      {"€", 0},
  }};
  const std::string folded = fold(text);
  for (const auto& [word, exp] : kUnits) {
    if (contains(folded, word)) return exp;
  }
  return std::nullopt;
}

}  // namespace crossfoot
