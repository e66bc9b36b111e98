// Lays a table out in terminal columns.
//
//   部门收支总表 (元), page 4
//   收入                          | 支出
//   项目           |       预算数 | 项目           |       预算数
//   ---------------+--------------+----------------+-------------
//   一般公共预算   | 394168149.93 | 卫生健康支出   | 393427253.45
//
// A column is as wide as its widest cell, a cell over several columns widens them evenly where they
// are too narrow for it. Nothing is wider than kWidestCell, no heading makes a column wider than
// kWidestHeader: longer texts wrap, and a row is as high as its highest cell. A cell over several
// rows uses the lines of all of them. The borders are ASCII: box-drawing characters are of ambiguous
// width, and East Asian terminals give them two columns.
#include "tools/table_text.h"

#include <algorithm>

#include "tools/display_width.h"
#include "tools/table_heading.h"

namespace crossfoot {
namespace {

constexpr int kWidestCell = 40;  // columns: 20 ideographs, and any figure
constexpr int kWidestHeader =
    12;                        // columns: a heading does not make a column of small figures wide
constexpr int kNarrowest = 2;  // columns: one ideograph
constexpr std::string_view kSeparator = " | ", kCrossing = "-+-";
constexpr int kSeparatorWidth = 3;

std::string marked_text(const Cell& cell) {
  std::string text = printable(cell.text);
  if (cell.status == CellStatus::suspect) text += " ?";
  if (cell.status == CellStatus::repaired) text += " *";
  return text;
}

int longest_word(std::string_view text) {
  int longest = 0, word = 0;
  for (const Glyph& glyph : glyphs(text)) {
    word = glyph.bytes == " " || glyph.columns == 2 ? 0 : word + glyph.columns;
    longest = std::max(longest, word);
  }
  return longest;
}

std::string padded(const std::string& text, int columns, bool to_the_right) {
  const std::string space(std::max(0, columns - display_width(text)), ' ');
  return to_the_right ? space + text : text + space;
}

class TextTable {
 public:
  explicit TextTable(const Table& table)
      : table_(table), slots_(table), widths_(table.n_cols, kNarrowest), heights_(table.n_rows, 1) {
    choose_widths();
    for (const Cell& cell : table.cells) {
      lines_.push_back(wrapped(marked_text(cell), width_of(cell)));
    }
    choose_heights();
  }

  std::string to_string() const {
    std::string text;
    for (int row = 0; row < table_.n_rows; ++row) {
      if (row > 0 && row == table_.header_rows) text += rule();
      for (int line = 0; line < heights_[row]; ++line) text += line_of(row, line);
    }
    return text;
  }

 private:
  int width_of(const Cell& cell) const {
    int width = kSeparatorWidth * (cell.col_span - 1);
    for (int col = cell.col; col < cell.col + cell.col_span; ++col) width += widths_[col];
    return width;
  }

  int wanted_width(const Cell& cell) const {
    const std::string text = marked_text(cell);
    const bool heads_a_body = cell.row < table_.header_rows && table_.header_rows < table_.n_rows;
    const int widest = heads_a_body ? std::max(kWidestHeader, longest_word(text)) : kWidestCell;
    return std::min({display_width(text), widest, kWidestCell});
  }

  // Narrow cells first, so that a cell over several columns widens only what is still too narrow.
  void choose_widths() {
    std::vector<const Cell*> by_span;
    for (const Cell& cell : table_.cells) by_span.push_back(&cell);
    std::stable_sort(by_span.begin(), by_span.end(),
                     [](const Cell* a, const Cell* b) { return a->col_span < b->col_span; });
    for (const Cell* cell : by_span) {
      int lacking = wanted_width(*cell) - width_of(*cell);
      for (int i = 0; lacking > 0; ++i, --lacking) ++widths_[cell->col + i % cell->col_span];
    }
  }

  int height_of(const Cell& cell) const {
    int height = 0;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) height += heights_[row];
    return height;
  }

  void choose_heights() {
    std::vector<std::size_t> by_span(table_.cells.size());
    for (std::size_t i = 0; i < by_span.size(); ++i) by_span[i] = i;
    std::stable_sort(by_span.begin(), by_span.end(), [this](std::size_t a, std::size_t b) {
      return table_.cells[a].row_span < table_.cells[b].row_span;
    });
    for (const std::size_t i : by_span) {
      const Cell& cell = table_.cells[i];
      const int lacking = static_cast<int>(lines_[i].size()) - height_of(cell);
      if (lacking > 0) heights_[cell.row + cell.row_span - 1] += lacking;
    }
  }

  std::string line_of(int row, int line) const {
    std::string text;
    for (int col = 0; col < table_.n_cols;) {
      const int index = slots_.at(row, col);
      const Cell& cell = table_.cells[index];
      std::size_t at = line;
      for (int above = cell.row; above < row; ++above) at += heights_[above];
      const std::string part = at < lines_[index].size() ? lines_[index][at] : "";
      const bool is_figure = cell.amount && cell.row >= table_.header_rows;
      if (col > 0) text += kSeparator;
      text += padded(part, width_of(cell), is_figure);
      col += cell.col_span;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
  }

  std::string rule() const {
    std::string text;
    for (int col = 0; col < table_.n_cols; ++col) {
      if (col > 0) text += kCrossing;
      text += std::string(widths_[col], '-');
    }
    return text + "\n";
  }

  const Table& table_;
  SlotIndex slots_;
  std::vector<int> widths_;                      // terminal columns of each column
  std::vector<int> heights_;                     // lines of each row
  std::vector<std::vector<std::string>> lines_;  // of each cell
};

std::string legend(const Table& table) {
  const auto count = [&](CellStatus status) {
    return std::count_if(table.cells.begin(), table.cells.end(),
                         [=](const Cell& cell) { return cell.status == status; });
  };
  const auto suspect = count(CellStatus::suspect), repaired = count(CellStatus::repaired);
  std::string text;
  if (suspect > 0) text += "? suspect: " + std::to_string(suspect);
  if (repaired > 0) {
    text += std::string(text.empty() ? "" : "   ") + "* repaired: " + std::to_string(repaired);
  }
  return text.empty() ? "" : text + "\n";
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, int columns) {
  std::vector<std::string> lines(1);
  int used = 0;
  std::size_t word_start = 0;  // in lines.back(), where the word that is being written began
  for (const Glyph& glyph : glyphs(text)) {
    const bool space = glyph.bytes == " ";
    if (used + glyph.columns > columns) {
      std::string carried;
      if (!space && glyph.columns == 1 && word_start > 0) {
        carried = lines.back().substr(word_start);
        lines.back().erase(word_start);
      }
      lines.back().erase(lines.back().find_last_not_of(' ') + 1);
      used = display_width(carried);
      lines.push_back(std::move(carried));
      word_start = 0;
      if (space) continue;
    }
    lines.back() += glyph.bytes;
    used += glyph.columns;
    if (space || glyph.columns == 2) word_start = lines.back().size();
  }
  return lines;
}

std::string table_to_text(const Table& table) {
  return printable(table_heading(table)) + "\n\n" + TextTable(table).to_string() + legend(table);
}

std::string document_to_text(const TableDocument& document) {
  std::string text;
  for (const Table& table : document.tables) {
    if (!text.empty()) text += "\n\n";
    text += table_to_text(table);
  }
  return text;
}

}  // namespace crossfoot
