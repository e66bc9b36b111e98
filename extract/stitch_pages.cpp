// Tables over several pages.
//
// The first table of a page continues the last one of the page before when no heading of its own stands
// above it (text_above.h) and their column edges agree: all of them, or those of the page that shows
// fewer. Edges that follow the texts, because no ruling tells them, agree roughly; then the header must
// be the same or there must be no other. Under the whole heading once more it must be the same, and the
// page before must be full, because forms of one kind follow each other, too. A header that is repeated
// on the later page is dropped, and what the break cut is joined (cut_cells.h). Pages must follow each
// other.
//
// Edges are compared as shares of the table's width, so a page that was scanned a little smaller or
// shifted still matches. Where this fails the pieces stand as tables of their own, and nothing is lost.
#include "extract/stitch_pages.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "extract/cut_cells.h"
#include "extract/text_above.h"
#include "reconcile/common_subsequence.h"

namespace crossfoot {
namespace {

// Share of the table's width that an edge may be off.
constexpr double kSameEdge = 0.012;

// Share of a page's height at which a table ends that goes on, at least: a margin and a tall row below.
constexpr double kFull = 0.75;

// Columns of tables that are told to be alike by their order and rough places.
constexpr std::size_t kFewestAlike = 4;

// Share of equal characters for two headers to be the same texts read twice; and for each cell of them,
// of the shorter text, which may have lost a line.
constexpr double kSameText = 0.75, kSameCell = 0.5;

// Where edges stand as shares of the table's width.
std::vector<double> shares(const std::vector<double>& edges) {
  std::vector<double> at;
  for (const double edge : edges) {
    at.push_back((edge - edges.front()) / (edges.back() - edges.front()));
  }
  return at;
}

// For each edge of `part` the index of the same edge in `whole`; nothing when one has none. A page
// that shows fewer columns than its neighbours has its edges among theirs.
std::optional<std::vector<int>> edges_within(const std::vector<double>& part,
                                             const std::vector<double>& whole) {
  std::vector<int> indices;
  const std::vector<double> ours = shares(part), theirs = shares(whole);
  for (const double at : ours) {
    const auto nearest = std::min_element(
        theirs.begin(), theirs.end(),
        [at](double a, double b) { return std::abs(a - at) < std::abs(b - at); });
    const int index = static_cast<int>(nearest - theirs.begin());
    if (std::abs(*nearest - at) > kSameEdge) return std::nullopt;
    if (!indices.empty() && indices.back() == index) return std::nullopt;
    indices.push_back(index);
  }
  return indices;
}

// Columns between edges become the columns between the same edges of a finer grid.
void refine_columns(Table& table, const std::vector<int>& edges) {
  for (Cell& cell : table.cells) {
    const int end = edges[cell.col + cell.col_span];
    cell.col = edges[cell.col];
    cell.col_span = end - cell.col;
  }
  table.n_cols = edges.back();
}

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

// Rows at the top of `next` that repeat the header of `table`: all of them or none.
int repeated_header_rows(const Table& table, const Table& next) {
  const int rows = table.header_rows;
  if (rows == 0 || rows > next.n_rows) return 0;
  const auto header_of = [rows](const Table& t) {
    std::vector<const Cell*> cells;
    for (const Cell& cell : t.cells) {
      if (cell.row < rows) cells.push_back(&cell);
    }
    return cells;
  };
  const std::vector<const Cell*> ours = header_of(table), theirs = header_of(next);
  const auto same_place = [](const Cell* a, const Cell* b) {
    return a->row == b->row && a->col == b->col && a->row_span == b->row_span && a->col_span == b->col_span;
  };
  if (ours.size() != theirs.size() ||
      !std::equal(ours.begin(), ours.end(), theirs.begin(), same_place)) {
    return 0;
  }
  // A cell of which a line was lost is made up for by the others.
  double equal = 0, all = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const std::string a = without_blanks(ours[i]->text), b = without_blanks(theirs[i]->text);
    const auto common = static_cast<double>(longest_common_subsequence(a, b));
    if (common < kSameCell * static_cast<double>(std::min(a.size(), b.size()))) return 0;
    equal += 2 * common;
    all += static_cast<double>(a.size() + b.size());
  }
  const bool repeated = equal >= kSameText * all;
  // A header cell that reaches below the header is a row label, not a header to drop.
  const bool contained = std::all_of(theirs.begin(), theirs.end(), [rows](const Cell* cell) {
    return cell->row + cell->row_span <= rows;
  });
  return repeated && contained ? rows : 0;
}

void append(PageTable& before, const PageTable& after) {
  Table& table = before.table;
  const Table& next = after.table;
  const int dropped = repeated_header_rows(table, next);
  const int shift = table.n_rows - dropped;
  for (Cell cell : next.cells) {
    if (cell.row < dropped) continue;
    cell.row += shift;
    table.cells.push_back(std::move(cell));
  }
  TablePart part = next.parts.front();
  part.first_row = table.n_rows;
  part.n_rows = next.n_rows - dropped;
  table.n_rows += part.n_rows;
  table.parts.push_back(part);
  if (table.unit.empty()) table.unit = next.unit;
  join_cut_cells(table, part.first_row, before.open_below);
  before.last_on_page = after.last_on_page;
  before.open_below = after.open_below;
}

// Whether `next` may go on where `before` ended, columns aside. page: the one before.
bool may_continue(const PageTable& before, const PageTable& next, const Page& page,
                  const std::vector<Paragraph>& text) {
  const TablePart& end = before.table.parts.back();
  if (!before.last_on_page || !next.first_on_page ||
      next.table.parts.front().page != end.page + 1) {
    return false;
  }
  switch (text_above(next.above, before.above, text)) {
    case TextAbove::nothing:
    case TextAbove::marked:
      return true;
    case TextAbove::repeated:
      return end.box.y1 >= kFull * page.height_pt &&
             repeated_header_rows(before.table, next.table) > 0;
    case TextAbove::heading:
      break;
  }
  return false;
}

// Each edge is nearer to its like than to any other, as edges between texts are where no ruling tells
// them: they follow the longest texts of the page, and one in four may lie in the white of an empty
// column. Two or three columns agree by chance.
bool are_alike(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size() || a.size() < kFewestAlike + 1) return false;
  const std::vector<double> ours = shares(a), theirs = shares(b);
  std::size_t others = 0;
  for (std::size_t i = 1; i + 1 < ours.size(); ++i) {
    const double off = std::abs(ours[i] - theirs[i]);
    if (off >= std::min({std::abs(ours[i] - theirs[i - 1]), std::abs(ours[i] - theirs[i + 1]),
                         std::abs(theirs[i] - ours[i - 1]), std::abs(theirs[i] - ours[i + 1])})) {
      ++others;
    }
  }
  return 4 * others <= ours.size() - 2;
}

