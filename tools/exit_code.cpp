#include "tools/exit_code.h"

#include <algorithm>

namespace crossfoot {

ExitCode exit_code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::unwritable:  // another -o mends it, as another argument mends the rest
      return ExitCode::usage;
    case ErrorCode::unreadable:
    case ErrorCode::crashed:  // over this input; its others are done
    case ErrorCode::encrypted:
      return ExitCode::unreadable;
    case ErrorCode::missing_dependency:
      return ExitCode::missing_dependency;
    case ErrorCode::internal:
      break;
  }
  return ExitCode::internal;
}

ExitCode worse(ExitCode a, ExitCode b) { return std::max(a, b); }

}  // namespace crossfoot
