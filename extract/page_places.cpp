// From the clean page back to the page as it is displayed, in the reverse order of cleaning: the
// bend that was removed last comes first, then the tilt, then the turn.
#include <algorithm>
#include <cmath>

#include "extract/clean_page.h"
#include "extract/turned.h"

namespace crossfoot {
namespace {

// A point of the upright page, w x h, where it stands when the page is turned clockwise.
std::pair<double, double> turned_point(double x, double y, double w, double h, int turned_deg) {
  switch (turned_deg) {
    case 90:
      return {h - y, x};
    case 180:
      return {w - x, h - y};
    case 270:
      return {y, w - x};
    default:
      return {x, y};
  }
}

}  // namespace

void turn_upside_down(CleanPage& page) {
  page.gray = turned(page.gray, 180);
  page.ink = turned(page.ink, 180);
  page.turned_deg = (page.turned_deg + 180) % 360;
  if (page.bend) page.bend = page.bend->upside_down();
}

Box to_page_box(const CleanPage& page, const PixelBox& box) {
  const double angle = page.skew_deg * std::acos(-1.0) / 180;
  const double cx = page.gray.width / 2.0, cy = page.gray.height / 2.0;
  Box out{1e9, 1e9, -1e9, -1e9};
  for (const double x : {box.x0, box.x1}) {
    for (const double y : {box.y0, box.y1}) {
      const auto [bx, by] = page.bend ? page.bend->bent(x, y) : std::pair(x, y);
      // Turning the upright page back counter-clockwise, y down.
      const double px = cx + std::cos(angle) * (bx - cx) + std::sin(angle) * (by - cy);
      const double py = cy - std::sin(angle) * (bx - cx) + std::cos(angle) * (by - cy);
      const auto [sx, sy] =
          turned_point(px, py, page.gray.width, page.gray.height, page.turned_deg);
      out = hull(out, {sx, sy, sx, sy});
    }
  }
  const double scale = page.pt_per_px();
  return {out.x0 * scale, out.y0 * scale, out.x1 * scale, out.y1 * scale};
}

}  // namespace crossfoot
