// A console whose streams a test can read.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <string>

#include "tests/tools/temporary_folder.h"
#include "tools/console.h"

namespace crossfoot {

class CapturedConsole {
 public:
  explicit CapturedConsole(bool terminal = false)
      : out_(open_file("out")), err_(open_file("err")), console(out_, err_, terminal, terminal) {}
  ~CapturedConsole() {
    ::close(out_);
    ::close(err_);
  }
  CapturedConsole(const CapturedConsole&) = delete;
  CapturedConsole& operator=(const CapturedConsole&) = delete;

  std::string out() const { return content_of(folder_.path() / "out"); }
  std::string err() const { return content_of(folder_.path() / "err"); }
  int exit_code() const { return static_cast<int>(console.exit_code()); }

 private:
  int open_file(const char* name) const {
    return ::open((folder_.path() / name).c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
  }

  TemporaryFolder folder_;
  int out_, err_;

 public:
  Console console;
};

}  // namespace crossfoot
