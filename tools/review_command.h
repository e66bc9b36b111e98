// `crossfoot review`: documents in, a page to look at and correct them in a browser out.
#pragma once

#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// The console receives the data, the messages and the exit code.
void run_review(const CommandOptions& options, Console& console);

}  // namespace crossfoot
