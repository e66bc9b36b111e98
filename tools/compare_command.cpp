// two paths -> documents by name -> their tables compared -> a report
#include "tools/compare_command.h"

#include <filesystem>

#include "tools/output_target.h"
#include "tools/read_csv.h"

namespace crossfoot {
namespace {

using TableFiles = std::map<std::string, TableFile>;

void flatten(TableFile& file) {
  for (Table& table : file.document.tables) table = flattened(table);
}

// Two files are compared whatever they are called.
void rename_like(const TableFiles& expected, TableFiles& actual) {
  if (expected.begin()->first == actual.begin()->first) return;
  auto only = actual.extract(actual.begin());
  only.key() = expected.begin()->first;
  actual.insert(std::move(only));
}

}  // namespace

ComparedDocument compared_document(const std::string& name, TableFile expected, TableFile actual,
                                   const CompareOptions& options) {
  if (expected.is_csv) flatten(actual);
  if (actual.is_csv) flatten(expected);
  Comparison comparison = compare(expected.document, actual.document, options);
  return {name, std::move(expected.document), std::move(actual.document), std::move(comparison)};
}

void run_compare(const CommandOptions& options, Console& console) {
  const auto target = OutputTarget::choose(options);
  if (!target) return console.fail(target.error());
  auto expected = read_table_files(options.inputs[0]);
  if (!expected) return console.fail(expected.error());
  auto actual = read_table_files(options.inputs[1]);
  if (!actual) return console.fail(actual.error());
  std::error_code ignored;
  if (!std::filesystem::is_directory(options.inputs[0], ignored) &&
      !std::filesystem::is_directory(options.inputs[1], ignored)) {
    rename_like(*expected, *actual);
  }
  for (auto& [name, file] : *actual) expected->try_emplace(name);  // all of its tables are added
  std::vector<ComparedDocument> documents;
  for (auto& [name, file] : *expected) {
    documents.push_back(
        compared_document(name, std::move(file), std::move((*actual)[name]), options.compare));
  }
  const bool colour = console.colour() && target->is_standard_output();
  target->write(std::string("comparison.") + extension_of(options.format),
                comparison_report(documents, options.format, colour), console);
  if (!is_equal(documents)) console.raise(ExitCode::findings);
}

}  // namespace crossfoot
