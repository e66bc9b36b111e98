// Whose error a failing relation is, and what every figure's status is in the end.
#pragma once

#include "reconcile/check.h"
#include "reconcile/figures.h"
#include "reconcile/form_doubts.h"

namespace crossfoot {

// Sets verdict, culprits and message of the findings, and status and why of the cells.
void judge(CheckResult& result, Figures& figures, const std::vector<FormDoubt>& doubts);

}  // namespace crossfoot
