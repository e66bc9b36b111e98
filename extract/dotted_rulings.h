// Upright rulings printed as dots or halftone, or paler than ink, found between horizontal ones.
#pragma once

#include <vector>

#include "extract/find_rulings.h"

namespace crossfoot {

// found: the rulings of the page that are solid. Gives the upright ones that they miss, each as long
// as it holds over the rows of its table, in no order. dark: 255 where the page is not white. Cost
// O(pixels of the tables).
std::vector<Ruling> dotted_rulings(const Raster& dark, const std::vector<Ruling>& found,
                                   double text_height_px);

}  // namespace crossfoot
