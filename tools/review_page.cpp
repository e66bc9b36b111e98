// The page is a fixed skeleton, style and script (review/) and the document as JSON in a script
// element that no browser runs. The script makes elements and sets their text; nothing of the
// document is ever parsed as HTML. In the JSON every < is an escape, so that no text ends the
// element.
#include "tools/review_page.h"

#include <nlohmann/json.hpp>

#include "reconcile/describe.h"
#include "tools/base64.h"
#include "tools/markup.h"
#include "tools/review_files.h"
#include "tools/table_heading.h"

namespace crossfoot {
namespace {

using Json = nlohmann::ordered_json;

double tenths(double points) { return static_cast<double>(static_cast<long>(points * 10)) / 10; }

// An array, not an object: a document has ten thousand of them.
Json cell_json(const Cell& cell) {
  Json alternatives = Json::array();
  for (const Alternative& alternative : cell.alternatives) alternatives.push_back(alternative.text);
  return {cell.row,
          cell.col,
          cell.row_span,
          cell.col_span,
          cell.page,
          {tenths(cell.box.x0), tenths(cell.box.y0), tenths(cell.box.x1), tenths(cell.box.y1)},
          cell.text,
          name_of(cell.status),
          static_cast<int>(cell.confidence * 100),
          cell.why ? Json(*cell.why) : Json(nullptr),
          cell.read_as ? Json(*cell.read_as) : Json(nullptr),
          std::move(alternatives),
          cell.amount.has_value()};
}

Json table_json(const Table& table) {
  Json json{{"id", table.id},
            {"heading", table_heading(table)},
            {"rows", table.n_rows},
            {"headerRows", table.header_rows}};
  Json& cells = json["cells"] = Json::array();
  for (const Cell& cell : table.cells) cells.push_back(cell_json(cell));
  return json;
}

Json figure_json(const FigureRef& figure) {
  const auto* cell = std::get_if<CellRef>(&figure);
  return cell ? Json{cell->table, cell->row, cell->col} : Json(nullptr);
}

Json finding_json(const Finding& finding, const TableDocument& document) {
  const Place place = place_of(finding.relation.target, document);
  const auto amount = [](const std::optional<Amount>& value) {
    return value ? grouped(*value) : std::string("?");
  };
  Json json{{"kind", name_of(finding.relation.kind)},
            {"verdict", finding.verdict ? name_of(*finding.verdict) : ""},
            {"page", place.page},
            {"place", place.row + (place.column.empty() ? "" : " / " + place.column)},
            {"stated", amount(finding.stated)},
            {"computed", amount(finding.computed)},
            {"difference", amount(finding.difference)},
            {"message", finding.message},
            {"target", figure_json(finding.relation.target)}};
  Json& terms = json["terms"] = Json::array();
  for (const Term& term : finding.relation.terms) terms.push_back(figure_json(term.figure));
  return json;
}

Json document_json(const CheckResult& result, const std::map<int, std::string>& page_jpegs) {
  const TableDocument& document = result.document;
  Json json{{"source", document.source}};
  Json& pages = json["pages"] = Json::array();
  for (const Page& page : document.pages) {
    const auto jpeg = page_jpegs.find(page.number);
    pages.push_back({{"number", page.number},
                     {"width", page.width_pt},
                     {"height", page.height_pt},
                     {"error", page.error ? Json(*page.error) : Json(nullptr)},
                     {"jpeg", jpeg == page_jpegs.end() ? "" : to_base64(jpeg->second)}});
  }
  Json& tables = json["tables"] = Json::array();
  for (const Table& table : document.tables) tables.push_back(table_json(table));
  Json& findings = json["findings"] = Json::array();
  for (const Finding& finding : result.findings) {
    if (!finding.holds) findings.push_back(finding_json(finding, document));
  }
  return json;
}

std::string without_less_than(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string review_page(const CheckResult& result, const std::map<int, std::string>& page_jpegs) {
  const std::string json =
      document_json(result, page_jpegs).dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string html = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  // Even if markup came in, it could load nothing.
  html +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
      "base-uri 'none'; form-action 'none'\">\n<title>" +
      escaped(result.document.source) + " - crossfoot review</title>\n<style>\n";
  html += kReviewStyle;
  html += "</style>\n</head>\n";
  html += kReviewBody;
  html += "<script type=\"application/json\" id=\"document\">" + without_less_than(json) +
          "</script>\n<script>\n";
  html += kReviewScript;
  html += "</script>\n</body>\n</html>\n";
  return html;
}

}  // namespace crossfoot
