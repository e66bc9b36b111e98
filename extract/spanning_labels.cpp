// Where no rules stand between rows, a label that names several of them is printed at their middle:
//
//               Arrears settled   yes             Finance (3x1) | Arrears settled | yes
//    Finance    First quarter      5%                           | First quarter   | 5%
//               Second quarter    20%                           | Second quarter  | 20%
//               Contracts kept    all             Projects (2x1)| Contracts kept  | all
//    Projects
//               Quality           good                          | Quality         | good
//
// Such a label stands between two rows as often as beside one, and would be a row of its own or run
// two rows into one. So the first columns are taken away, rows are found in the rest, and the labels
// are fitted to them: from the top, each to those rows whose middle is its own, until both labels
// and rows are used up. Only a fit that closes so is believed, and only if some label spans; it can
// hardly come about by chance, since one wrong row moves all middles after it. Else the region is
// taken as it is. More columns of labels are tried first (a group of groups stands at the left).
//
// Fails where labels stand at the first row of their group, which looks like rows without a label,
// and where rows stand closer than the lines of a label do.
#include "extract/spanning_labels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "extract/cell_lines.h"

namespace crossfoot {
namespace {

constexpr std::size_t kMostLabelColumns = 2;

// In text heights.
constexpr double kLabelWhite = 0.8;  // right of a column of labels
constexpr double kSameMiddle = 0.5;  // of a label and its rows; one row more or less is over 0.7

// Lines of one label follow each other at less than this share of the least distance of rows.
constexpr double kOneLabel = 0.8;

struct Label {
  int row = 0, row_span = 1;
  std::vector<int> items;
};

// Top and bottom of the text of a row.
struct RowText {
  double top = 0, bottom = 0;
};

std::vector<RowText> rows_of(const UnruledTable& table) {
  const std::vector<double>& edges = table.grid.row_edges;
  std::vector<RowText> rows;
  for (std::size_t r = 0; r + 1 < edges.size(); ++r) rows.push_back({edges[r + 1], edges[r]});
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    const GridCell& cell = table.grid.cells[i];
    if (cell.row_span > 1) continue;
    for (const TextLine& line : table.lines[i]) {
      rows[cell.row].top = std::min<double>(rows[cell.row].top, line.box.y0);
      rows[cell.row].bottom = std::max<double>(rows[cell.row].bottom, line.box.y1);
    }
  }
  // A row without text reaches from edge to edge.
  for (RowText& row : rows) {
    if (row.top > row.bottom) std::swap(row.top, row.bottom);
  }
  return rows;
}

// The least distance of rows, from middle to middle.
double least_pitch(const std::vector<RowText>& rows) {
  double least = std::numeric_limits<double>::max();
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const double twice = rows[r].top + rows[r].bottom - rows[r - 1].top - rows[r - 1].bottom;
    least = std::min(least, twice / 2);
  }
  return least;
}

// Labels, top to bottom, each of lines that stand closer than rows; they span no rows yet.
std::vector<Label> labels_of(const std::vector<Piece>& pieces, std::vector<int> column,
                             double row_pitch) {
  const auto middle = [&](int i) { return (pieces[i].box().y0 + pieces[i].box().y1) / 2.0; };
  std::sort(column.begin(), column.end(), [&](int a, int b) { return middle(a) < middle(b); });
  std::vector<Label> labels;
  for (const int i : column) {
    if (labels.empty() || middle(i) - middle(labels.back().items.back()) >= kOneLabel * row_pitch) {
      labels.emplace_back();
    }
    labels.back().items.push_back(i);
  }
  return labels;
}

// Gives each label its rows, from the top; false where they do not come out.
bool fit_to_rows(std::vector<Label>& labels, const std::vector<RowText>& rows,
                 const std::vector<Piece>& pieces, double h) {
  std::size_t row = 0;
  for (Label& label : labels) {
    int top = pieces[label.items.front()].box().y0, bottom = top;
    for (const int i : label.items) bottom = std::max(bottom, pieces[i].box().y1);
    const auto off = [&](std::size_t last) {
      return std::abs(rows[row].top + rows[last].bottom - top - bottom) / 2;
    };
    std::size_t last = row;
    while (last + 1 < rows.size() && off(last + 1) < off(last)) ++last;
    if (row >= rows.size() || off(last) > kSameMiddle * h) return false;
    label.row = static_cast<int>(row);
    label.row_span = static_cast<int>(last - row + 1);
    row = last + 1;
  }
  return row == rows.size();
}

// The first columns of a region as white parts them over all of its lines, at most one more than
// are tried: the last holds all the rest.
std::vector<std::vector<int>> first_columns(const std::vector<Piece>& pieces,
                                            const TableRegion& region, double h) {
  std::vector<int> items;
  for (const auto& line : region.lines) items.insert(items.end(), line.begin(), line.end());
  std::sort(items.begin(), items.end(),
            [&](int a, int b) { return pieces[a].box().x0 < pieces[b].box().x0; });
  std::vector<std::vector<int>> columns;
  double reached = 0;
  for (const int i : items) {
    const PixelBox& box = pieces[i].box();
    const bool apart = columns.empty() || box.x0 - reached >= kLabelWhite * h;
    if (apart && columns.size() <= kMostLabelColumns) columns.emplace_back();
    columns.back().push_back(i);
    reached = std::max<double>(reached, box.x1);
  }
  return columns;
}

