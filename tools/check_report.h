// What check found, for a person at a terminal.
#pragma once

#include <string>

#include "reconcile/check.h"

namespace crossfoot {

// What holds, counted by kind; then what fails, one block each: page, table, row, column, stated,
// computed, difference, whose error. Colours (ANSI) when asked for. Lines end in LF.
std::string check_report(const CheckResult& result, bool colour);

}  // namespace crossfoot
