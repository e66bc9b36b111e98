// Rulings say where cells may end; words say where they do.
//
//   ┌────────┬──────┬──────┐        The header is ruled, the rows are not: the merged cells of the
//   │Country │ 2007 │ 2006 │        body are parted at the header's edges, because in row after row
//   ├────────┴──────┴──────┤        the words keep clear of them.
//   │Austria   86.2     13.8│
//   ├──────────────────────┤
//   └──────────────────────┘
//
//   ┌────────┬──────┐               Columns are ruled, rows are not: a row of the grid in which
//   │Bulgaria│  2.3 │               several cells hold lines at the same heights, none of them
//   │Cyprus  │ 0.21 │               wrapped, is parted into its lines. A line is not wrapped when the next
//   └────────┴──────┘               line's first word had room behind it.
//
// Heights of strokes of figures below each other can pass for a ruling ("1" over "1"): an edge that
// runs through words is none. Chart frames and flow charts are grids with hardly any text in their
// cells.
#include "extract/refine_grid.h"

#include <algorithm>
#include <cmath>

#include "extract/printed_lines.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kThrough = 0.25;  // a word on both sides of an edge by this is cut by it
constexpr double kClear = 0.8;     // white at an edge that parts a merged cell
constexpr double kHair = 0.1;      // white between an open edge and the line that it takes in
constexpr double kTallestWord = 2;   // that an open edge takes in; taller is a stamp
constexpr double kLowestWord = 0.5;  // a line of text has a word as high
constexpr double kSpace = 0.5;
constexpr double kColumnGap = 2;   // white inside a row of a frame that shows columns
constexpr double kLetter = 1.5;    // a letter of a word set wide, as 合 and 计, is no wider

constexpr int kFullestDrawing = 4;  // tenths of the cells of a drawing that hold words, at most
constexpr int kFullRow = 3;         // columns of a row of heads per filled cell, at most
constexpr int kTallestHead = 3;     // rows of the grid beside a head
constexpr int kFewestLines = 3;     // of a row that is parted
constexpr int kFewestCells = 2;     // merged cells of one extent that must agree, and cells of a row

double middle_x(const PixelBox& box) { return (box.x0 + box.x1) / 2.0; }
double middle_y(const PixelBox& box) { return (box.y0 + box.y1) / 2.0; }

void set_boxes(Grid& grid) {
  const auto px = [](double edge) { return static_cast<int>(std::lround(edge)); };
  for (GridCell& cell : grid.cells) {
    cell.box = {px(grid.col_edges[cell.col]), px(grid.row_edges[cell.row]),
                px(grid.col_edges[cell.col + cell.col_span]),
                px(grid.row_edges[cell.row + cell.row_span])};
  }
  std::sort(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) {
    return std::pair(a.row, a.col) < std::pair(b.row, b.col);
  });
}

std::vector<PixelBox> words_in(const PixelBox& box, const std::vector<PixelBox>& words) {
  std::vector<PixelBox> inside;
  for (const PixelBox& word : words) {
    if (middle_x(word) >= box.x0 && middle_x(word) < box.x1 && middle_y(word) >= box.y0 &&
        middle_y(word) < box.y1) {
      inside.push_back(word);
    }
  }
  return inside;
}

void drop_column_edge(Grid& grid, int edge) {
  // The cell left of it takes the slots right of it: widths shrink by one column where they end here.
  std::vector<GridCell> kept;
  for (GridCell cell : grid.cells) {
    const int end = cell.col + cell.col_span;
    if (cell.col == edge) {
      // Joins a left neighbour of the same rows, if there is one.
      const auto left = std::find_if(grid.cells.begin(), grid.cells.end(), [&](const GridCell& other) {
        return other.col + other.col_span == edge && other.row == cell.row &&
               other.row_span == cell.row_span;
      });
      if (left == grid.cells.end()) return;
      continue;
    }
    if (end == edge) {
      const auto right = std::find_if(grid.cells.begin(), grid.cells.end(), [&](const GridCell& other) {
        return other.col == edge && other.row == cell.row && other.row_span == cell.row_span;
      });
      if (right == grid.cells.end()) return;
      cell.col_span += right->col_span;
    }
    kept.push_back(cell);
  }
  for (GridCell& cell : kept) {
    if (cell.col > edge) {
      --cell.col;
    } else if (cell.col + cell.col_span > edge) {
      --cell.col_span;
    }
  }
  grid.cells = std::move(kept);
  grid.col_edges.erase(grid.col_edges.begin() + edge);
}

