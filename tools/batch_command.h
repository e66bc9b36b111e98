// `crossfoot batch`: folders of documents in, a folder of results for each and a summary out.
#pragma once

#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// Goes on where an earlier run of the same output folder ended, however it ended.
void run_batch(const CommandOptions& options, Console& console);

}  // namespace crossfoot
