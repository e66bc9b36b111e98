#include "tools/table_csv.h"

#include "reconcile/text_fold.h"
#include "tools/table_slots.h"

namespace crossfoot {
namespace {

constexpr const char* kEndOfRecord = "\r\n";

std::string quoted_where_needed(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

// Spreadsheets take what begins like this for a formula, some of them full-width forms too.
bool is_formula(const std::string& text) {
  constexpr std::u32string_view kBeginnings = U"=+-@\t\r＝＋－＠";
  const std::u32string points = code_points(text);
  return !points.empty() && kBeginnings.find(points.front()) != std::u32string_view::npos &&
         !parse_amount(text) && !is_nil(text);
}

}  // namespace

std::string csv_field(const std::string& field, CsvText text) {
  const bool guarded = text == CsvText::safe && is_formula(field);
  return quoted_where_needed(guarded ? "'" + field : field);
}

std::string table_to_csv(const Table& table, CsvText text) {
  std::string csv;
  for (const auto& row : table_slots(table)) {
    for (std::size_t col = 0; col < row.size(); ++col) {
      if (col > 0) csv += ',';
      csv += csv_field(row[col], text);
    }
    csv += kEndOfRecord;
  }
  return csv;
}

std::string document_to_csv(const TableDocument& document, CsvText text) {
  std::string csv;
  for (const Table& table : document.tables) {
    if (!csv.empty()) csv += kEndOfRecord;
    csv += table_to_csv(table, text);
  }
  return csv;
}

}  // namespace crossfoot
