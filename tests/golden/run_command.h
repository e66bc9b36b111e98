// Runs the built command as a shell would.
#pragma once

#include <string>
#include <vector>

namespace crossfoot {

struct CommandResult {
  std::string out, err;
  int exit_status = -1;  // 128 + signal where one ended it
};

// Runs `crossfoot` with the arguments in the folder testdata/, so that messages name files without
// a path of this machine. `input` is the file that standard input reads.
CommandResult run_crossfoot(const std::vector<std::string>& arguments,
                            const std::string& input = "/dev/null");

}  // namespace crossfoot
