// `crossfoot extract`: documents in, tables out.
#pragma once

#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// The console receives the data, the messages and the exit code.
void run_extract(const CommandOptions& options, Console& console);

}  // namespace crossfoot
