// input -> tables -> what arithmetic says of their figures -> the format asked for -> the output
#include "tools/extract_command.h"

#include "reconcile/check.h"
#include "tools/each_input.h"
#include "tools/expect_command.h"
#include "tools/output_names.h"
#include "tools/read_tables.h"
#include "tools/table_csv.h"
#include "tools/table_markdown.h"
#include "tools/table_text.h"
#include "tools/tables_json.h"

namespace crossfoot {
namespace {

std::string written(const Table& table, OutputFormat format) {
  switch (format) {
    case OutputFormat::csv:
      return table_to_csv(table);
    case OutputFormat::md:
      return table_to_markdown(table);
    default:  // a document's tables share its pages, so JSON has no single ones
      break;
  }
  return table_to_text(table);
}

std::string written(const TableDocument& document, OutputFormat format) {
  switch (format) {
    case OutputFormat::csv:
      return document_to_csv(document);
    case OutputFormat::json:
      return tables_to_json(document);
    case OutputFormat::md:
      return document_to_markdown(document);
    default:
      break;
  }
  return document_to_text(document);
}

// People see where the tables of a document begin; csv and json are read by programs.
std::string heading(const Input& input, const CommandOptions& options) {
  if (options.inputs.size() < 2) return "";
  if (options.format == OutputFormat::text) return "==> " + input.path + " <==\n\n";
  if (options.format == OutputFormat::md) return "## " + input.path + "\n\n";
  return "";
}

void write_document(const TableDocument& document, const Input& input,
                    const CommandOptions& options, const OutputTarget& target, Console& console) {
  const std::string extension = extension_of(options.format);
  if (!target.is_folder() || options.format == OutputFormat::json) {
    std::string content = written(document, options.format);
    if (target.is_standard_output()) content = heading(input, options) + content;
    return target.write(input.stem + "." + extension, content, console);
  }
  const auto names = table_file_names(input.stem, document.tables, extension);
  for (std::size_t i = 0; i < names.size(); ++i) {
    target.write(names[i], written(document.tables[i], options.format), console);
  }
}

}  // namespace

void run_extract(const CommandOptions& options, Console& console) {
  if (!options.expect.empty()) return run_expect(options, console);
  for_each_input(options, console, [&](const Input& input, const OutputTarget& target) {
    auto document = read_tables(input.path, options, console);
    if (!document) return;
    if (document->tables.empty()) console.note(input.path + ": no tables were found");
    write_document(check(std::move(*document)).document, input, options, target, console);
  });
}

}  // namespace crossfoot