TableRegion without(const TableRegion& region, const std::set<int>& labels) {
  TableRegion rest = region;
  for (auto& line : rest.lines) {
    std::erase_if(line, [&](int i) { return labels.count(i) > 0; });
  }
  std::erase_if(rest.lines, [](const std::vector<int>& line) { return line.empty(); });
  return rest;
}

// Cells, and their lines with them, by row and column.
void sort_cells(UnruledTable& table) {
  std::vector<std::pair<GridCell, std::vector<TextLine>>> cells;
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    cells.emplace_back(table.grid.cells[i], std::move(table.lines[i]));
  }
  std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first.row, a.first.col) < std::pair(b.first.row, b.first.col);
  });
  for (std::size_t i = 0; i < cells.size(); ++i) {
    table.grid.cells[i] = cells[i].first;
    table.lines[i] = std::move(cells[i].second);
  }
}

// Puts columns of labels before a table. edges: where each of them and the table begin.
void add_labels(UnruledTable& table, const std::vector<Piece>& pieces,
                const std::vector<std::vector<Label>>& columns, const std::vector<double>& edges,
                double h) {
  Grid& grid = table.grid;
  const auto px = [](double edge) { return static_cast<int>(std::lround(edge)); };
  for (GridCell& cell : grid.cells) {
    if (cell.col == 0) cell.box.x0 = px(edges.back());
    cell.col += static_cast<int>(columns.size());
  }
  grid.col_edges.front() = edges.back();
  grid.col_edges.insert(grid.col_edges.begin(), edges.begin(), edges.end() - 1);
  for (std::size_t col = 0; col < columns.size(); ++col) {
    for (const Label& label : columns[col]) {
      grid.cells.push_back({label.row,
                            static_cast<int>(col),
                            label.row_span,
                            1,
                            {px(edges[col]), px(grid.row_edges[label.row]), px(edges[col + 1]),
                             px(grid.row_edges[label.row + label.row_span])}});
      table.lines.push_back(cell_lines(pieces, label.items, h));
      table.pieces.insert(table.pieces.end(), label.items.begin(), label.items.end());
    }
  }
  sort_cells(table);
}

// With the first n columns as labels, if those are words and fit.
std::optional<UnruledTable> labelled(
    const std::vector<Piece>& pieces, const TableRegion& region,
    const std::vector<std::vector<int>>& columns, std::size_t n,
    const std::function<std::optional<UnruledTable>(const TableRegion&)>& grid_of, double h) {
  std::set<int> taken;
  for (std::size_t col = 0; col < n; ++col) taken.insert(columns[col].begin(), columns[col].end());
  if (std::any_of(taken.begin(), taken.end(), [&](int i) { return is_figure(pieces[i].kind); })) {
    return std::nullopt;
  }
  std::optional<UnruledTable> table = grid_of(without(region, taken));
  if (!table) return std::nullopt;
  const std::vector<RowText> rows = rows_of(*table);
  std::vector<std::vector<Label>> labels;
  std::vector<double> edges{std::min<double>(table->grid.col_edges.front(),
                                             pieces[columns[0].front()].box().x0)};
  for (std::size_t col = 0; col < n; ++col) {
    labels.push_back(labels_of(pieces, columns[col], least_pitch(rows)));
    if (!fit_to_rows(labels.back(), rows, pieces, h)) return std::nullopt;
    int end = 0;
    for (const int i : columns[col]) end = std::max(end, pieces[i].box().x1);
    edges.push_back((end + pieces[columns[col + 1].front()].box().x0) / 2.0);
  }
  const auto spans = [](const std::vector<Label>& column) {
    return std::any_of(column.begin(), column.end(),
                       [](const Label& label) { return label.row_span > 1; });
  };
  if (!std::all_of(labels.begin(), labels.end(), spans)) return std::nullopt;
  add_labels(*table, pieces, labels, edges, h);
  return table;
}

}  // namespace

std::optional<UnruledTable> with_spanning_labels(
    const std::vector<Piece>& pieces, const TableRegion& region,
    const std::function<std::optional<UnruledTable>(const TableRegion&)>& grid_of,
    double text_height_px) {
  const std::vector<std::vector<int>> columns = first_columns(pieces, region, text_height_px);
  for (std::size_t n = std::min(kMostLabelColumns, columns.size() - 1); n > 0; --n) {
    if (auto table = labelled(pieces, region, columns, n, grid_of, text_height_px)) return table;
  }
  return grid_of(region);
}

}  // namespace crossfoot
