// Tables that rulings do not divide, out of the text between the ruled ones.
#pragma once

#include <vector>

#include "extract/unruled_grid.h"

namespace crossfoot {

struct UnruledReading {
  std::vector<UnruledTable> tables;  // top to bottom
  std::vector<TextLine> rest;        // what no table took: whole lines, top to bottom, left to right
};

// read: the pieces of the page outside the boxes of `taken`. drawings: boxes of charts and pictures;
// what is written in them is no table.
UnruledReading unruled_tables(std::vector<TextLine> read, const std::vector<Ruling>& rulings,
                              const std::vector<PixelBox>& taken,
                              const std::vector<PixelBox>& drawings, double text_height_px);

}  // namespace crossfoot
