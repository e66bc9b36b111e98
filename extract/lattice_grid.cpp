// A grid from crossing rulings.
//
//   ──┬──┬──        groups of rulings that cross        edges: positions across, clustered
//     │  │     ──▶  (one group is one table)       ──▶  slots: between neighbouring edges
//   ──┼──┘          dangling ones are dropped           cells: slots with no ruling between them
//
// A border between two slots is there when rulings cover most of it. Slots without a border are one
// cell; where that union is no rectangle a piece of ruling is missing (broken print), and the best
// covered of the missing borders are put back until every cell is a rectangle. This keeps the
// evidence local: one gap never joins more than the two slots beside it.
//
// Where the rulings that cross the outermost one run on well beyond it, the table is open on that side
// (cut by the end of a page, or set without side rules), and its edge is where they end.
//
// The edges of slots are the table's own rulings, so residual tilt only has to be smaller than half
// the distance of two edges. Fails where an outer ruling is missing and nothing runs on to its place.
#include "extract/lattice_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace crossfoot {
namespace {

// In text heights.
constexpr double kReach = 0.6;       // a ruling may end this far short of the one it meets
constexpr double kSameEdge = 0.55;   // rulings nearer than this across are one edge (double rules)
constexpr double kRunsOn = 1.3;      // beyond the outermost edge: a line of text fits in between

// Share of a border that rulings must cover for it to be there. What is left of a border that print
// or copying has broken was seen to be 0.5 and more; at a border that is not meant to be there rulings
// reach in by a tenth.
constexpr double kCovered = 0.4;

class UnionFind {
 public:
  explicit UnionFind(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0); }
  int find(int i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(int a, int b) { parent_[find(a)] = find(b); }

 private:
  std::vector<int> parent_;
};

bool crosses(const Ruling& a, const Ruling& b, double reach) {
  if (a.direction == b.direction) return false;
  const double a_at = a.at(b.at_from), b_at = b.at(a.at_from);
  return b_at >= a.from - reach && b_at <= a.to + reach && a_at >= b.from - reach &&
         a_at <= b.to + reach;
}

// Rulings that cross fewer than two others hold no cell; dropping them can leave others dangling.
std::vector<Ruling> without_dangling(std::vector<Ruling> rulings, double reach) {
  while (true) {
    std::vector<Ruling> kept;
    for (const Ruling& ruling : rulings) {
      const auto crossings = std::count_if(
          rulings.begin(), rulings.end(),
          [&](const Ruling& other) { return crosses(ruling, other, reach); });
      if (crossings >= 2) kept.push_back(ruling);
    }
    if (kept.size() == rulings.size()) return kept;
    rulings = std::move(kept);
  }
}

// Rulings that meet one of the group. A lone stroke among them is a bar of a chart as likely as not.
std::vector<Ruling> touching(const std::vector<Ruling>& group, const std::vector<Ruling>& rulings,
                             double reach) {
  std::vector<Ruling> found;
  for (const Ruling& ruling : rulings) {
    const bool meets = std::any_of(group.begin(), group.end(), [&](const Ruling& other) {
      return crosses(ruling, other, reach);
    });
    if (meets) found.push_back(ruling);
  }
  return found;
}

std::vector<std::vector<Ruling>> crossing_groups(const std::vector<Ruling>& rulings, double reach) {
  UnionFind sets(rulings.size());
  for (std::size_t i = 0; i < rulings.size(); ++i) {
    for (std::size_t j = i + 1; j < rulings.size(); ++j) {
      if (crosses(rulings[i], rulings[j], reach)) {
        sets.join(static_cast<int>(i), static_cast<int>(j));
      }
    }
  }
  std::vector<std::vector<Ruling>> groups(rulings.size());
  for (std::size_t i = 0; i < rulings.size(); ++i) {
    groups[sets.find(static_cast<int>(i))].push_back(rulings[i]);
  }
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
  return groups;
}

double middle(const Ruling& ruling) { return (ruling.at_from + ruling.at_to) / 2; }

// One edge per cluster of positions across, weighted by length.
std::vector<double> edges_of(const std::vector<Ruling>& group, Direction direction, double same) {
  std::vector<Ruling> rulings;
  for (const Ruling& ruling : group) {
    if (ruling.direction == direction) rulings.push_back(ruling);
  }
  std::sort(rulings.begin(), rulings.end(),
            [](const Ruling& a, const Ruling& b) { return middle(a) < middle(b); });
  std::vector<double> edges;
  double weight = 0, last = 0;
  for (const Ruling& ruling : rulings) {
    if (edges.empty() || middle(ruling) - last > same) {
      edges.push_back(middle(ruling));
      weight = ruling.length();
    } else {
      weight += ruling.length();
      edges.back() += (middle(ruling) - edges.back()) * ruling.length() / weight;
    }
    last = middle(ruling);
  }
  return edges;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Adds the edges of open sides. `edges` are those of one direction, `across` the rulings that cross it;
// a side is open when at least half of the rulings that reach its outermost edge, two or more, run on.
void add_open_sides(std::vector<double>& edges, const std::vector<Ruling>& group, Direction across,
                    double text_height) {
  const double first = edges.front(), last = edges.back(), far = kRunsOn * text_height;
  std::vector<double> before, behind;
  std::size_t reach_first = 0, reach_last = 0;
  for (const Ruling& ruling : group) {
    if (ruling.direction != across) continue;
    const double reach = kReach * text_height;
    if (ruling.from <= first + reach && ruling.to > first) ++reach_first;
    if (ruling.to >= last - reach && ruling.from < last) ++reach_last;
    if (ruling.from < first - far) before.push_back(ruling.from);
    if (ruling.to > last + far) behind.push_back(ruling.to);
  }
  const auto open = [](std::size_t running_on, std::size_t all) {
    return running_on >= 2 && 2 * running_on >= all;
  };
  if (open(behind.size(), reach_last)) edges.push_back(median(behind));
  if (open(before.size(), reach_first)) edges.insert(edges.begin(), median(before));
}

// Share of [begin, end] at position `edge` across that rulings of a direction cover.
double coverage(const std::vector<Ruling>& rulings, Direction direction, double edge, double begin,
                double end, double same) {
  std::vector<std::pair<double, double>> parts;
  for (const Ruling& ruling : rulings) {
    if (ruling.direction != direction) continue;
    const double along = std::clamp((begin + end) / 2, ruling.from, ruling.to);
    if (std::abs(ruling.at(along) - edge) > same) continue;
    const double from = std::max(begin, ruling.from), to = std::min(end, ruling.to);
    if (to > from) parts.emplace_back(from, to);
  }
  std::sort(parts.begin(), parts.end());
  double covered = 0, reached = begin;
  for (const auto& [from, to] : parts) {
    covered += std::max(0.0, to - std::max(from, reached));
    reached = std::max(reached, to);
  }
  return covered / (end - begin);
}

// Slots and the coverage of the borders between neighbours.
struct Slots {
  int n_rows, n_cols;
  std::vector<double> below;  // [row * n_cols + col]: border to row + 1
  std::vector<double> right;  // [row * n_cols + col]: border to col + 1

  double& below_of(int row, int col) { return below[row * n_cols + col]; }
  double& right_of(int row, int col) { return right[row * n_cols + col]; }
};

// A cell in the making: the bounding rectangle of its slots, and how many there are.
struct SlotUnion {
  GridCell cell;
  int n_slots = 0;

  bool is_rectangle() const { return n_slots == cell.row_span * cell.col_span; }
};

std::vector<SlotUnion> united(Slots& slots) {
  UnionFind sets(static_cast<std::size_t>(slots.n_rows) * slots.n_cols);
  const auto id = [&](int row, int col) { return row * slots.n_cols + col; };
  for (int row = 0; row < slots.n_rows; ++row) {
    for (int col = 0; col < slots.n_cols; ++col) {
      if (row + 1 < slots.n_rows && slots.below_of(row, col) < kCovered) {
        sets.join(id(row, col), id(row + 1, col));
      }
      if (col + 1 < slots.n_cols && slots.right_of(row, col) < kCovered) {
        sets.join(id(row, col), id(row, col + 1));
      }
    }
  }
  std::vector<SlotUnion> unions(slots.below.size());
  for (int row = 0; row < slots.n_rows; ++row) {
    for (int col = 0; col < slots.n_cols; ++col) {
      auto& [cell, n_slots] = unions[sets.find(id(row, col))];
      if (n_slots++ == 0) cell = {row, col, 1, 1, {}};
      // Rows come in ascending order, columns may extend to the left.
      const int right = std::max(cell.col + cell.col_span, col + 1);
      cell.col = std::min(cell.col, col);
      cell.col_span = right - cell.col;
      cell.row_span = row - cell.row + 1;
    }
  }
  std::erase_if(unions, [](const SlotUnion& u) { return u.n_slots == 0; });
  return unions;
}

// Puts back the best covered missing border inside the first cell that is no rectangle.
// True when there was one.
bool mend_one(Slots& slots, const std::vector<SlotUnion>& unions) {
  const auto found = std::find_if(unions.begin(), unions.end(),
                                  [](const SlotUnion& u) { return !u.is_rectangle(); });
  if (found == unions.end()) return false;
  const GridCell& bad = found->cell;
  double* best = nullptr;
  const auto consider = [&](double& border) {
    if (border < kCovered && (best == nullptr || border > *best)) best = &border;
  };
  for (int row = bad.row; row < bad.row + bad.row_span; ++row) {
    for (int col = bad.col; col < bad.col + bad.col_span; ++col) {
      if (row + 1 < bad.row + bad.row_span) consider(slots.below_of(row, col));
      if (col + 1 < bad.col + bad.col_span) consider(slots.right_of(row, col));
    }
  }
  if (best == nullptr) return false;
  *best = 1;
  return true;
}

std::vector<GridCell> rectangular_cells(Slots slots) {
  while (true) {
    const std::vector<SlotUnion> unions = united(slots);
    if (mend_one(slots, unions)) continue;
    std::vector<GridCell> cells;
    for (const SlotUnion& u : unions) cells.push_back(u.cell);
    return cells;
  }
}

// pieces: rulings that may cover borders, the group's and what is left of broken ones.
Grid grid_of(const std::vector<Ruling>& group, const std::vector<Ruling>& pieces,
             double text_height) {
  const double same = kSameEdge * text_height;
  Grid grid;
  grid.row_edges = edges_of(group, Direction::horizontal, same);
  grid.col_edges = edges_of(group, Direction::vertical, same);
  for (const Ruling& ruling : group) {
    grid.rule_thickness = std::max(grid.rule_thickness, ruling.thickness);
  }
  if (grid.row_edges.empty() || grid.col_edges.empty()) return grid;
  const double first = grid.row_edges.front(), last = grid.row_edges.back();
  add_open_sides(grid.row_edges, group, Direction::vertical, text_height);
  grid.open_above = grid.row_edges.front() < first;
  grid.open_below = grid.row_edges.back() > last;
  add_open_sides(grid.col_edges, group, Direction::horizontal, text_height);
  if (grid.n_rows() < 1 || grid.n_cols() < 1) return grid;
  Slots slots{grid.n_rows(), grid.n_cols(), {}, {}};
  slots.below.resize(static_cast<std::size_t>(slots.n_rows) * slots.n_cols, 1);
  slots.right = slots.below;
  for (int row = 0; row < slots.n_rows; ++row) {
    for (int col = 0; col < slots.n_cols; ++col) {
      slots.below_of(row, col) =
          coverage(pieces, Direction::horizontal, grid.row_edges[row + 1], grid.col_edges[col],
                   grid.col_edges[col + 1], same);
      slots.right_of(row, col) =
          coverage(pieces, Direction::vertical, grid.col_edges[col + 1], grid.row_edges[row],
                   grid.row_edges[row + 1], same);
    }
  }
  grid.cells = rectangular_cells(std::move(slots));
  std::sort(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) {
    return std::pair(a.row, a.col) < std::pair(b.row, b.col);
  });
  const auto px = [](double edge) { return static_cast<int>(std::lround(edge)); };
  for (GridCell& cell : grid.cells) {
    cell.box = {px(grid.col_edges[cell.col]), px(grid.row_edges[cell.row]),
                px(grid.col_edges[cell.col + cell.col_span]),
                px(grid.row_edges[cell.row + cell.row_span])};
  }
  return grid;
}

}  // namespace

PixelBox Grid::box() const {
  const auto px = [](double edge) { return static_cast<int>(std::lround(edge)); };
  return {px(col_edges.front()), px(row_edges.front()), px(col_edges.back()),
          px(row_edges.back())};
}

std::vector<Grid> lattice_grids(const std::vector<Ruling>& rulings, double text_height_px) {
  const double reach = kReach * text_height_px;
  std::vector<Grid> grids;
  for (const auto& group : crossing_groups(without_dangling(rulings, reach), reach)) {
    Grid grid = grid_of(group, touching(group, rulings, reach), text_height_px);
    if (grid.cells.size() >= 2) grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) {
    return std::pair(a.row_edges.front(), a.col_edges.front()) <
           std::pair(b.row_edges.front(), b.col_edges.front());
  });
  return grids;
}

}  // namespace crossfoot
