#include "tools/output_target.h"

#include <algorithm>

#include "tools/write_file.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

Error unusable(const fs::path& path, const std::string& message, const std::string& remedy) {
  return {ErrorCode::unwritable, path.string(), std::nullopt, message, remedy};
}

bool names_a_folder(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::exists(status)) return fs::is_directory(status);
  return !path.has_filename() || !path.has_extension();
}

std::optional<Error> problem_with_file(const fs::path& path, const CommandOptions& options) {
  std::error_code ignored;
  const std::vector<std::string>& inputs = options.inputs;
  if (inputs.size() > 1 && !options.makes_one_result()) {
    return Error{ErrorCode::usage, path.string(), std::nullopt,
                 "one file cannot take the results of several inputs",
                 "give -o a folder, such as -o " + path.stem().string() + "/"};
  }
  const auto is_path = [&](const std::string& input) {
    return fs::exists(path, ignored) && fs::equivalent(path, input, ignored);
  };
  if (std::any_of(inputs.begin(), inputs.end(), is_path)) {
    return Error{ErrorCode::usage, path.string(), std::nullopt, "is the input itself",
                 "give another output with -o"};
  }
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, ignored)) {
    return unusable(path, "cannot be written: there is no folder " + folder.string(),
                    "make the folder, or give another output with -o");
  }
  return std::nullopt;
}

}  // namespace

Result<OutputTarget> OutputTarget::choose(const CommandOptions& options) {
  if (!options.output || *options.output == "-") return OutputTarget(Kind::standard_output, {});
  const fs::path path = *options.output;
  if (!names_a_folder(path)) {
    if (const auto problem = problem_with_file(path, options)) return *problem;
    remove_abandoned_files(path.has_parent_path() ? path.parent_path() : fs::path("."));
    return OutputTarget(Kind::file, path);
  }
  std::error_code error;
  fs::create_directories(path, error);
  if (error) {
    return unusable(path, "the folder cannot be made: " + error.message(),
                    "give another output with -o");
  }
  remove_abandoned_files(path);
  return OutputTarget(Kind::folder, path);
}

void OutputTarget::write(const std::string& name, std::string_view content,
                         Console& console) const {
  if (kind_ == Kind::standard_output) return console.write(content);
  const auto error = kind_ == Kind::folder ? replace_file(path_ / name, content)
                                           : write_file(path_, content);
  if (error) console.fail(*error);
}

}  // namespace crossfoot
