// From a scan as it is to a page that layout and recognition can trust.
#pragma once

#include <optional>

#include "extract/bend.h"
#include "extract/raster.h"
#include "reconcile/table.h"

namespace crossfoot {

struct CleanPage {
  Raster gray;  // 1 channel, square pixels, background white, upright to about 0.05 degrees, unbent
  Raster ink;   // 1 channel, same size: 255 where there is ink, else 0; specks and black edges gone
  double dpi = 0;             // of both, equal in x and y
  double text_height_px = 0;  // height of a digit or capital of the page's body text
  int turned_deg = 0;         // clockwise turn of the content that was undone: 0, 90, 180 or 270
  bool up_is_sure = true;     // false: it may stand on its head; the layout alone does not tell
  double skew_deg = 0;        // counter-clockwise tilt that was removed after that
  std::optional<Bend> bend;   // and the bend that was removed last, where there was one

  double pt_per_px() const { return 72.0 / dpi; }
};

struct CleanOptions {
  bool straighten = true;  // off for pages that are drawn by a renderer: they stand upright
};

// scan: the page as displayed, gray or RGB. Cost O(pixels), about 0.2 s for a 300-dpi A4 page.
CleanPage clean_page(const Raster& scan, const CleanOptions& options);

// The same page on its head.
void turn_upside_down(CleanPage& page);

// The box in points of the displayed page (before turn and tilt were undone) that a pixel box of the
// clean page covers; a tilted box gives its hull.
Box to_page_box(const CleanPage& page, const PixelBox& box);

}  // namespace crossfoot