void drop_edges_through_words(Grid& grid, const std::vector<PixelBox>& words, double h) {
  for (int edge = 1; edge + 1 < static_cast<int>(grid.col_edges.size());) {
    const double x = grid.col_edges[edge];
    int bordered = 0, cut = 0;
    for (const GridCell& cell : grid.cells) {
      if (cell.col != edge) continue;
      bordered += 1;
      cut += std::any_of(words.begin(), words.end(), [&](const PixelBox& word) {
        return word.x0 < x - kThrough * h && word.x1 > x + kThrough * h &&
               middle_y(word) > cell.box.y0 && middle_y(word) < cell.box.y1;
      }) ? 1 : 0;
    }
    const std::size_t before = grid.col_edges.size();
    if (bordered > 0 && 2 * cut >= bordered) drop_column_edge(grid, edge);
    if (grid.col_edges.size() == before) ++edge;
  }
  set_boxes(grid);
}

// Where a grid is open, upright rulings may end in the middle of a line of text: its edge is moved
// beyond the lines that it cuts.
void take_in_cut_lines(Grid& grid, const std::vector<PixelBox>& words, double h) {
  const double top = grid.row_edges.front(), bottom = grid.row_edges.back();
  const PixelBox box = grid.box();
  for (const PixelBox& word : words) {
    if (middle_x(word) < box.x0 || middle_x(word) >= box.x1) continue;
    if (word.height() > kTallestWord * h) continue;
    const double above = word.y0 - kHair * h, below = word.y1 + kHair * h;
    if (grid.open_above && above < top && word.y1 > top + kThrough * h) {
      grid.row_edges.front() = std::min(grid.row_edges.front(), above);
    }
    if (grid.open_below && below > bottom && word.y0 < bottom - kThrough * h) {
      grid.row_edges.back() = std::max(grid.row_edges.back(), below);
    }
  }
  set_boxes(grid);
}

// Do the words of a merged cell stand in at least two of its slots and keep clear of every edge that
// has words on both sides?
bool keeps_to_slots(const Grid& grid, const GridCell& cell, const std::vector<PixelBox>& words,
                    double h) {
  if (cell.col_span < 2) return false;
  const std::vector<PixelBox> inside = words_in(cell.box, words);
  std::vector<bool> filled(cell.col_span, false);
  for (const PixelBox& word : inside) {
    for (int i = 0; i < cell.col_span; ++i) {
      const double left = grid.col_edges[cell.col + i], right = grid.col_edges[cell.col + i + 1];
      if (middle_x(word) >= left && middle_x(word) < right) filled[i] = true;
      if (i > 0 && word.x0 < left - kThrough * h && word.x1 > left + kThrough * h) return false;
    }
  }
  if (std::count(filled.begin(), filled.end(), true) < 2) return false;
  for (int i = 1; i < cell.col_span; ++i) {
    const double edge = grid.col_edges[cell.col + i];
    double left = cell.box.x0, right = cell.box.x1;
    for (const PixelBox& word : inside) {
      if (middle_x(word) < edge) left = std::max<double>(left, word.x1);
      if (middle_x(word) >= edge) right = std::min<double>(right, word.x0);
    }
    if (filled[i] && right - left < kClear * h) return false;
  }
  return true;
}

// Is there a border at an edge of the columns in this row?
bool is_bordered(const Grid& grid, int edge, int row) {
  return row >= 0 && row < grid.n_rows() &&
         std::any_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
           return cell.col == edge && cell.row <= row && row < cell.row + cell.row_span;
         });
}

// Words on both sides of every edge, longer than a letter, and borders there above and below: what has
// joined the slots is a break in the print.
bool is_joined_by_a_break(const Grid& grid, const GridCell& cell, const std::vector<PixelBox>& words,
                          double h) {
  for (int i = 0; i < cell.col_span; ++i) {
    double width = 0;
    for (const PixelBox& word : words_in(cell.box, words)) {
      const bool inside = middle_x(word) >= grid.col_edges[cell.col + i] &&
                          middle_x(word) < grid.col_edges[cell.col + i + 1];
      if (inside) width += word.width();
    }
    if (width < kLetter * h) return false;
    if (i > 0 && !(is_bordered(grid, cell.col + i, cell.row - 1) &&
                   is_bordered(grid, cell.col + i, cell.row + 1))) {
      return false;
    }
  }
  return true;
}

