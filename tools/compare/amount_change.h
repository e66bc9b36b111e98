// Exact differences of printed amounts.
#pragma once

#include <optional>

#include "reconcile/amount.h"

namespace crossfoot {

// b - a, with the decimals of the finer one; nothing where it does not fit 18 digits.
std::optional<Amount> change_between(const Amount& a, const Amount& b);

// |change| <= tolerance, by value.
bool is_within(const Amount& change, const Amount& tolerance);

}  // namespace crossfoot
