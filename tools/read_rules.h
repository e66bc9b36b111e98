// A user's rule file, read once for all inputs.
#pragma once

#include <string>
#include <vector>

#include "extract/result.h"
#include "reconcile/rules.h"

namespace crossfoot {

// "" gives no rules. A mistake in the file is an Error with its line and column.
Result<std::vector<Rule>> read_rules(const std::string& path);

}  // namespace crossfoot
