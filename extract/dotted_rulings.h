// Upright rulings printed as dots, dashes or halftone, found between horizontal ones.
#pragma once

#include <vector>

#include "extract/find_rulings.h"

namespace crossfoot {

// found: the rulings of the page that are solid. Gives the upright ones that they miss, each as long
// as it holds over the rows of its table, in no order. ink: 255 where there is some. Cost O(pixels of
// the tables).
std::vector<Ruling> dotted_rulings(const Raster& ink, const std::vector<Ruling>& found,
                                   double text_height_px);

}  // namespace crossfoot
