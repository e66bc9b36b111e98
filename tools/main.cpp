// The command `crossfoot`: hands the command line to its command and an outcome to the shell.
#include <csignal>
#include <cstdio>
#include <exception>

#include "extract/portable_arithmetic.h"
#include "tools/annotate_command.h"
#include "tools/batch_command.h"
#include "tools/check_command.h"
#include "tools/command_line.h"
#include "tools/compare_command.h"
#include "tools/console.h"
#include "tools/extract_command.h"
#include "tools/review_command.h"
#include "tools/rules_command.h"

namespace {

using namespace crossfoot;

ExitCode run(int argc, char** argv) {
  Console console = Console::standard();
  const auto parsed = parse_command_line(argc, argv);
  if (const auto* answer = std::get_if<Answer>(&parsed)) {
    std::fputs(answer->text.c_str(), answer->code == ExitCode::all_holds ? stdout : stderr);
    return answer->code;
  }
  const CommandOptions& options = std::get<CommandOptions>(parsed);
  console.talk(options.quiet ? Talk::quiet : options.verbose ? Talk::verbose : Talk::normal);
  if (options.deterministic) use_portable_arithmetic();
  switch (options.command) {
    case Command::extract:
      run_extract(options, console);
      break;
    case Command::check:
      run_check(options, console);
      break;
    case Command::rules:
      run_rules(options, console);
      break;
    case Command::compare:
      run_compare(options, console);
      break;
    case Command::review:
      run_review(options, console);
      break;
    case Command::annotate:
      run_annotate(options, console);
      break;
    case Command::batch:
      run_batch(options, console);
      break;
  }
  return console.exit_code();
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that closes its end is noticed where it is written to, after files are put in order.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "crossfoot: a defect of crossfoot: %s; please report it\n",
                 exception.what());
    return static_cast<int>(ExitCode::internal);
  }
}
