// Writes crossfoot.comparison/1.
//
//     {"schema": "crossfoot.comparison/1", "equal": false, "summary": {"cell_accuracy": 0.99, …},
//      "documents": [{"name": "budget-2020", "equal": false, "summary": {…}, "tables": [
//        {"expected": "t3", "actual": "t3", "heading": "部门收入总表 (元), page 3", "equal": false,
//         "differences": [{"kind": "amount", "expected": {"row": 6, "col": 2, "text": "5.00"},
//                          "actual": {"row": 6, "col": 2, "text": "6.00"},
//                          "difference": "1.00", "message": "…"}]}]}]}
#include <cmath>
#include <nlohmann/json.hpp>

#include "tools/comparison_report.h"

namespace crossfoot {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double share) { return std::round(share * 1e6) / 1e6; }

Json summary_json(const Agreement& agreement) {
  return {{"cell_accuracy", rounded(agreement.cell_accuracy())},
          {"amount_accuracy", rounded(agreement.amount_accuracy())},
          {"text_accuracy", rounded(agreement.text_accuracy())},
          {"character_error_rate", rounded(agreement.character_error_rate())},
          {"span_accuracy", rounded(agreement.span_accuracy())},
          {"silent", rounded(agreement.silent_share())},
          {"suspect", rounded(agreement.suspect_share())},
          {"adjacency_f1", rounded(agreement.adjacency_f1())},
          {"detection_f1", rounded(agreement.detection_f1())},
          {"teds", rounded(agreement.teds())},
          {"amounts", agreement.amounts},
          {"cells", agreement.amounts + agreement.texts},
          {"expected_tables", agreement.expected_tables},
          {"actual_tables", agreement.actual_tables}};
}

Json side_json(const std::optional<int>& row, const std::optional<int>& col,
               const std::string& text) {
  Json json = Json::object();
  if (row) json["row"] = *row;
  if (col) json["col"] = *col;
  json["text"] = text;
  return json;
}

Json difference_json(const Difference& difference, const TableComparison& tables,
                     const ComparedDocument& document) {
  const std::string_view kind = name_of(difference.kind);
  Json json{{"kind", kind}};
  if (!kind.ends_with("added")) {
    json["expected"] =
        side_json(difference.expected_row, difference.expected_col, difference.expected);
  }
  if (!kind.ends_with("lost")) {
    json["actual"] = side_json(difference.actual_row, difference.actual_col, difference.actual);
  }
  if (difference.change) json["difference"] = difference.change->to_string();
  json["message"] = sentence_for(difference, tables, document);
  return json;
}

Json table_json(const TableComparison& tables, const ComparedDocument& document) {
  const auto id = [](const std::optional<int>& index, const TableDocument& of) {
    return index ? Json(of.tables[static_cast<std::size_t>(*index)].id) : Json(nullptr);
  };
  Json json{{"expected", id(tables.expected, document.expected)},
            {"actual", id(tables.actual, document.actual)},
            {"heading", heading_of(tables, document)},
            {"equal", tables.is_equal()}};
  Json& differences = json["differences"] = Json::array();
  for (const Difference& difference : tables.differences) {
    differences.push_back(difference_json(difference, tables, document));
  }
  return json;
}

}  // namespace

std::string comparison_to_json(const std::vector<ComparedDocument>& documents) {
  Json json{{"schema", "crossfoot.comparison/1"}, {"equal", is_equal(documents)}};
  json["summary"] = summary_json(agreement_of(documents));
  Json& all = json["documents"] = Json::array();
  for (const ComparedDocument& document : documents) {
    Json entry{{"name", document.name},
               {"equal", document.comparison.is_equal()},
               {"summary", summary_json(document.comparison.agreement)}};
    Json& tables = entry["tables"] = Json::array();
    for (const TableComparison& pair : document.comparison.tables) {
      tables.push_back(table_json(pair, document));
    }
    all.push_back(std::move(entry));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace crossfoot
