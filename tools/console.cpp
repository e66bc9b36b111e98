#include "tools/console.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "tools/display_width.h"
#include "tools/progress_line.h"
#include "tools/write_file.h"

namespace crossfoot {
namespace {

constexpr std::string_view kStartOfLine = "\r\x1b[K";  // column 0, line cleared

bool colour_unwanted() {
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org: set and not empty
  const char* term = std::getenv("TERM");
  return (no_color != nullptr && *no_color != '\0') ||
         (term != nullptr && std::strcmp(term, "dumb") == 0);
}

}  // namespace

Console Console::standard() {
  const bool colour = ::isatty(STDOUT_FILENO) != 0 && !colour_unwanted();
  return {STDOUT_FILENO, STDERR_FILENO, colour, ::isatty(STDERR_FILENO) != 0};
}

void Console::write(std::string_view data) {
  if (reader_gone_) return;
  end_progress();
  const int error = write_all(out_, data);
  if (error == 0) return;
  reader_gone_ = true;
  if (error == EPIPE) return;
  fail({ErrorCode::unwritable, "standard output", std::nullopt,
        std::string("cannot be written: ") + std::strerror(error), "write to a file with -o"});
}

void Console::fail(const Error& error) {
  ++failures_;
  if (!first_failure_) first_failure_ = error;
  say(error.to_string());
  raise(exit_code_of(error.code));
}

void Console::note(std::string_view message) {
  if (talk_ != Talk::quiet) say(message);
}

void Console::detail(std::string_view message) {
  if (talk_ == Talk::verbose) say(message);
}

void Console::say(std::string_view message) {
  end_progress();
  write_all(err_, "crossfoot: " + printable(message) + "\n");
}

void Console::progress(std::string_view input, int done, int total) {
  const std::chrono::duration<double> so_far = std::chrono::steady_clock::now() - start_;
  progress(progress_line(input, done, total, so_far.count()));
}

void Console::progress(std::string_view line) {
  if (!shows_progress_ || talk_ == Talk::quiet) return;
  progress_shown_ = true;
  write_all(err_, std::string(kStartOfLine) + printable(line));
}

Console Console::of_one_input() const {
  Console console = *this;
  console.shows_progress_ = false;
  console.failures_ = 0;
  console.first_failure_.reset();
  console.exit_code_ = ExitCode::all_holds;
  return console;
}

void Console::end_progress() {
  if (!progress_shown_) return;
  progress_shown_ = false;
  write_all(err_, kStartOfLine);
}

}  // namespace crossfoot
