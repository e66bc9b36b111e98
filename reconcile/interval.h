// Exact sums of printed figures, with the tolerance that their printed digits allow.
//
// A figure printed as 38.02 stands for [38.015, 38.025): half its last digit to either side. A sum
// of such figures is an interval whose width is the sum of theirs, and a stated total agrees with
// it when the two intervals have a point in common. Half open, so that two figures printed at the
// same precision that must be one figure agree only to the last digit: [38.005, 38.015) and
// [38.015, 38.025) share nothing. No percentage anywhere. (XBRL Calculations 1.1, section 3, with
// "round to nearest"; there the intervals are closed.)
//
// Departure: a printed zero is exact. Disclosures print 0.00 for "nothing", and a sum with seven
// such terms would otherwise let the one real term be wrong by four last digits.
#pragma once

#include <optional>

#include "reconcile/amount.h"

namespace crossfoot {

__extension__ typedef __int128 Wide;

// An amount and the power of ten of the unit it is printed in: 万元 is 4, 元 is 0.
struct Quantity {
  Amount amount;
  int unit_exp = 0;
  // Decimals that the figure is meant to, where that is more than it was printed with: a table of
  // two decimals that prints 10.9 means 10.90, not something between 10.85 and 10.95.
  int least_decimals = 0;

  int decimals() const {
    return amount.decimals > least_decimals ? amount.decimals : least_decimals;
  }
  int exponent() const { return unit_exp - decimals(); }  // of the last digit that is meant
};

// A sum of quantities kept as a whole number of halves of 10^exponent, with its half width.
// |exponent| stays small: units of at most 10^9 and at most 18 decimals, so that 10^5 addends of 18
// digits fit the 127 bits of Wide.
struct Interval {
  Wide centre = 0;  // in halves of 10^exponent
  Wide radius = 0;  // in halves of 10^exponent
  int exponent = 0;
};

Wide power_of_ten(int exponent);  // 0 <= exponent <= 37

Interval interval_of(const Quantity& quantity);
// The sum of a and sign x b; exact. Nothing when the exponents lie more than 18 apart.
std::optional<Interval> plus(const Interval& a, const Interval& b, int sign);
// True when the half-open intervals have a point in common.
bool agree(const Interval& a, const Interval& b);

// The centre, in units of 10^unit_exp; nothing when it does not fit 18 digits.
std::optional<Amount> centre_amount(const Interval& interval, int unit_exp);
std::optional<Amount> radius_amount(const Interval& interval, int unit_exp);

}  // namespace crossfoot
