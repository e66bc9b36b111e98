// input -> tables -> what arithmetic says of their figures -> the format asked for -> the output
#include "tools/extract_command.h"

#include <filesystem>

#include "reconcile/check.h"
#include "tools/each_input.h"
#include "tools/expect_command.h"
#include "tools/read_tables.h"
#include "tools/table_files.h"
#include "tools/write_file.h"

namespace crossfoot {
namespace {

// People see where the tables of a document begin; csv and json are read by programs.
std::string heading(const Input& input, const CommandOptions& options) {
  if (options.inputs.size() < 2) return "";
  if (options.format == OutputFormat::text) return "==> " + input.path + " <==\n\n";
  if (options.format == OutputFormat::md) return "## " + input.path + "\n\n";
  return "";
}

void write_document(const CheckResult& result, const Input& input, const CommandOptions& options,
                    const OutputTarget& target, Console& console) {
  if (target.is_folder()) {
    const auto files = table_files(result, input.stem, options);
    if (!files) return console.fail(files.error());
    for (const NamedContent& file : *files) target.write(file.name, file.content, console);
    return;
  }
  auto content = tables_in_one_file(result, options);
  if (!content) return console.fail(content.error());
  if (target.is_standard_output()) content->insert(0, heading(input, options));
  target.write("", *content, console);
}

// Draws the stages of each page where the user asked for it.
PageWatch watch_of(const Input& input, const CommandOptions& options, Console& console) {
  if (options.debug.empty()) return {};
  const std::filesystem::path folder = std::filesystem::path(options.debug) / input.stem;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    console.fail({ErrorCode::unwritable, folder.string(), std::nullopt,
                  "cannot be made: " + error.message(), "give another folder with --debug"});
    return {};
  }
  const auto write = [&console, folder](const PagePictures& pictures) {
    for (const StagePicture& stage : pictures.stages) {
      if (const auto problem = replace_file(folder / stage.name, stage.png)) console.fail(*problem);
    }
  };
  return {.pictures = {.stages = true}, .take = write};
}

}  // namespace

void run_extract(const CommandOptions& options, Console& console) {
  if (!options.expect.empty()) return run_expect(options, console);
  TableReader reader(options, console);
  for_each_input(options, console, [&](const Input& input, const OutputTarget& target) {
    auto document = reader.read(input.path, watch_of(input, options, console));
    if (!document) return;
    if (document->tables.empty()) console.note(input.path + ": no tables were found");
    write_document(check(std::move(*document), {.repair = options.repair}), input, options, target, console);
  });
}

}  // namespace crossfoot
