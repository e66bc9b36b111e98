#include "tests/reconcile/notation.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace crossfoot {

namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::vector<std::string>> rows_of(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (trimmed(line).empty()) continue;
    auto& row = rows.emplace_back();
    std::size_t begin = 0;
    for (std::size_t bar = line.find('|');; bar = line.find('|', begin)) {
      row.push_back(trimmed(line.substr(begin, bar - begin)));
      if (bar == std::string::npos) break;
      begin = bar + 1;
    }
  }
  return rows;
}

std::string name_of_figure(const FigureRef& figure) {
  std::ostringstream name;
  if (const auto* text = std::get_if<TextRef>(&figure)) {
    name << 'p' << text->paragraph << '@' << text->begin;
    return name.str();
  }
  const auto& cell = std::get<CellRef>(figure);
  if (cell.table) name << 't' << cell.table + 1 << '/';
  name << cell.row << ':' << cell.col;
  return name.str();
}

}  // namespace

Table table_from(const std::string& text, int header_rows, const std::string& unit,
                 const std::string& id) {
  const auto rows = rows_of(text);
  Table table;
  table.id = id;
  table.unit = unit;
  table.header_rows = header_rows;
  table.n_rows = static_cast<int>(rows.size());
  table.n_cols = static_cast<int>(rows.front().size());
  table.parts = {{1, {}, 0, table.n_rows}};
  for (int r = 0; r < table.n_rows; ++r) {
    const auto at = [&rows](int row, int col) -> std::string {
      return rows[static_cast<std::size_t>(row)].at(static_cast<std::size_t>(col));
    };
    for (int c = 0; c < table.n_cols; ++c) {
      std::string content = at(r, c);
      if (content == "<" || content == "^") continue;
      Cell cell;
      cell.row = r;
      cell.col = c;
      cell.page = 1;
      while (c + cell.col_span < table.n_cols && at(r, c + cell.col_span) == "<") ++cell.col_span;
      while (r + cell.row_span < table.n_rows && at(r + cell.row_span, c) == "^") ++cell.row_span;
      if (const std::size_t mark = content.find('?'); mark != std::string::npos) {
        cell.confidence = 0.7;
        const std::string other = trimmed(content.substr(mark + 1));
        if (!other.empty()) cell.alternatives.push_back({other, 1.0});
        content = trimmed(content.substr(0, mark));
      }
      cell.text = content;
      cell.lines = content.empty() ? 0 : 1;
      table.cells.push_back(cell);
    }
  }
  return table;
}

TableDocument document_from(std::vector<Table> tables, std::vector<std::string> paragraphs) {
  TableDocument document;
  document.source = "test.pdf";
  document.pages = {{}};
  document.pages[0].number = 1;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    tables[i].id = std::to_string(i + 1);
    tables[i].id.insert(0, 1, 't');
  }
  document.tables = std::move(tables);
  for (std::string& text : paragraphs) document.text.push_back({1, {}, std::move(text)});
  return document;
}

std::vector<std::string> sentences(const CheckResult& result, RelationKind kind) {
  std::vector<std::string> out;
  for (const Finding& finding : result.findings) {
    const Relation& relation = finding.relation;
    if (relation.kind != kind) continue;
    std::ostringstream text;
    text << name_of_figure(relation.target) << " =";
    for (std::size_t i = 0; i < relation.terms.size(); ++i) {
      const Term& term = relation.terms[i];
      text << (term.sign < 0 ? " - "
               : i           ? " + "
                             : " ")
           << (term.divisor ? "/" : "") << name_of_figure(term.figure);
    }
    text << (finding.holds ? " ok" : " FAILS");
    out.push_back(text.str());
  }
  std::sort(out.begin(), out.end());
  return out;
}

const Cell& cell_at(const CheckResult& result, int row, int col) {
  for (const Cell& cell : result.document.tables.front().cells) {
    if (cell.row == row && cell.col == col) return cell;
  }
  std::abort();
}

}  // namespace crossfoot
