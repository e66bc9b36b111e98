// From the displayed page to a PDF's own coordinates.
#pragma once

#include "reconcile/table.h"

namespace crossfoot {

// The part of user space that a viewer shows, and how it turns it.
struct PdfView {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // crop box, y up
  int rotate_deg = 0;                     // /Rotate: 0, 90, 180 or 270, clockwise
};

// A box of the displayed page (origin top left, y down) in user space: y0 is its lower edge there.
Box to_user_space(const PdfView& view, const Box& displayed);

}  // namespace crossfoot
