// `crossfoot rules suggest`: documents or tables in, the relations found in them out as rules.
#pragma once

#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// The console receives the data, the messages and the exit code.
void run_rules(const CommandOptions& options, Console& console);

}  // namespace crossfoot
