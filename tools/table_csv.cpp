#include "tools/table_csv.h"

#include "tools/table_slots.h"

namespace crossfoot {
namespace {

constexpr const char* kEndOfRecord = "\r\n";

std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string table_to_csv(const Table& table) {
  std::string csv;
  for (const auto& row : table_slots(table)) {
    for (std::size_t col = 0; col < row.size(); ++col) {
      if (col > 0) csv += ',';
      csv += field(row[col]);
    }
    csv += kEndOfRecord;
  }
  return csv;
}

std::string document_to_csv(const TableDocument& document) {
  std::string csv;
  for (const Table& table : document.tables) {
    if (!csv.empty()) csv += kEndOfRecord;
    csv += table_to_csv(table);
  }
  return csv;
}

}  // namespace crossfoot
