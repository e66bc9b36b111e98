// A figure printed over the border of its column is read as two:
//
//   │   394,1│68.00 │     394,1 and 68.00 are figures, too, and nothing in their form says that they
//                       are none. So the layout has to say it.
//
// A word is cut where it reaches over an edge on both sides and some of its strokes run on: a line of
// pixels along which ink comes close to the ruling from either side, since erasing took no more than
// that between. Two words that merely stand near the same ruling keep their distance from it.
//
// Fails where the cut passes between two digits that leave white beside the ruling.
#include "extract/cut_words.h"

#include <algorithm>
#include <cmath>

namespace crossfoot {
namespace {

// In text heights.
constexpr double kThrough = 0.25;  // what is on either side of the edge, at least
constexpr double kBeside = 0.2;    // from ink to the edge of the ruling: what erasing takes with it

class Cuts {
 public:
  Cuts(const Grid& grid, const CleanPage& page)
      : grid_(grid),
        page_(page),
        owner_(static_cast<std::size_t>(grid.n_rows() * grid.n_cols()), 0),
        flags_(grid.cells.size(), false) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const GridCell& cell = grid.cells[i];
      for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
        for (int col = cell.col; col < cell.col + cell.col_span; ++col) owner_[slot(row, col)] = i;
      }
    }
  }

  void add(const PixelBox& word) {
    const double through = kThrough * page_.text_height_px;
    const int row = slot_at(grid_.row_edges, (word.y0 + word.y1) / 2.0);
    const int col = slot_at(grid_.col_edges, (word.x0 + word.x1) / 2.0);
    if (row < 0 || col < 0) return;
    for (int c = 1; c < grid_.n_cols(); ++c) {
      const double x = grid_.col_edges[c];
      if (x - word.x0 > through && word.x1 - x > through && owner(row, c - 1) != owner(row, c) &&
          runs_on(x, word.y0, word.y1, false)) {
        flags_[owner(row, c - 1)] = flags_[owner(row, c)] = true;
      }
    }
    for (int r = 1; r < grid_.n_rows(); ++r) {
      const double y = grid_.row_edges[r];
      if (y - word.y0 > through && word.y1 - y > through && owner(r - 1, col) != owner(r, col) &&
          runs_on(y, word.x0, word.x1, true)) {
        flags_[owner(r - 1, col)] = flags_[owner(r, col)] = true;
      }
    }
  }

  std::vector<bool> flags() && { return std::move(flags_); }

 private:
  std::size_t slot(int row, int col) const {
    return static_cast<std::size_t>(row * grid_.n_cols() + col);
  }
  std::size_t owner(int row, int col) const { return owner_[slot(row, col)]; }

  static int slot_at(const std::vector<double>& edges, double at) {
    if (at < edges.front() || at >= edges.back()) return -1;
    return static_cast<int>(std::upper_bound(edges.begin(), edges.end(), at) - edges.begin()) - 1;
  }

  bool has_ink(int x, int y) const {
    return x >= 0 && y >= 0 && x < page_.ink.width && y < page_.ink.height &&
           page_.ink.row(y)[x] != 0;
  }

  // Somewhere between `from` and `to` along the edge there is ink close to it on both sides. flat:
  // the edge lies at a height, else upright.
  bool runs_on(double edge, int from, int to, bool flat) const {
    const int reach = static_cast<int>(
        std::ceil(grid_.rule_thickness / 2 + kBeside * page_.text_height_px));
    const int middle = static_cast<int>(std::lround(edge));
    for (int along = from; along < to; ++along) {
      bool before = false, after = false;
      for (int off = 0; off <= reach; ++off) {
        before = before || has_ink(flat ? along : middle - off, flat ? middle - off : along);
        after = after || has_ink(flat ? along : middle + off, flat ? middle + off : along);
      }
      if (before && after) return true;
    }
    return false;
  }

  const Grid& grid_;
  const CleanPage& page_;
  std::vector<std::size_t> owner_;
  std::vector<bool> flags_;
};

}  // namespace

std::vector<bool> holds_cut_word(const Grid& grid, const std::vector<PixelBox>& words,
                                 const CleanPage& page) {
  Cuts cuts(grid, page);
  for (const PixelBox& word : words) cuts.add(word);
  return std::move(cuts).flags();
}

}  // namespace crossfoot
