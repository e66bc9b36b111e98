// Arithmetic of half-open intervals on a common power of ten. See interval.h for the why.
//
// Everything is counted in halves of the finest last digit, so that a radius of half a digit is the
// whole number 1 and no division ever happens.
#include "reconcile/interval.h"

#include <algorithm>
#include <cstdlib>

namespace crossfoot {

namespace {

constexpr int kMaxShift = 18;

// The same interval on a finer exponent.
Interval refined(Interval interval, int exponent) {
  const Wide factor = power_of_ten(interval.exponent - exponent);
  interval.centre *= factor;
  interval.radius *= factor;
  interval.exponent = exponent;
  return interval;
}

std::optional<Amount> amount_of(Wide halves, int exponent, int unit_exp) {
  // halves x 10^exponent / 2 = (halves x 5) x 10^(exponent - 1); drop the zero that gives where
  // the number of halves is even.
  Wide units = halves;
  if (units % 2 == 0) {
    units /= 2;
  } else {
    units *= 5;
    --exponent;
  }
  int decimals = unit_exp - exponent;
  for (; decimals > 0 && units == 0; --decimals) {
  }
  for (; decimals < 0; ++decimals) units *= 10;
  const Wide limit = power_of_ten(18);
  if (units >= limit || units <= -limit) return std::nullopt;
  return Amount{static_cast<std::int64_t>(units), decimals};
}

}  // namespace

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

Interval interval_of(const Quantity& quantity) {
  const Wide centre = static_cast<Wide>(quantity.amount.units) * 2 *
                      power_of_ten(quantity.decimals() - quantity.amount.decimals);
  return {centre, centre == 0 ? 0 : 1, quantity.exponent()};
}

std::optional<Interval> plus(const Interval& a, const Interval& b, int sign) {
  if (std::abs(a.exponent - b.exponent) > kMaxShift) return std::nullopt;
  const int exponent = std::min(a.exponent, b.exponent);
  Interval sum = refined(a, exponent);
  const Interval addend = refined(b, exponent);
  sum.centre += sign * addend.centre;
  sum.radius += addend.radius;
  return sum;
}

bool agree(const Interval& a, const Interval& b) {
  const auto difference = plus(a, b, -1);
  if (!difference) return false;
  const Wide gap = difference->centre < 0 ? -difference->centre : difference->centre;
  return gap < difference->radius || gap == 0;
}

std::optional<Amount> centre_amount(const Interval& interval, int unit_exp) {
  return amount_of(interval.centre, interval.exponent, unit_exp);
}

std::optional<Amount> radius_amount(const Interval& interval, int unit_exp) {
  return amount_of(interval.radius, interval.exponent, unit_exp);
}

}  // namespace crossfoot
