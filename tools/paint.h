// Colours of a terminal (ANSI), where they are wanted.
#pragma once

#include <string>

namespace crossfoot {

class Paint {
 public:
  explicit Paint(bool colour) : colour_(colour) {}
  std::string red(const std::string& text) const { return with("31", text); }
  std::string green(const std::string& text) const { return with("32", text); }
  std::string yellow(const std::string& text) const { return with("33", text); }
  std::string bold(const std::string& text) const { return with("1", text); }

 private:
  std::string with(const char* code, const std::string& text) const {
    return colour_ ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }
  bool colour_;
};

}  // namespace crossfoot
