#include "tools/table_markdown.h"

#include <string_view>

#include "tools/table_heading.h"
#include "tools/table_slots.h"

namespace crossfoot {
namespace {

// The text with what Markdown would take for markup, or for the end of a cell, escaped.
std::string escaped(std::string_view text) {
  constexpr std::string_view kMarkup = "\\|*_`<>[]~&";
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += "<br>";
      continue;
    }
    if (kMarkup.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string line_of(const std::vector<std::string>& fields) {
  std::string line = "|";
  for (const std::string& field : fields) line += " " + field + (field.empty() ? "|" : " |");
  return line + "\n";
}

// The cells above a column from top to bottom, each once, the empty ones left out.
std::vector<std::string> header_line(const Table& table) {
  const SlotIndex slots(table);
  std::vector<std::string> fields(table.n_cols);
  for (int col = 0; col < table.n_cols; ++col) {
    int before = -1;
    for (int row = 0; row < table.header_rows; ++row) {
      const int index = slots.at(row, col);
      if (index == before || table.cells[index].text.empty()) continue;
      before = index;
      fields[col] += (fields[col].empty() ? "" : " / ") + escaped(table.cells[index].text);
    }
  }
  return fields;
}

// Right where more than half of the column's filled body cells are figures.
std::vector<std::string> alignment_line(const Table& table) {
  std::vector<int> figures(table.n_cols, 0), filled(table.n_cols, 0);
  for (const Cell& cell : table.cells) {
    if (cell.row < table.header_rows || cell.text.empty()) continue;
    ++filled[cell.col];
    if (cell.amount) ++figures[cell.col];
  }
  std::vector<std::string> fields;
  for (int col = 0; col < table.n_cols; ++col) {
    fields.emplace_back(2 * figures[col] > filled[col] ? "---:" : "---");
  }
  return fields;
}

}  // namespace

std::string table_to_markdown(const Table& table) {
  std::string markdown = "### " + escaped(table_heading(table)) + "\n\n";
  markdown += line_of(header_line(table)) + line_of(alignment_line(table));
  const auto rows = table_slots(table);
  for (int row = table.header_rows; row < table.n_rows; ++row) {
    std::vector<std::string> fields;
    for (const std::string& text : rows[row]) fields.push_back(escaped(text));
    markdown += line_of(fields);
  }
  return markdown;
}

std::string document_to_markdown(const TableDocument& document) {
  std::string markdown;
  for (const Table& table : document.tables) {
    if (!markdown.empty()) markdown += "\n";
    markdown += table_to_markdown(table);
  }
  return markdown;
}

}  // namespace crossfoot
