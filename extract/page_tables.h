// What one page holds, before pages are joined.
#pragma once

#include <string>
#include <vector>

#include "extract/clean_page.h"
#include "extract/lattice_grid.h"
#include "extract/text_source.h"
#include "reconcile/table.h"

namespace crossfoot {

// A table, or the piece of one, that stands on one page; `table.parts` has one entry.
struct PageTable {
  Table table;
  std::vector<double> col_edges_pt;  // n_cols + 1, ascending
  std::vector<Paragraph> above;      // lines between it and the table above, or the head of the page
  bool first_on_page = false;
  bool last_on_page = false;
  bool open_below = false;  // no ruling closes it
};

struct PageReading {
  Page page;
  std::vector<PageTable> tables;  // top to bottom
  std::vector<Paragraph> text;    // outside the tables, in reading order
};

// Reads the cells of a grid. The table has its cells, texts and amounts; caption fields are empty.
// is_doubtful: one flag for each of grid.cells, that more or less than its text may stand in it, so
// that what is read there is doubtful however clear it is.
PageTable read_table(const Grid& grid, const CleanPage& page, int page_number, TextSource& source,
                     const std::vector<bool>& is_doubtful);

// The same from lines that have been read: those of each of grid.cells.
PageTable table_of(const Grid& grid, const std::vector<std::vector<TextLine>>& lines,
                   const CleanPage& page, int page_number);

// Number of rows at the top that name columns: neither figures nor blanks stand in them.
int count_header_rows(const Table& table);

}  // namespace crossfoot
