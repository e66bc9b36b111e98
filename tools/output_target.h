// Where the results of a command go: to standard output, to a file, or to files in a folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "extract/result.h"
#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

class OutputTarget {
 public:
  // Decides by -o and makes the folder, so that an output that cannot be is said before the work.
  // -o is a folder if it is one already, ends in / or has no extension. A file takes one result,
  // and never replaces an input.
  static Result<OutputTarget> choose(const CommandOptions& options);

  bool is_folder() const { return kind_ == Kind::folder; }
  bool is_standard_output() const { return kind_ == Kind::standard_output; }

  // name is the file's name in the folder, of no account elsewhere. A failure is said on the
  // console.
  void write(const std::string& name, std::string_view content, Console& console) const;

 private:
  enum class Kind { standard_output, file, folder };
  OutputTarget(Kind kind, std::filesystem::path path) : kind_(kind), path_(std::move(path)) {}

  Kind kind_;
  std::filesystem::path path_;
};

}  // namespace crossfoot
