// crossfoot.findings/1: what check found, as JSON.
#pragma once

#include <string>

#include "reconcile/check.h"

namespace crossfoot {

// Findings in the order of the result, failing and holding. A figure of the running text stands as
// {"page", "text"} where one of a table stands as {"table", "row", "col"}.
std::string findings_to_json(const CheckResult& result);

}  // namespace crossfoot
