// The exit status of the command. The numbers are an interface: scripts test them.
#pragma once

#include "extract/result.h"

namespace crossfoot {

enum class ExitCode : int {
  all_holds = 0,
  findings = 1,            // `check` found a relation that fails, `compare` a difference
  usage = 2,               // the command line asks for what cannot be, outputs included
  unreadable = 3,          // an input, or a page of one, could not be read
  missing_dependency = 4,  // language data or a library feature is not installed
  internal = 5,            // a defect of crossfoot
};

ExitCode exit_code_of(ErrorCode code);

// Of several inputs the highest number is what the command ends with.
ExitCode worse(ExitCode a, ExitCode b);

}  // namespace crossfoot
