// The text report of check.
//
//     report.pdf: 412 relations, 405 hold, 7 fail
//       row-sum      96 hold
//       hierarchy    59 hold, 2 fail
//
//     page 5, 部门收入总表
//       210 卫生健康支出 / 合计                       hierarchy
//         stated        58,107,253.45
//         computed     393,427,253.45  sum of 4 parts
//         difference  -335,320,000.00
//         source-error: the document contradicts itself; …
//
// Failures stand in the order of the pages; those that one culprit explains follow each other.
#include "tools/check_report.h"

#include <algorithm>
#include <array>
#include <map>

#include "reconcile/describe.h"
#include "tools/paint.h"

namespace crossfoot {

namespace {

constexpr std::array<RelationKind, 9> kKinds{
    RelationKind::row_sum, RelationKind::column_sum,  RelationKind::hierarchy,
    RelationKind::balance, RelationKind::cross_table, RelationKind::narrative,
    RelationKind::ratio,   RelationKind::score,       RelationKind::rule};

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

std::string counted(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

const char* explanation(Verdict verdict) {
  switch (verdict) {
    case Verdict::source_error:
      return "the document contradicts itself";
    case Verdict::reading_error:
      return "a figure was misread";
    case Verdict::rounding:
      return "a difference of rounding";
    case Verdict::unexplained:
      return "misread or printed so: look at the page";
  }
  return "";
}

std::string basis(const Relation& relation, const TableDocument& document) {
  switch (relation.form) {
    case Form::ratio:
      return "ratio of the figures it names";
    case Form::product:
      return "weight times coefficient";
    case Form::sum:
    case Form::about:
    case Form::at_most:
      break;
  }
  if (relation.terms.size() > 1)
    return "sum of " + std::to_string(relation.terms.size()) + " parts";
  const Place place = place_of(relation.terms[0].figure, document);
  std::string text =
      relation.kind == RelationKind::hierarchy || relation.kind == RelationKind::column_sum ||
              relation.kind == RelationKind::row_sum
          ? "its only part: "
          : "stated on page " + std::to_string(place.page) + ", " + place.table + ": ";
  text += place.row;
  if (!place.column.empty()) text += " / " + place.column;
  return text;
}

std::string failure(const Finding& finding, const TableDocument& document, const Paint& paint) {
  const Place place = place_of(finding.relation.target, document);
  std::string label = place.row;
  if (!place.column.empty()) label += (label.empty() ? "" : " / ") + place.column;
  std::string out = "  " + paint.bold(label.empty() ? "(no label)" : label) + "  [" +
                    name_of(finding.relation.kind) + "]\n";
  const std::string stated = finding.stated ? grouped(*finding.stated) : "?";
  const std::string computed = finding.computed ? grouped(*finding.computed) : "?";
  const std::string difference = finding.difference ? grouped(*finding.difference) : "?";
  const std::size_t width = std::max({stated.size(), computed.size(), difference.size()});
  out += "    stated      " + padded(stated, width) + "\n";
  out += "    computed    " + padded(computed, width) + "  " + basis(finding.relation, document) +
         "\n";
  out += "    difference  " + paint.red(padded(difference, width)) + "\n";
  if (finding.verdict) {
    std::string verdict =
        std::string(name_of(*finding.verdict)) + ": " + explanation(*finding.verdict);
    for (const FigureRef& culprit : finding.culprits) {
      const Place at = place_of(culprit, document);
      verdict += "; look at " + at.row + (at.column.empty() ? "" : " / " + at.column);
    }
    out +=
        "    " + (*finding.verdict == Verdict::rounding ? verdict : paint.yellow(verdict)) + "\n";
  }
  return out;
}

std::string counts(const CheckResult& result, const Paint& paint) {
  std::map<RelationKind, std::array<int, 2>> by_kind;
  for (const Finding& finding : result.findings) ++by_kind[finding.relation.kind][finding.holds];
  std::string out;
  for (const RelationKind kind : kKinds) {
    const auto found = by_kind.find(kind);
    if (found == by_kind.end()) continue;
    std::string name = name_of(kind);
    name.resize(13, ' ');
    const auto& [fail, hold] = found->second;
    out += "  " + name + paint.green(padded(std::to_string(hold), 5) + " hold");
    if (fail > 0) out += ", " + paint.red(std::to_string(fail) + " fail");
    out += "\n";
  }
  return out;
}

}  // namespace

std::string check_report(const CheckResult& result, bool colour) {
  const Paint paint(colour);
  const CheckSummary& s = result.summary;
  std::string out = paint.bold(result.document.source) + ": " +
                    counted(s.relations, "relation", "relations") + ", " +
                    paint.green(std::to_string(s.hold) + " hold") + ", " +
                    (s.fail ? paint.red(std::to_string(s.fail) + " fail") : "0 fail") + "\n";
  out += counts(result, paint);
  out += "  " + counted(s.amounts, "amount", "amounts") + ": " + std::to_string(s.proved) +
         " proved, " + std::to_string(s.repaired) + " repaired, " + std::to_string(s.suspect) +
         " suspect, " +
         (s.corrected > 0 ? std::to_string(s.corrected) + " corrected, " : std::string()) +
         std::to_string(s.amounts - s.proved - s.repaired - s.suspect - s.corrected) +
         " read and in no relation that holds\n";
  if (s.amounts > 0) {
    out += "  proof coverage " + std::to_string(100 * s.covered / s.amounts) +
           " %: " + std::to_string(s.covered) + " amounts stand in a hard relation that holds\n";
  }
  for (const std::string& line : result.missing) out += "  " + paint.yellow(line) + "\n";
  std::vector<const Finding*> failures;
  for (const Finding& finding : result.findings) {
    if (!finding.holds) failures.push_back(&finding);
  }
  std::stable_sort(failures.begin(), failures.end(), [&](const Finding* a, const Finding* b) {
    return place_of(a->relation.target, result.document).page <
           place_of(b->relation.target, result.document).page;
  });
  std::string heading;
  for (const Finding* finding : failures) {
    const Place place = place_of(finding->relation.target, result.document);
    const std::string here = "page " + std::to_string(place.page) + ", " + place.table;
    if (here != heading) out += "\n" + here + "\n";
    heading = here;
    out += failure(*finding, result.document, paint);
  }
  return out;
}

}  // namespace crossfoot
