// The words that all formats share, and the choice of the format.
#include "tools/comparison_report.h"

#include <algorithm>
#include <cstdio>

#include "reconcile/describe.h"
#include "tools/table_heading.h"

namespace crossfoot {
namespace {

// "row 7, 210 卫生健康支出 / 合计"
std::string place(const Difference& difference, const TableComparison& tables,
                  const ComparedDocument& document) {
  const Place at =
      place_of(CellRef{*tables.expected, *difference.expected_row, *difference.expected_col},
               document.expected);
  std::string words = "row " + std::to_string(*difference.expected_row + 1);
  if (at.row.empty() || at.column.empty()) {
    words += ", column " + std::to_string(*difference.expected_col + 1);
  }
  if (!at.row.empty()) words += ", " + at.row;
  if (!at.column.empty()) words += (at.row.empty() ? ", " : " / ") + at.column;
  return words;
}

std::string shown(const std::string& text) { return text.empty() ? "(empty)" : text; }

std::string signed_amount(const Amount& change) {
  return std::string(change.units > 0 ? "+" : "").append(grouped(change));
}

}  // namespace

std::string heading_of(const TableComparison& tables, const ComparedDocument& document) {
  const auto index = [](const std::optional<int>& i) { return static_cast<std::size_t>(*i); };
  return table_heading(tables.expected ? document.expected.tables[index(tables.expected)]
                                       : document.actual.tables[index(tables.actual)]);
}

std::string sentence_for(const Difference& difference, const TableComparison& tables,
                         const ComparedDocument& document) {
  const auto numbered = [](const char* what, const std::optional<int>& line) {
    return std::string(what) + " " + std::to_string(*line + 1);
  };
  switch (difference.kind) {
    case DifferenceKind::heading:
      return difference.expected + " -> " + difference.actual;
    case DifferenceKind::row_lost:
      return numbered("row", difference.expected_row) + " is lost: " + difference.expected;
    case DifferenceKind::row_added:
      return numbered("row", difference.actual_row) + " is added: " + difference.actual;
    case DifferenceKind::column_lost:
      return numbered("column", difference.expected_col) + " is lost: " + difference.expected;
    case DifferenceKind::column_added:
      return numbered("column", difference.actual_col) + " is added: " + difference.actual;
    case DifferenceKind::cell_lost:
      return place(difference, tables, document) + ": the cell is lost: " + difference.expected;
    case DifferenceKind::cell_added:
      return place(difference, tables, document) + ": a cell is added: " + difference.actual;
    case DifferenceKind::span:
      return place(difference, tables, document) + ": spans " + difference.expected + " -> " +
             difference.actual;
    case DifferenceKind::amount:
    case DifferenceKind::text:
      break;
  }
  std::string words = place(difference, tables, document) + ": " + shown(difference.expected) +
                      " -> " + shown(difference.actual);
  if (difference.change) words += " (" + signed_amount(*difference.change) + ")";
  return words;
}

std::string summary_line(const Agreement& agreement) {
  char line[200];
  std::snprintf(line, sizeof line,
                "cells %.2f %%, amounts %.2f %%, texts %.2f %%, spans %.2f %%, adjacency F1 %.4f, "
                "TEDS %.4f",
                100 * agreement.cell_accuracy(), 100 * agreement.amount_accuracy(),
                100 * agreement.text_accuracy(), 100 * agreement.span_accuracy(),
                agreement.adjacency_f1(), agreement.teds());
  return line;
}

bool is_equal(const std::vector<ComparedDocument>& documents) {
  return std::all_of(documents.begin(), documents.end(), [](const ComparedDocument& document) {
    return document.comparison.is_equal();
  });
}

Agreement agreement_of(const std::vector<ComparedDocument>& documents) {
  Agreement agreement;
  for (const ComparedDocument& document : documents) agreement += document.comparison.agreement;
  return agreement;
}

std::string comparison_report(const std::vector<ComparedDocument>& documents, OutputFormat format,
                              bool colour) {
  switch (format) {
    case OutputFormat::json:
      return comparison_to_json(documents);
    case OutputFormat::junit:
      return comparison_to_junit(documents);
    case OutputFormat::html:
      return comparison_to_html(documents);
    default:
      return comparison_to_text(documents, colour);
  }
}

}  // namespace crossfoot
