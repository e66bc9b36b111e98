// The straight lines that a table is ruled with.
#pragma once

#include <vector>

#include "extract/clean_page.h"

namespace crossfoot {

enum class Direction { horizontal, vertical };

// A ruling along its direction from `from` to `to`, at `at_from` and `at_to` across it; all in
// pixels of the clean page. A horizontal one runs in x and stands at y.
struct Ruling {
  Direction direction = Direction::horizontal;
  double from = 0, to = 0;
  double at_from = 0, at_to = 0;
  double thickness = 1;

  double length() const { return to - from; }
  // Position across at a point along, also beyond the ends.
  double at(double along) const {
    return length() > 0 ? at_from + (at_to - at_from) * (along - from) / length() : at_from;
  }
};

struct Rulings {
  std::vector<Ruling> lines;
  Raster mask;  // 255 on the pixels of the rulings
};

// Candidates: long thin runs of ink, collinear pieces joined. Strokes of large glyphs can be among
// them; the grid keeps only those that cross others. Cost O(pixels).
Rulings find_rulings(const CleanPage& page);

}  // namespace crossfoot
