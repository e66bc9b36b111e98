// Changes misread figures where the arithmetic and the recogniser leave one reading.
#pragma once

#include <string>
#include <vector>

#include "reconcile/check.h"
#include "reconcile/figures.h"
#include "reconcile/incidence.h"

namespace crossfoot {

struct Repair {
  CellRef cell;
  Amount before, after;
  std::string text;           // as it would be printed
  double cost = 0;            // of having misread it so
  std::vector<int> restores;  // indices of findings that failed and then hold
  std::vector<int> keeps;     // indices of findings that held and still do
};

// Searches until nothing more is determined. `figures` is brought up to date with the repairs;
// Deterministic. See the .cpp for limits and cost.
std::vector<Repair> find_repairs(const TableDocument& document,
                                 const std::vector<Finding>& findings, const Incidence& incidence,
                                 Figures& figures);

}  // namespace crossfoot
