// inputs -> their tables -> compared with the known-good ones of the same name -> one report
#include "tools/expect_command.h"

#include <filesystem>

#include "reconcile/check.h"
#include "tools/compare_command.h"
#include "tools/each_input.h"
#include "tools/read_tables.h"
#include "tools/tables_json.h"
#include "tools/write_file.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

void update(const TableDocument& document, const fs::path& file, Console& console) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (const auto problem = write_file(file, tables_to_json(document)))
    return console.fail(*problem);
  console.note(file.string() + ": written; look at it before you keep it");
}

}  // namespace

void run_expect(const CommandOptions& options, Console& console) {
  std::vector<ComparedDocument> documents;
  std::optional<OutputTarget> report;
  TableReader reader(options, console);
  for_each_input(options, console, [&](const Input& input, const OutputTarget& target) {
    report = target;
    auto document = reader.read(input.path);
    if (!document) return;
    TableFile actual{check(std::move(*document), {.repair = options.repair}).document, false};
    const fs::path file = fs::path(options.expect) / (input.stem + ".json");
    if (options.update) return update(actual.document, file, console);
    auto expected = read_table_file_named(options.expect, input.stem);
    if (!expected) return console.fail(expected.error());
    if (expected->empty()) {
      return console.fail({ErrorCode::unreadable, input.path, std::nullopt,
                           "there are no known-good tables: " + file.string() + " is missing",
                           "write it with --update"});
    }
    documents.push_back(compared_document(input.stem, std::move(expected->begin()->second),
                                          std::move(actual), options.compare));
  });
  if (documents.empty()) return;
  report->write(std::string("comparison.") + extension_of(options.format),
                comparison_report(documents, options.format,
                                  console.colour() && report->is_standard_output()),
                console);
  if (!is_equal(documents)) console.raise(ExitCode::findings);
}

}  // namespace crossfoot
