#include "tools/table_files.h"

#include "tools/output_names.h"
#include "tools/table_csv.h"
#include "tools/table_markdown.h"
#include "tools/table_text.h"
#include "tools/tables_json.h"
#include "tools/workbook.h"

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

// Formats whose tables belong to one document and stand in one file.
bool is_whole(OutputFormat format) {
  return format == OutputFormat::json || format == OutputFormat::xlsx;
}

}  // namespace

Result<std::string> tables_in_one_file(const CheckResult& result, const CommandOptions& options) {
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

Result<std::vector<NamedContent>> table_files(const CheckResult& result, const std::string& stem,
                                              const CommandOptions& options) {
  const std::string extension = extension_of(options.format);
  std::vector<NamedContent> files;
  if (is_whole(options.format)) {
    auto content = tables_in_one_file(result, options);
    if (!content) return content.error();
    files.push_back({stem + "." + extension, std::move(*content)});
    return files;
  }
  const std::vector<Table>& tables = result.document.tables;
  const auto names = table_file_names(stem, tables, extension);
  for (std::size_t i = 0; i < names.size(); ++i) {
    files.push_back({names[i], written(tables[i], options)});
  }
  return files;
}

}  // namespace crossfoot
