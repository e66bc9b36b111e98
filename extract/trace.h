// What the stages saw on one page, for tests and drawings.
#pragma once

#include <vector>

#include "extract/clean_page.h"
#include "extract/find_rulings.h"
#include "extract/lattice_grid.h"
#include "extract/page_tables.h"
#include "extract/pictures.h"

namespace crossfoot {

// References into the reading of the page; valid only during the call that hands it over.
struct PageTrace {
  const CleanPage& page;  // rulings erased
  const std::vector<Ruling>& rulings;
  const std::vector<Grid>& grids;
  const PageReading& reading;
};

// Draws the stages of a page: "page-003-1-cleaned.png", -2-rulings, -3-grid and -4-cells.
std::vector<StagePicture> draw_trace(const PageTrace& trace);

}  // namespace crossfoot
