// crossfoot.corrections/1: what was typed in the review page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/result.h"
#include "reconcile/corrections.h"

namespace crossfoot {

// `name` is the file's name for error messages. Errors: unreadable, with what is wrong.
Result<std::vector<Correction>> corrections_from_json(std::string_view bytes,
                                                      const std::string& name);

// Of a file; none for "".
Result<std::vector<Correction>> read_corrections(const std::string& path);

}  // namespace crossfoot
