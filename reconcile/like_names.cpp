// One item that two tables name a little differently.
//
//     2020年离休现役军人及伤残军人医疗费用 | 80 万元
//     2020年离休人员及现役军人医疗费用     | 800,000.00 元      15 of 20 and 18 signs in common
//
// Names are alike when twice the length of their longest common subsequence is at least kAlike of
// both lengths, and the shorter has kMinSigns. That is never enough to tell 离休 from 退休, so the
// amounts must agree as well: names propose, figures accept, and nothing is found that fails.
//
// Cost: only figures whose first digits are equal are compared at all. Fails, by finding nothing,
// where an item was renamed.
#include "reconcile/like_names.h"

#include <algorithm>

#include "reconcile/common_subsequence.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr double kAlike = 0.75;
constexpr std::size_t kMinSigns = 6;
// Amounts in different units agree in these, but for rounding.
constexpr std::size_t kFirstDigits = 2;

// "37,574.5" and "375,745,000" -> "37"; "" for zero.
std::string first_digits(const Amount& amount) {
  std::string digits = Amount{amount.units < 0 ? -amount.units : amount.units, 0}.to_string();
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits.substr(0, kFirstDigits);
}

bool are_alike(const std::string& first, const std::string& second) {
  const std::u32string a = code_points(first), b = code_points(second);
  if (std::min(a.size(), b.size()) < kMinSigns) return false;
  return 2.0 * static_cast<double>(longest_common_subsequence(a, b)) >=
         kAlike * static_cast<double>(a.size() + b.size());
}

}  // namespace

LikeNames::LikeNames(const std::vector<NamedFigure>& known, const Figures& figures)
    : figures_(figures) {
  for (const NamedFigure& item : known) {
    const std::string digits = first_digits(figures.find(item.figure)->amount);
    if (!digits.empty()) by_digits_[digits].push_back(item);
  }
}

std::vector<CellRef> LikeNames::of(const NamedFigure& wanted) const {
  std::vector<CellRef> found;
  const Quantity& own = *figures_.find(wanted.figure);
  const auto candidates = by_digits_.find(first_digits(own.amount));
  if (candidates == by_digits_.end()) return found;
  for (const NamedFigure& other : candidates->second) {
    if (other.figure.table == wanted.figure.table || other.unit != wanted.unit) continue;
    if (!agree(interval_of(own), interval_of(*figures_.find(other.figure)))) continue;
    if (are_alike(wanted.name, other.name)) found.push_back(other.figure);
  }
  return found;
}

}  // namespace crossfoot
