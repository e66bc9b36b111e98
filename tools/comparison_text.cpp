// The text report of a comparison.
//
//     budget-2020: 2 of 5 tables differ
//       部门收入总表 (元), page 3
//         - row 9 is lost: 2080505 | 机关… | 12.00
//         ~ row 7, 210 卫生健康支出 / 合计: 5.00 -> 6.00 (+1.00)
//       - 部门支出总表 (元), page 4 is lost: 31 rows, 12 columns
//       cells 99.21 %, amounts 98.90 %, …
#include "tools/comparison_report.h"
#include "tools/display_width.h"
#include "tools/paint.h"

namespace crossfoot {
namespace {

constexpr std::string_view kLost = "lost", kAdded = "added";

std::string size_of(const Table& table) {
  return std::to_string(table.n_rows) + (table.n_rows == 1 ? " row, " : " rows, ") +
         std::to_string(table.n_cols) + (table.n_cols == 1 ? " column" : " columns");
}

std::string line_for(const Difference& difference, const std::string& words, const Paint& paint) {
  const std::string_view kind = name_of(difference.kind);
  if (kind.ends_with(kLost)) return paint.red("- " + words);
  if (kind.ends_with(kAdded)) return paint.green("+ " + words);
  return paint.yellow("~ " + words);
}

std::string table_report(const TableComparison& tables, const ComparedDocument& document,
                         const Paint& paint) {
  const std::string heading = printable(heading_of(tables, document));
  if (tables.is_lost()) {
    const Table& table = document.expected.tables[static_cast<std::size_t>(*tables.expected)];
    return "  " + paint.red("- " + heading + " is lost: " + size_of(table)) + "\n";
  }
  if (tables.is_added()) {
    const Table& table = document.actual.tables[static_cast<std::size_t>(*tables.actual)];
    return "  " + paint.green("+ " + heading + " is added: " + size_of(table)) + "\n";
  }
  std::string out = "  " + paint.bold(heading) + "\n";
  for (const Difference& difference : tables.differences) {
    const std::string words = printable(sentence_for(difference, tables, document));
    out += "    " + line_for(difference, words, paint) + "\n";
  }
  return out;
}

std::string document_report(const ComparedDocument& document, const Paint& paint) {
  const auto& tables = document.comparison.tables;
  std::size_t differing = 0;
  std::string body;
  for (const TableComparison& pair : tables) {
    if (pair.is_equal()) continue;
    ++differing;
    body += table_report(pair, document, paint);
  }
  const std::string of =
      std::to_string(tables.size()) + (tables.size() == 1 ? " table" : " tables");
  std::string out = paint.bold(printable(document.name)) + ": ";
  if (differing == 0) return out + paint.green(of + " equal") + "\n";
  out += paint.red(std::to_string(differing) + " of " + of +
                   (differing == 1 ? " differs" : " differ"));
  return out + "\n" + body + "  " + summary_line(document.comparison.agreement) + "\n";
}

}  // namespace

std::string comparison_to_text(const std::vector<ComparedDocument>& documents, bool colour) {
  const Paint paint(colour);
  std::string out;
  for (const ComparedDocument& document : documents) out += document_report(document, paint);
  if (documents.size() > 1) {
    out += "all " + std::to_string(documents.size()) +
           " documents: " + summary_line(agreement_of(documents)) + "\n";
  }
  return out;
}

}  // namespace crossfoot