void part_merged_cells(Grid& grid, const std::vector<PixelBox>& words, double h) {
  std::vector<bool> parted(grid.cells.size(), false);
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    parted[i] = grid.cells[i].row_span == 1 && keeps_to_slots(grid, grid.cells[i], words, h);
  }
  std::vector<GridCell> cells;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    int alike = 0, agree = 0;
    for (std::size_t j = 0; j < grid.cells.size(); ++j) {
      const GridCell& other = grid.cells[j];
      if (other.col != cell.col || other.col_span != cell.col_span || words_in(other.box, words).empty()) continue;
      ++alike;
      agree += parted[j] ? 1 : 0;
    }
    // An empty one goes with the others of its extent.
    const bool empty = words_in(cell.box, words).empty();
    const bool others_agree = agree >= kFewestCells && 3 * agree >= 2 * alike;
    const bool parts = cell.col_span > 1 && cell.row_span == 1 &&
                       ((parted[i] && is_joined_by_a_break(grid, cell, words, h)) ||
                        (others_agree && (parted[i] || empty)));
    if (!parts) {
      cells.push_back(cell);
      continue;
    }
    for (int k = 0; k < cell.col_span; ++k) {
      cells.push_back({cell.row, cell.col + k, 1, 1, {}});
    }
  }
  grid.cells = std::move(cells);
  set_boxes(grid);
}

struct CellLine {
  PixelBox box;
  double first_word = 0;  // width
};

std::vector<CellLine> lines_of(const PixelBox& cell, const std::vector<PixelBox>& words, double h) {
  const std::vector<PixelBox> inside = words_in(cell, words);
  std::vector<CellLine> lines;
  for (const std::vector<int>& line : printed_lines(inside, h)) {
    CellLine out{inside[line.front()], static_cast<double>(inside[line.front()].width())};
    for (const int i : line) {
      const PixelBox& word = inside[i];
      out.box = {std::min(out.box.x0, word.x0), std::min(out.box.y0, word.y0),
                 std::max(out.box.x1, word.x1), std::max(out.box.y1, word.y1)};
    }
    lines.push_back(out);
  }
  return lines;
}

// Without what stands in no line of text: left of a ruling, or dirt. A dash is beside its label.
std::vector<PixelBox> in_lines(const std::vector<PixelBox>& words, double h) {
  std::vector<PixelBox> kept;
  for (const PixelBox& word : words) {
    const bool in_line = std::any_of(words.begin(), words.end(), [&](const PixelBox& other) {
      return other.height() >= kLowestWord * h && middle_y(word) >= other.y0 &&
             middle_y(word) < other.y1;
    });
    if (in_line) kept.push_back(word);
  }
  return kept;
}

// No line of the cell is the wrapped rest of the one above.
bool is_list(const PixelBox& cell, const std::vector<CellLine>& lines, double h) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double room = cell.width() - lines[i - 1].box.width() - h;
    if (room < std::min(lines[i].first_word, 4 * h) + kSpace * h) return false;
  }
  return true;
}

// Heights at which the cells of a row agree that a line ends, when they do.
std::vector<double> line_ends(const Grid& grid, int row, const std::vector<PixelBox>& words, double h) {
  std::vector<std::vector<CellLine>> columns;
  for (const GridCell& cell : grid.cells) {
    if (cell.row > row || cell.row + cell.row_span <= row) continue;
    if (cell.row_span > 1) return {};
    std::vector<CellLine> lines = lines_of(cell.box, words, h);
    if (lines.empty()) continue;
    if (!is_list(cell.box, lines, h)) return {};
    columns.push_back(std::move(lines));
  }
  if (columns.size() < static_cast<std::size_t>(kFewestCells)) return {};
  std::vector<PixelBox> all;
  std::size_t most = 0;
  for (const auto& column : columns) {
    most = std::max(most, column.size());
    for (const CellLine& line : column) all.push_back(line.box);
  }
  const auto full = std::count_if(columns.begin(), columns.end(), [&](const auto& column) {
    return 3 * column.size() >= 2 * most;
  });
  if (most < static_cast<std::size_t>(kFewestLines) || full < kFewestCells) return {};
  const auto lines = printed_lines(all, h);
  // Lines of different cells that stand between each other's heights are not of one list.
  if (lines.size() > most + most / 4) return {};
  std::vector<double> ends;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    int bottom = 0, top = all[lines[i].front()].y0;
    for (const int k : lines[i - 1]) bottom = std::max(bottom, all[k].y1);
    for (const int k : lines[i]) top = std::min(top, all[k].y0);
    ends.push_back((bottom + top) / 2.0);
  }
  return ends;
}

