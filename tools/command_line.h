// Reads the command line; the only file that knows CLI11.
#pragma once

#include <string>
#include <variant>

#include "tools/command_options.h"
#include "tools/exit_code.h"

namespace crossfoot {

// Text to print instead of working: help and version on stdout, a usage error on stderr.
struct Answer {
  std::string text;
  ExitCode code = ExitCode::all_holds;
};

std::variant<CommandOptions, Answer> parse_command_line(int argc, const char* const* argv);

}  // namespace crossfoot
