#include "tests/tools/table_notation.h"

#include <sstream>
#include <string>

namespace crossfoot {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '|') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  for (std::string& field : fields) field = trimmed(field);
  return fields;
}

CellStatus take_mark(std::string& text) {
  if (text.size() < 2 || text[text.size() - 2] != ' ') return CellStatus::read;
  const char mark = text.back();
  if (mark != '?' && mark != '*') return CellStatus::read;
  text.resize(text.size() - 2);
  return mark == '?' ? CellStatus::suspect : CellStatus::repaired;
}

Cell* cell_at(Table& table, int row, int col) {
  for (Cell& cell : table.cells) {
    if (cell.row <= row && row < cell.row + cell.row_span && cell.col <= col &&
        col < cell.col + cell.col_span) {
      return &cell;
    }
  }
  return nullptr;
}

void add_field(Table& table, int row, int col, std::string text) {
  if (text == "<") {
    cell_at(table, row, col - 1)->col_span = col - cell_at(table, row, col - 1)->col + 1;
    return;
  }
  if (text == "^") {
    Cell* above = cell_at(table, row - 1, col);
    above->row_span = row - above->row + 1;
    return;
  }
  Cell cell;
  cell.row = row;
  cell.col = col;
  cell.page = 1;
  cell.status = take_mark(text);
  cell.text = text;
  cell.lines = text.empty() ? 0 : 1;
  cell.amount = parse_amount(text);
  table.cells.push_back(cell);
}

}  // namespace

Table table_of(std::string_view notation) {
  Table table;
  table.id = "t1";
  std::istringstream lines{std::string(notation)};
  std::string line;
  while (std::getline(lines, line)) {
    line = trimmed(line);
    if (line.empty()) continue;
    if (line.find_first_not_of("-+") == std::string::npos) {
      table.header_rows = table.n_rows;
      continue;
    }
    const auto fields = fields_of(line);
    table.n_cols = std::max(table.n_cols, static_cast<int>(fields.size()));
    for (std::size_t col = 0; col < fields.size(); ++col) {
      add_field(table, table.n_rows, static_cast<int>(col), fields[col]);
    }
    ++table.n_rows;
  }
  table.parts.push_back({1, {}, 0, table.n_rows});
  return table;
}

}  // namespace crossfoot
