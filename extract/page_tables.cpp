#include "extract/page_tables.h"

#include <algorithm>

#include "extract/join_lines.h"
#include "reconcile/amount.h"
#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

// A reading that is less sure than this is shown to a person. Readers that agree score above, a
// figure that two readers read differently scores below (see ocr/).
constexpr double kSuspectBelow = 0.7;

// What is read of a text that its cell holds only in part.
constexpr double kDoubtful = 0.5;

// A figure that is one only with a point that was overlooked at the end of its first line.
constexpr double kOverlooked = 0.9;

// "388,540,000" over "00": a point at the end of a line is easily overlooked. Where the lines are
// figures, but not one, and another reading of a line ends in the point that makes them one, they are.
bool take_overlooked_point(std::vector<std::string>& texts, const std::vector<TextLine>& lines) {
  if (texts.size() < 2 || !std::all_of(texts.begin(), texts.end(), is_figure_piece) ||
      is_figure_piece(join_lines(texts))) {
    return false;
  }
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    for (const Alternative& alternative : lines[i].alternatives) {
      if (alternative.text != texts[i] + '.') continue;
      std::vector<std::string> changed = texts;
      changed[i] = alternative.text;
      const std::string joined = join_lines(changed);
      if (!is_figure_piece(joined) || !parse_amount(joined)) continue;
      texts = std::move(changed);
      return true;
    }
  }
  return false;
}

Cell cell_of(const GridCell& slot, const std::vector<TextLine>& lines, const CleanPage& page,
             int page_number) {
  Cell cell;
  cell.row = slot.row;
  cell.col = slot.col;
  cell.row_span = slot.row_span;
  cell.col_span = slot.col_span;
  cell.page = page_number;
  cell.box = to_page_box(page, slot.box);
  std::vector<std::string> texts;
  for (const TextLine& line : lines) {
    texts.push_back(line.text);
    cell.confidence = std::min(cell.confidence, line.confidence);
  }
  if (take_overlooked_point(texts, lines)) cell.confidence = std::min(cell.confidence, kOverlooked);
  cell.lines = static_cast<int>(lines.size());
  cell.text = join_lines(texts);
  cell.amount = parse_amount(cell.text);
  // Another reading of one line is another reading of the cell.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const Alternative& alternative : lines[i].alternatives) {
      std::vector<std::string> changed = texts;
      changed[i] = alternative.text;
      cell.alternatives.push_back({join_lines(changed), alternative.cost});
    }
  }
  std::stable_sort(cell.alternatives.begin(), cell.alternatives.end(),
                   [](const Alternative& a, const Alternative& b) { return a.cost < b.cost; });
  // A code of more digits than an amount has is a figure, too.
  if ((cell.amount || looks_like_code(cell.text)) && cell.confidence < kSuspectBelow) {
    cell.status = CellStatus::suspect;
    cell.why = "read with low confidence";
  }
  return cell;
}

}  // namespace

int count_header_rows(const Table& table) {
  const SlotIndex slots(table);
  const auto names_columns = [&](int row) {
    for (int col = 0; col < table.n_cols; ++col) {
      const Cell& cell = table.cells[slots.at(row, col)];
      if (cell.text.empty() || cell.amount) return false;
    }
    return true;
  };
  int rows = 0;
  while (rows < table.n_rows && names_columns(rows)) ++rows;
  // Text alone from top to bottom is no header of anything, and more rows than this are the text
  // blocks of a form.
  constexpr int kDeepestHeader = 5;
  return rows == table.n_rows || rows > kDeepestHeader ? 0 : rows;
}

PageTable table_of(const Grid& grid, const std::vector<std::vector<TextLine>>& lines,
                   const CleanPage& page, int page_number) {
  PageTable result;
  Table& table = result.table;
  table.n_rows = grid.n_rows();
  table.n_cols = grid.n_cols();
  table.parts.push_back({page_number, to_page_box(page, grid.box()), 0, table.n_rows});
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    table.cells.push_back(cell_of(grid.cells[i], lines[i], page, page_number));
  }
  table.header_rows = count_header_rows(table);
  for (const double edge : grid.col_edges) result.col_edges_pt.push_back(edge * page.pt_per_px());
  return result;
}

PageTable read_table(const Grid& grid, const CleanPage& page, int page_number, TextSource& source,
                     const std::vector<bool>& is_doubtful) {
  std::vector<PixelBox> boxes;
  for (const GridCell& slot : grid.cells) boxes.push_back(slot.box);
  std::vector<std::vector<TextLine>> lines = source.lines_in(boxes);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_doubtful[i]) continue;
    for (TextLine& line : lines[i]) line.confidence = std::min(line.confidence, kDoubtful);
  }
  return table_of(grid, lines, page, page_number);
}

}  // namespace crossfoot
