// Writes crossfoot.findings/1.
#include "tools/findings_json.h"

#include <nlohmann/json.hpp>

namespace crossfoot {

namespace {

using Json = nlohmann::ordered_json;

Json figure_json(const FigureRef& figure, const TableDocument& document) {
  if (const auto* cell = std::get_if<CellRef>(&figure)) {
    return {{"table", document.tables[static_cast<std::size_t>(cell->table)].id},
            {"row", cell->row},
            {"col", cell->col}};
  }
  const auto& text = std::get<TextRef>(figure);
  const Paragraph& paragraph = document.text[static_cast<std::size_t>(text.paragraph)];
  return {{"page", paragraph.page},
          {"text", paragraph.text.substr(static_cast<std::size_t>(text.begin),
                                         static_cast<std::size_t>(text.end - text.begin))}};
}

Json amount_json(const std::optional<Amount>& amount) {
  return amount ? Json(amount->to_string()) : Json(nullptr);
}

const char* form_name(Form form) {
  switch (form) {
    case Form::sum:
      return "sum";
    case Form::ratio:
      return "ratio";
    case Form::product:
      return "product";
    case Form::about:
      return "about";
    case Form::at_most:
      return "at-most";
  }
  return "";
}

Json finding_json(const Finding& finding, const TableDocument& document) {
  const Relation& relation = finding.relation;
  Json json{{"kind", name_of(relation.kind)},
            {"strength", relation.strength == Strength::hard ? "hard" : "soft"},
            {"form", form_name(relation.form)},
            {"holds", finding.holds}};
  json["verdict"] = finding.verdict ? Json(name_of(*finding.verdict)) : Json(nullptr);
  json["target"] = figure_json(relation.target, document);
  Json& terms = json["terms"] = Json::array();
  for (const Term& term : relation.terms) {
    Json entry = figure_json(term.figure, document);
    entry["sign"] = term.sign;
    if (term.divisor) entry["divisor"] = true;
    terms.push_back(std::move(entry));
  }
  json["stated"] = amount_json(finding.stated);
  json["computed"] = amount_json(finding.computed);
  json["difference"] = amount_json(finding.difference);
  json["tolerance"] = amount_json(finding.tolerance);
  Json& culprits = json["culprits"] = Json::array();
  for (const FigureRef& culprit : finding.culprits) {
    culprits.push_back(figure_json(culprit, document));
  }
  json["message"] = finding.message;
  json["reason"] = relation.reason;
  return json;
}

}  // namespace

std::string findings_to_json(const CheckResult& result) {
  const CheckSummary& summary = result.summary;
  Json json{{"schema", "crossfoot.findings/1"}, {"source", result.document.source}};
  json["summary"] = {{"relations", summary.relations}, {"hold", summary.hold},
                     {"fail", summary.fail},           {"amounts", summary.amounts},
                     {"proved", summary.proved},       {"repaired", summary.repaired},
                     {"suspect", summary.suspect},     {"covered", summary.covered}};
  if (summary.corrected > 0) json["summary"]["corrected"] = summary.corrected;
  Json& findings = json["findings"] = Json::array();
  for (const Finding& finding : result.findings) {
    findings.push_back(finding_json(finding, result.document));
  }
  if (!result.missing.empty()) json["missing"] = result.missing;
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace crossfoot
