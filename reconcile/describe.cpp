// Words for figures and findings: every message names the row, the column and the two amounts, so
// that it is understood without the document at hand.
#include "reconcile/describe.h"

#include <algorithm>

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Longest label that a message quotes, in code points.
constexpr std::size_t kMaxLabel = 40;

std::string shortened(const std::string& text) {
  std::u32string s = code_points(text);
  if (s.size() <= kMaxLabel) return text;
  s.resize(kMaxLabel - 1);
  return utf8(s) + "…";
}

// The cells that cover the slots to the left of a figure, left to right. Cells stand in row-major
// order of their top left slot, so the search goes back from the figure and ends once every slot is
// covered.
std::vector<const Cell*> cells_to_the_left(const Table& table, const Cell& figure) {
  std::vector<const Cell*> left;
  int uncovered = figure.col;
  for (const Cell* cell = &figure; uncovered > 0 && cell != table.cells.data();) {
    --cell;
    if (cell->row + cell->row_span <= figure.row || cell->col >= figure.col) continue;
    uncovered -= std::min(cell->col + cell->col_span, figure.col) - cell->col;
    left.push_back(cell);
  }
  std::sort(left.begin(), left.end(), [](const Cell* a, const Cell* b) { return a->col < b->col; });
  return left;
}

// The texts to the left of a figure in its row, with the code before them.
std::string row_label(const Table& table, const Cell& figure) {
  std::string label;
  const std::vector<const Cell*> left = cells_to_the_left(table, figure);
  // The nearest texts to the left, past figures and blanks; a code right before them counts.
  const auto names = [](const Cell* cell) { return !cell->amount && !is_nil(cell->text); };
  auto end = left.end();
  while (end != left.begin() && !names(*(end - 1))) --end;
  auto begin = end;
  while (begin != left.begin() && names(*(begin - 1))) --begin;
  if (begin != left.begin()) {
    const Cell& before = **(begin - 1);
    if (looks_like_code(before.text)) --begin;
  }
  for (auto it = begin; it != end; ++it) label += (label.empty() ? "" : " ") + (*it)->text;
  return shortened(label);
}

std::string column_label(const Table& table, const Cell& figure) {
  std::string label;
  std::vector<const Cell*> above;
  for (const Cell& cell : table.cells) {
    if (cell.row >= table.header_rows) break;
    if (cell.col <= figure.col && figure.col < cell.col + cell.col_span && !cell.text.empty()) {
      above.push_back(&cell);
    }
  }
  for (const Cell* cell : above) label += (label.empty() ? "" : " / ") + cell->text;
  return shortened(label);
}

}  // namespace

std::string grouped(const Amount& amount) {
  std::string text = amount.to_string();
  const std::size_t begin = text[0] == '-' ? 1 : 0;
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > begin + 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

Place place_of(const FigureRef& figure, const TableDocument& document) {
  if (const auto* text = std::get_if<TextRef>(&figure)) {
    const Paragraph& paragraph = document.text[static_cast<std::size_t>(text->paragraph)];
    const std::string before = paragraph.text.substr(0, static_cast<std::size_t>(text->begin));
    std::u32string words = code_points(before);
    if (words.size() > kMaxLabel / 2) words.erase(0, words.size() - kMaxLabel / 2);
    return {paragraph.page, "text", utf8(words), ""};
  }
  const auto& at = std::get<CellRef>(figure);
  const Table& table = document.tables[static_cast<std::size_t>(at.table)];
  const Cell* cell = find_cell(table, at.row, at.col);
  const std::string name = table.title.empty() ? table.id : table.title;
  if (!cell) return {0, name, "", ""};
  return {cell->page, name, row_label(table, *cell), column_label(table, *cell)};
}

std::string message_for(const Finding& finding, const TableDocument& document) {
  const Place place = place_of(finding.relation.target, document);
  std::string message = place.row;
  if (!place.column.empty()) message += (message.empty() ? "" : " / ") + place.column;
  if (message.empty()) message = place.table;
  if (finding.stated) message += ": stated " + grouped(*finding.stated);
  const auto& terms = finding.relation.terms;
  if (finding.computed) {
    if (finding.relation.form == Form::ratio) {
      message += ", the ratio comes to ";
    } else if (finding.relation.form == Form::product) {
      message += ", the product comes to ";
    } else if (terms.size() == 1) {
      const Place other = place_of(terms[0].figure, document);
      const bool elsewhere = finding.relation.kind == RelationKind::cross_table ||
                             finding.relation.kind == RelationKind::narrative;
      message += elsewhere ? ", " + other.table +
                                 (other.row.empty() ? "" : " (" + other.row + ")") + " states "
                           : ", its only part is ";
    } else {
      message += ", its " + std::to_string(terms.size()) + " parts sum to ";
    }
    message += grouped(*finding.computed);
  }
  return message;
}

}  // namespace crossfoot
