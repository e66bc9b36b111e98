// How likely it is that a recogniser read one figure where another is printed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reconcile/table.h"

namespace crossfoot {

// A text that could be printed in a cell instead of the one that was read.
struct Reading {
  std::string text;
  double cost = 0;      // -log of its likelihood relative to the text that was read
  bool listed = false;  // one of the recogniser's own alternatives
};

// The cheapest reading of the cell that has this amount; nothing where none is plausible. Listed
// alternatives first; then one or two slips of a recogniser (a digit taken for another, lost or
// doubled, a decimal point or a sign lost), which a sure recogniser is not supposed to make: a cell
// above the confidence kNoSlipsAbove has only its listed alternatives. O(alternatives + digits²).
std::optional<Reading> reading_of(const Cell& cell, const Amount& amount);

// The readings with one digit taken for another, but for the last digits within rounding; none for
// a cell above kNoSlipsAbove.
std::vector<Reading> single_slips(const Cell& cell);

// `amount` printed the way `model` prints its figure: grouping, currency sign, brackets or minus.
std::string printed_like(const std::string& model, const Amount& amount);

}  // namespace crossfoot
