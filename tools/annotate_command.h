// `crossfoot annotate`: PDFs in, copies with notes at doubtful figures out.
#pragma once

#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// The console receives the data, the messages and the exit code.
void run_annotate(const CommandOptions& options, Console& console);

}  // namespace crossfoot
