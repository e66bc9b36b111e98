// The values that pass between the stages: a document's pages, tables and paragraphs.
//
// They live in reconcile/, the folder that everything else may use and that itself uses nothing but
// the standard library. Lengths are PDF points (1/72 inch); boxes have their origin at the top left
// of the page as a viewer shows it (after /Rotate), y down. Rows and columns count from 0, pages
// from 1. Text is UTF-8.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reconcile/amount.h"

namespace crossfoot {

// A closed rectangle in points. x0 <= x1 and y0 <= y1; the default is the empty box at the origin.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  bool contains(double x, double y) const { return x0 <= x && x <= x1 && y0 <= y && y <= y1; }
  bool operator==(const Box&) const = default;
};

// The smallest box that holds both.
Box hull(const Box& a, const Box& b);

enum class CellStatus {
  read,       // nothing is said for or against the reading
  proved,     // stands in a relation that holds and could have failed
  repaired,   // changed because the arithmetic and the recogniser's alternatives agree
  suspect,    // low confidence, or in a relation that fails
  corrected,  // a person has looked at the page and said what is printed
};

// Another reading of a cell's whole text; cost is -log of its likelihood relative to the best one.
struct Alternative {
  std::string text;
  double cost = 0;
};

struct Cell {
  int row = 0, col = 0;
  int row_span = 1, col_span = 1;
  int page = 0;
  Box box;
  std::string text;       // logical text: wrapped lines joined
  int lines = 0;          // printed lines, 0 for an empty cell
  double confidence = 1;  // 0..1, that the text is exactly what is printed
  std::optional<Amount> amount;
  CellStatus status = CellStatus::read;
  std::optional<std::string> read_as;     // the raw reading where `text` was changed afterwards
  std::optional<std::string> why;         // why the status is what it is, for a person
  std::vector<Alternative> alternatives;  // ranked, cheapest first, without `text` itself
};

// The piece of a table that stands on one page: its rows [first_row, first_row + n_rows).
struct TablePart {
  int page = 0;
  Box box;
  int first_row = 0;
  int n_rows = 0;
};

// A logical table, page parts joined, repeated headers dropped.
struct Table {
  std::string id;
  std::string title;  // "" when none was found
  std::string unit;   // as printed after 单位： or in brackets, "" when none
  int header_rows = 0;
  int n_rows = 0;
  int n_cols = 0;
  std::vector<TablePart> parts;  // in page order, never empty
  std::vector<Cell> cells;       // in row-major order of their top left slot; they tile the grid

  // Pages of the parts, ascending, each once.
  std::vector<int> pages() const;
};

// Where `cells` fail to tile an n_rows x n_cols grid exactly (an overlap, a hole, a span beyond the
// edge), one sentence that says so; nothing when they tile it. O(rows x cols).
std::optional<std::string> tiling_defect(const std::vector<Cell>& cells, int n_rows, int n_cols);

// The cell whose top left slot this is; null without one. O(log cells).
const Cell* find_cell(const Table& table, int row, int col);
Cell* find_cell(Table& table, int row, int col);

// Finds the cell that covers a slot of a table in O(1). Aborts on a table whose cells do not tile.
class SlotIndex {
 public:
  explicit SlotIndex(const Table& table);
  // Index into table.cells. 0 <= row < n_rows, 0 <= col < n_cols.
  int at(int row, int col) const { return slots_[row * n_cols_ + col]; }

 private:
  int n_cols_;
  std::vector<int> slots_;
};

enum class PageSource { scan, text };

struct Page {
  int number = 0;
  double width_pt = 0, height_pt = 0;
  int turned_deg = 0;   // the content was turned clockwise by this much and has been turned back
  double skew_deg = 0;  // counter-clockwise tilt of the text lines that was removed
  PageSource source = PageSource::scan;
  int dpi = 0;                       // of the raster that was read; 0 when there was none
  std::optional<std::string> error;  // why this page could not be read, or not the whole of it
};

// A paragraph outside the tables.
struct Paragraph {
  int page = 0;
  Box box;
  std::string text;
};

struct TableDocument {
  std::string source;  // file name as the user gave it
  std::vector<Page> pages;
  std::vector<Table> tables;
  std::vector<Paragraph> text;  // in reading order
};

}  // namespace crossfoot
