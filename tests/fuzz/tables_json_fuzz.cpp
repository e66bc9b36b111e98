// Any bytes as crossfoot.tables/1: what is accepted is written as it was read, can be checked, and
// every writer of text takes it.
#include <cstdint>
#include <string_view>

#include "reconcile/check.h"
#include "tests/fuzz/must.h"
#include "tools/table_csv.h"
#include "tools/table_markdown.h"
#include "tools/table_text.h"
#include "tools/tables_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossfoot;
  const auto document = tables_from_json({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!document) return 0;
  const std::string written = tables_to_json(*document);
  const auto again = tables_from_json(written, "written");
  test::must(again && tables_to_json(*again) == written, "tables are read as they were written");
  document_to_text(*document);
  document_to_markdown(*document);
  document_to_csv(*document, CsvText::safe);
  const CheckResult result = check(*document);
  test::must(tables_from_json(tables_to_json(result.document), "checked").ok(),
             "checked tables can be read");
  return 0;
}
