// The two streams of the command and its outcome: data on stdout, messages and progress on stderr,
// and the highest exit code that was raised.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "extract/result.h"
#include "tools/exit_code.h"

namespace crossfoot {

// How much is said on stderr. Failures always are.
enum class Talk { quiet, normal, verbose };

class Console {
 public:
  // Of the process: descriptors 1 and 2. Colour on a terminal, unless NO_COLOR is set to something.
  static Console standard();

  Console(int out, int err, bool colour, bool progress)
      : out_(out), err_(err), colour_(colour), shows_progress_(progress) {}

  // Writes data. A reader that has gone away (`crossfoot … | head`) is no error: what follows is
  // dropped, and reader_gone() tells that more work is of no use.
  void write(std::string_view data);
  bool reader_gone() const { return reader_gone_; }

  void fail(const Error& error);          // one line on stderr, and its exit code
  void note(std::string_view message);    // one line on stderr, unless quiet
  void detail(std::string_view message);  // one line on stderr, only when verbose
  int failures() const { return failures_; }
  const std::optional<Error>& first_failure() const { return first_failure_; }
  void raise(ExitCode code) { exit_code_ = worse(exit_code_, code); }
  ExitCode exit_code() const { return exit_code_; }

  bool colour() const { return colour_; }

  void talk(Talk talk) { talk_ = talk; }

  // A line that the next message replaces, see progress_line(); nothing unless stderr is a
  // terminal, nor when quiet. The rate counts from start_progress().
  void start_progress() { start_ = std::chrono::steady_clock::now(); }
  void progress(std::string_view input, int done, int total);
  void progress(std::string_view line);
  void end_progress();
  bool shows_progress() const { return shows_progress_; }

  // The same streams with an outcome of its own, for one of many inputs; no progress.
  Console of_one_input() const;

 private:
  void say(std::string_view message);

  int out_, err_;
  bool colour_, shows_progress_;
  bool progress_shown_ = false;
  bool reader_gone_ = false;
  Talk talk_ = Talk::normal;
  int failures_ = 0;
  std::optional<Error> first_failure_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  ExitCode exit_code_ = ExitCode::all_holds;
};

}  // namespace crossfoot