// Does the table's own header name every column?
bool names_columns(const Table& table) {
  if (table.header_rows == 0) return false;
  std::vector<bool> named(table.n_cols, false);
  for (const Cell& cell : table.cells) {
    if (cell.row >= table.header_rows || cell.text.empty()) continue;
    std::fill_n(named.begin() + cell.col, cell.col_span, true);
  }
  return std::find(named.begin(), named.end(), false) == named.end();
}

// Whether the parts go on in each other without a change of their columns: the header stands there
// again, or the columns are alike and have no other heads.
bool has_same_columns(const PageTable& before, const PageTable& next) {
  if (before.table.n_cols != next.table.n_cols) return false;
  return repeated_header_rows(before.table, next.table) > 0 ||
         (are_alike(before.col_edges_pt, next.col_edges_pt) && !names_columns(next.table));
}

// Joins `next` to `before` when both have the same columns, or one has those of the other and more.
bool try_continue(PageTable& before, PageTable& next) {
  if (has_same_columns(before, next)) {
    append(before, next);
    return true;
  }
  if (const auto edges = edges_within(before.col_edges_pt, next.col_edges_pt)) {
    refine_columns(before.table, *edges);
    before.col_edges_pt = next.col_edges_pt;
  } else if (const auto within = edges_within(next.col_edges_pt, before.col_edges_pt)) {
    refine_columns(next.table, *within);
  } else {
    return false;
  }
  append(before, next);
  return true;
}

}  // namespace

TableDocument stitch_pages(std::vector<PageReading> readings, bool join) {
  TableDocument document;
  std::vector<PageTable> joined;
  const PageReading* before = nullptr;
  for (PageReading& reading : readings) {
    for (PageTable& table : reading.tables) {
      const bool goes_on = join && !joined.empty() && before != nullptr &&
                           may_continue(joined.back(), table, before->page, before->text) &&
                           try_continue(joined.back(), table);
      if (!goes_on) joined.push_back(std::move(table));
    }
    before = &reading;
  }
  for (PageReading& reading : readings) {
    document.pages.push_back(std::move(reading.page));
    std::move(reading.text.begin(), reading.text.end(), std::back_inserter(document.text));
  }
  for (PageTable& table : joined) {
    table.table.id = std::string(1, 't').append(std::to_string(document.tables.size() + 1));
    document.tables.push_back(std::move(table.table));
  }
  return document;
}

}  // namespace crossfoot
