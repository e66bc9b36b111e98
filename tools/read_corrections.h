// crossfoot.corrections/1: what was typed in the review page.
#pragma once

#include <string>
#include <vector>

#include "extract/result.h"
#include "reconcile/corrections.h"

namespace crossfoot {

// Of a file; none for "". Errors: unreadable, with what is wrong.
Result<std::vector<Correction>> read_corrections(const std::string& path);

}  // namespace crossfoot
