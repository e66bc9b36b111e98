// The loop over the inputs that every command shares.
#pragma once

#include <functional>

#include "tools/command_options.h"
#include "tools/console.h"
#include "tools/output_target.h"

namespace crossfoot {

struct Input {
  std::string path;  // as given, "-" for standard input
  std::string stem;  // what its output files are named after, unlike that of any other input
};

// Chooses the output and calls `work` for each input in turn. What fails for one input, a thrown
// exception included, does not stop the others, and of several inputs those that failed are named
// at the end; a reader of standard output that has gone away stops the loop.
void for_each_input(const CommandOptions& options, Console& console,
                    const std::function<void(const Input&, const OutputTarget&)>& work);

}  // namespace crossfoot
