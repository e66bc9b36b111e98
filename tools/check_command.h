// `crossfoot check`: documents or tables in, what adds up and what does not out.
#pragma once

#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// The console receives the data, the messages and the exit code.
void run_check(const CommandOptions& options, Console& console);

}  // namespace crossfoot
