// The tables that differ, each drawn once over the union of both versions' rows and columns. A
// merged cell shows its text in its first slot.
#include <algorithm>
#include <map>

#include "tools/comparison_report.h"
#include "tools/markup.h"

namespace crossfoot {
namespace {

constexpr const char* kStyle = R"(
body{font:14px/1.4 system-ui,sans-serif;margin:2em;color:#222}
table{border-collapse:collapse;margin:.5em 0 2em}
td{border:1px solid #ccc;padding:.15em .5em;vertical-align:top}
del{background:#fdd;color:#900}ins{background:#dfd;color:#060;text-decoration:none}
tr.lost td,td.lost{background:#fdd}tr.added td,td.added{background:#dfd}
td.changed{outline:2px solid #d90}.equal{color:#060}.differs{color:#900}
ul{margin:.2em 0}@media print{body{margin:0}})";

// A row, or column, of the union: its index on either side, -1 where it has none.
struct Line {
  int expected = -1, actual = -1;
  const char* kind() const { return expected < 0 ? "added" : actual < 0 ? "lost" : ""; }
};

std::vector<Line> union_of(const std::vector<int>& pairs, int n_actual) {
  std::vector<Line> lines;
  int next = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (; pairs[i] >= 0 && next < pairs[i]; ++next) lines.push_back({-1, next});
    lines.push_back({static_cast<int>(i), pairs[i]});
    if (pairs[i] >= 0) next = pairs[i] + 1;
  }
  for (; next < n_actual; ++next) lines.push_back({-1, next});
  return lines;
}

// Texts of a table by slot, of merged cells in the first one.
std::string text_at(const Table& table, const SlotIndex& slots, int row, int col) {
  if (row < 0 || col < 0) return "";
  const Cell& cell = table.cells[static_cast<std::size_t>(slots.at(row, col))];
  return cell.row == row && cell.col == col ? cell.text : "";
}

std::string slot(const std::string& expected, const std::string& actual, const Line& row,
                 const Line& col, bool differs) {
  const std::string_view kind = *row.kind() ? row.kind() : col.kind();
  std::string tag = "<td";
  if (*col.kind())
    tag += std::string(" class=") + col.kind();
  else if (differs)
    tag += " class=changed";
  tag += ">";
  if (kind == "added") return tag + escaped(actual) + "</td>";
  if (kind == "lost" || !differs || expected == actual) return tag + escaped(expected) + "</td>";
  return tag + "<del>" + escaped(expected) + "</del> <ins>" + escaped(actual) + "</ins></td>";
}

std::string drawn(const TableComparison& tables, const ComparedDocument& document) {
  const Table& a = document.expected.tables[static_cast<std::size_t>(*tables.expected)];
  const Table& b = document.actual.tables[static_cast<std::size_t>(*tables.actual)];
  const SlotIndex slots_a(a), slots_b(b);
  std::map<std::pair<int, int>, bool> differs;
  for (const Difference& difference : tables.differences) {
    if (difference.expected_row && difference.expected_col) {
      differs[{*difference.expected_row, *difference.expected_col}] = true;
    }
  }
  const auto cols = union_of(tables.alignment.cols, b.n_cols);
  std::string out = "<table>\n";
  for (const Line& row : union_of(tables.alignment.rows, b.n_rows)) {
    out += std::string("<tr") + (*row.kind() ? std::string(" class=") + row.kind() : "") + ">";
    for (const Line& col : cols) {
      out += slot(text_at(a, slots_a, row.expected, col.expected),
                  text_at(b, slots_b, row.actual, col.actual), row, col,
                  differs.count({row.expected, col.expected}) > 0);
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

std::string table_html(const TableComparison& tables, const ComparedDocument& document) {
  std::string out = "<h3 class=differs>" + escaped(heading_of(tables, document));
  if (tables.is_lost()) return out + " is lost</h3>\n";
  if (tables.is_added()) return out + " is added</h3>\n";
  out += "</h3>\n<ul>\n";
  for (const Difference& difference : tables.differences) {
    out += "<li>" + escaped(sentence_for(difference, tables, document)) + "</li>\n";
  }
  return out + "</ul>\n" + drawn(tables, document);
}

}  // namespace

std::string comparison_to_html(const std::vector<ComparedDocument>& documents) {
  std::string out =
      "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>crossfoot compare"
      "</title><style>" +
      std::string(kStyle) + "</style></head><body>\n<h1>Comparison</h1>\n<p>" +
      summary_line(agreement_of(documents)) + "</p>\n";
  for (const ComparedDocument& document : documents) {
    const bool equal = document.comparison.is_equal();
    out += "<h2>" + escaped(document.name) + "</h2>\n<p class=" + (equal ? "equal" : "differs") +
           ">" + (equal ? "equal" : summary_line(document.comparison.agreement)) + "</p>\n";
    for (const TableComparison& tables : document.comparison.tables) {
      if (!tables.is_equal()) out += table_html(tables, document);
    }
  }
  return out + "</body></html>\n";
}

}  // namespace crossfoot
