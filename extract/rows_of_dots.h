#pragma once

#include <vector>

#include "extract/components.h"
#include "extract/find_rulings.h"

namespace crossfoot {

// Horizontal rulings printed as rows of dots or dashes, in no order. width: of the page; found: its
// solid rulings. Cost O(pixels), and the square of the number of rows.
std::vector<Ruling> rows_of_dots(const Components& ink, int width, const std::vector<Ruling>& found,
                                 double text_height_px);

}  // namespace crossfoot