void part_rows(Grid& grid, const std::vector<PixelBox>& words, double h) {
  const std::vector<PixelBox> text = in_lines(words, h);
  for (int row = grid.n_rows() - 1; row >= 0; --row) {
    const std::vector<double> ends = line_ends(grid, row, text, h);
    if (ends.empty()) continue;
    const int more = static_cast<int>(ends.size());
    std::vector<GridCell> cells;
    for (GridCell cell : grid.cells) {
      if (cell.row > row) {
        cell.row += more;
        cells.push_back(cell);
      } else if (cell.row == row) {
        for (int k = 0; k <= more; ++k) cells.push_back({row + k, cell.col, 1, cell.col_span, {}});
      } else {
        if (cell.row + cell.row_span > row) cell.row_span += more;
        cells.push_back(cell);
      }
    }
    grid.cells = std::move(cells);
    grid.row_edges.insert(grid.row_edges.begin() + row + 1, ends.begin(), ends.end());
  }
  set_boxes(grid);
}

}  // namespace

Grid refined(Grid grid, const std::vector<PixelBox>& words, double text_height_px) {
  take_in_cut_lines(grid, words, text_height_px);
  const std::vector<PixelBox> inside = words_in(grid.box(), words);
  drop_edges_through_words(grid, inside, text_height_px);
  part_merged_cells(grid, inside, text_height_px);
  part_rows(grid, inside, text_height_px);
  return grid;
}

bool is_frame_around_rows(const Grid& grid, const std::vector<PixelBox>& words,
                          double text_height_px) {
  if (grid.n_cols() != 1) return false;
  const auto has_columns = [&](const GridCell& row) {
    std::vector<PixelBox> inside = words_in(row.box, words);
    std::sort(inside.begin(), inside.end(),
              [](const PixelBox& a, const PixelBox& b) { return a.x0 < b.x0; });
    for (std::size_t i = 1; i < inside.size(); ++i) {
      if (inside[i].x0 - inside[i - 1].x1 >= kColumnGap * text_height_px) return true;
    }
    return false;
  };
  const auto rows = std::count_if(grid.cells.begin(), grid.cells.end(), has_columns);
  return rows >= kFewestLines && 2 * rows > static_cast<std::ptrdiff_t>(grid.cells.size());
}

bool is_drawing(const Grid& grid, const std::vector<Held>& held) {
  struct Row {
    int begin = 0;  // filled cells that begin in it
    int cover = 0;  // narrow and low ones that cover it
    bool figure = false;
  };
  std::vector<Row> rows(grid.n_rows());
  int all_filled = 0;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    if (held[i] == Held::nothing) continue;
    ++all_filled;
    ++rows[cell.row].begin;
    if (cell.col_span > 1 && 3 * cell.col_span > grid.n_cols()) continue;
    if (cell.row_span > kTallestHead) continue;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      ++rows[row].cover;
      rows[row].figure |= held[i] == Held::figure;
    }
  }
  const auto several = [](const Row& row) { return row.begin >= 2; };
  if (std::none_of(rows.begin(), rows.end(), several)) return true;
  // A form may be empty but for its heads, and the end of a table but for its totals: then it has a
  // row full of them. So has a chart, of the names along its axis.
  bool full_row = false;
  for (int row = 0; row < grid.n_rows(); ++row) {
    const bool may_be_full = rows[row].figure || 2 * row <= grid.n_rows();
    full_row |= may_be_full && rows[row].cover >= 2 && kFullRow * rows[row].cover >= grid.n_cols();
  }
  return 10 * all_filled < kFullestDrawing * static_cast<int>(grid.cells.size()) && !full_row;
}

bool is_drawing(const Grid& grid, const std::vector<PixelBox>& words) {
  std::vector<Held> held;
  for (const GridCell& cell : grid.cells) {
    held.push_back(words_in(cell.box, words).empty() ? Held::nothing : Held::figure);
  }
  return is_drawing(grid, held);
}

}  // namespace crossfoot
