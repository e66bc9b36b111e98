#include "tools/compare/amount_change.h"

#include <algorithm>

#include "reconcile/interval.h"

namespace crossfoot {
namespace {

// 36 digits at most: 18 of the amount, 18 of decimals.
Wide units_at(const Amount& amount, int decimals) {
  return static_cast<Wide>(amount.units) * power_of_ten(decimals - amount.decimals);
}

}  // namespace

std::optional<Amount> change_between(const Amount& a, const Amount& b) {
  const int decimals = std::max(a.decimals, b.decimals);
  const Wide units = units_at(b, decimals) - units_at(a, decimals);
  const Wide limit = power_of_ten(18);
  if (units >= limit || units <= -limit) return std::nullopt;
  return Amount{static_cast<std::int64_t>(units), decimals};
}

bool is_within(const Amount& change, const Amount& tolerance) {
  const int decimals = std::max(change.decimals, tolerance.decimals);
  const Wide units = units_at(change, decimals);
  return (units < 0 ? -units : units) <= units_at(tolerance, decimals);
}

}  // namespace crossfoot
