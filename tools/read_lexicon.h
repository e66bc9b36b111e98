// A user's list of terms.
#pragma once

#include <string>
#include <vector>

#include "extract/result.h"
#include "reconcile/label_readings.h"

namespace crossfoot {

// Of a file, one term a line, optionally its code and a tab before it; none for "".
Result<std::vector<LexiconTerm>> read_lexicon(const std::string& path);

}  // namespace crossfoot
