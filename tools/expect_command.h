// `crossfoot extract --expect DIR`: extract and compare in one step.
#pragma once

#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// Compares the tables of each input with DIR/NAME.json, or the CSV files of that NAME, and writes
// one report; with options.update writes DIR/NAME.json instead. The console receives the rest.
void run_expect(const CommandOptions& options, Console& console);

}  // namespace crossfoot
