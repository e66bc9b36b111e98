// The manual and the shell's completion, from the same options as --help.
#pragma once

#include <map>
#include <string>

namespace crossfoot {

// Manual pages by name, in the man macros: "crossfoot.1", "crossfoot-extract.1", ….
std::map<std::string, std::string> manual_pages();

// A bash script that completes commands, options, the words that an option takes, and file names.
std::string bash_completion();

}  // namespace crossfoot
