// input -> tables -> what arithmetic says of their figures -> the format asked for -> the output
#include "tools/extract_command.h"

#include <filesystem>

#include "reconcile/check.h"
#include "tools/each_input.h"
#include "tools/expect_command.h"
#include "tools/output_names.h"
#include "tools/read_tables.h"
#include "tools/table_csv.h"
#include "tools/table_markdown.h"
#include "tools/table_text.h"
#include "tools/tables_json.h"
#include "tools/workbook.h"
#include "tools/write_file.h"

namespace crossfoot {
namespace {

CsvText csv_text(const CommandOptions& options) {
  return options.safe_csv ? CsvText::safe : CsvText::as_printed;
}

// One table, of the formats that can stand in several files.
std::string written(const Table& table, const CommandOptions& options) {
  switch (options.format) {
    case OutputFormat::csv:
      return table_to_csv(table, csv_text(options));
    case OutputFormat::md:
      return table_to_markdown(table);
    default:
      return table_to_text(table);
  }
}

Result<std::string> written(const CheckResult& result, const CommandOptions& options) {
  const TableDocument& document = result.document;
  switch (options.format) {
    case OutputFormat::csv:
      return document_to_csv(document, csv_text(options));
    case OutputFormat::json:
      return tables_to_json(document);
    case OutputFormat::md:
      return document_to_markdown(document);
    case OutputFormat::xlsx:
      return workbook_of(result);
    default:
      return document_to_text(document);
  }
}

// Formats whose tables belong to one document and stand in one file.
bool is_whole(OutputFormat format) {
  return format == OutputFormat::json || format == OutputFormat::xlsx;
}

// People see where the tables of a document begin; csv and json are read by programs.
std::string heading(const Input& input, const CommandOptions& options) {
  if (options.inputs.size() < 2) return "";
  if (options.format == OutputFormat::text) return "==> " + input.path + " <==\n\n";
  if (options.format == OutputFormat::md) return "## " + input.path + "\n\n";
  return "";
}

void write_document(const CheckResult& result, const Input& input, const CommandOptions& options,
                    const OutputTarget& target, Console& console) {
  const std::string extension = extension_of(options.format);
  if (!target.is_folder() || is_whole(options.format)) {
    auto content = written(result, options);
    if (!content) return console.fail(content.error());
    if (target.is_standard_output()) content->insert(0, heading(input, options));
    return target.write(input.stem + "." + extension, *content, console);
  }
  const std::vector<Table>& tables = result.document.tables;
  const auto names = table_file_names(input.stem, tables, extension);
  for (std::size_t i = 0; i < names.size(); ++i) {
    target.write(names[i], written(tables[i], options), console);
  }
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
