// The columns of a region of text that no vertical ruling divides.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/raster.h"

namespace crossfoot {

// A stretch in x that the text of one column covers, [x0, x1) in pixels.
struct ColumnBand {
  double x0 = 0, x1 = 0;
  double middle() const { return (x0 + x1) / 2; }
};

struct BodyPiece {
  PixelBox box;
  bool is_figure = false;  // a figure or a nil dash
};

// lines: for each printed line of the body its pieces. dividers: x of vertical rulings, each of
// which separates. Bands ascend and do not overlap; none when there is no text.
// O(pieces x bands).
std::vector<ColumnBand> whitespace_columns(const std::vector<std::vector<BodyPiece>>& lines,
                                           const std::vector<double>& dividers,
                                           double text_height_px);

// White that parts two columns when so many lines have it, in pixels: a space repeated in two lines is
// chance, in five it is not.
double needed_white(std::size_t n_lines, double text_height_px);

// Index of the bands [first, last] that a stretch covers: those it overlaps by more than a trifle, else
// the nearest one.
struct BandRange {
  int first = 0, last = 0;
};
BandRange bands_under(const std::vector<ColumnBand>& bands, double x0, double x1,
                      double text_height_px);

}  // namespace crossfoot
