#include "extract/erase_rulings.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "extract/components.h"
#include "extract/cv_view.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kEdgeZone = 0.45;  // from a cell's edge inwards: a ruling, not a stroke
constexpr double kRagZone = 0.2;    // what lies within this of an edge entirely …
constexpr double kRagSize = 0.3;    // … and is no larger than this is left over from the ruling

cv::Rect inset(const PixelBox& box, int by) {
  return {box.x0 + by, box.y0 + by, std::max(0, box.width() - 2 * by),
          std::max(0, box.height() - 2 * by)};
}

// Removes the small components that hug the edges of a cell.
void remove_rags(cv::Mat ink, cv::Mat gray, const PixelBox& cell, double text_height) {
  const cv::Rect sheet(0, 0, ink.cols, ink.rows);
  const cv::Rect rect = inset(cell, 0) & sheet;
  if (rect.empty()) return;
  const int zone = static_cast<int>(std::lround(kRagZone * text_height));
  cv::Mat cell_ink = ink(rect), cell_gray = gray(rect);
  const Components components(cell_ink);
  const auto is_rag = [&](const cv::Rect& box) {
    const bool flat_at_edge = (box.br().y <= zone || box.y >= rect.height - zone);
    const bool thin_at_edge = (box.br().x <= zone || box.x >= rect.width - zone);
    const double size = kRagSize * text_height;
    return (flat_at_edge && box.height <= size) ||
           (thin_at_edge && box.width <= size && box.height <= 2 * size);
  };
  for (const InkRun& run : components.runs()) {
    if (!is_rag(components.parts()[run.part].box)) continue;
    paint(cell_ink, run, 0);
    paint(cell_gray, run, 255);
  }
}

}  // namespace

void erase_rulings(CleanPage& page, const Rulings& rulings, const std::vector<Grid>& grids) {
  cv::Mat ink = cv_view(page.ink), gray = cv_view(page.gray);
  const cv::Rect sheet(0, 0, ink.cols, ink.rows);
  const int zone = std::max(2, static_cast<int>(std::lround(kEdgeZone * page.text_height_px)));
  cv::Mat bands = cv_view(rulings.mask).clone();
  for (const Ruling& ruling : rulings.lines) {
    // Steps of a tilted ruling that are shorter than the opening's bar are not in the mask.
    const bool flat = ruling.direction == Direction::horizontal;
    const cv::Point2d from(ruling.from, ruling.at_from), to(ruling.to, ruling.at_to);
    cv::line(bands, flat ? from : cv::Point2d(from.y, from.x), flat ? to : cv::Point2d(to.y, to.x),
             cv::Scalar(255), static_cast<int>(std::lround(ruling.thickness)) + 2);
  }
  cv::Mat erase = cv::Mat::zeros(ink.size(), CV_8UC1);
  for (const Grid& grid : grids) {
    // Rulings may reach a little beyond the corner of their table.
    const cv::Rect around = inset(grid.box(), -2 * zone) & sheet;
    bands(around).copyTo(erase(around));
    for (const GridCell& cell : grid.cells) erase(inset(cell.box, zone) & sheet).setTo(0);
  }
  cv::Mat soft;
  cv::dilate(erase, soft, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
  ink.setTo(0, soft);
  // The gray edge of a ruling is one pixel wider than its ink.
  cv::dilate(soft, soft, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
  gray.setTo(255, soft);
  for (const Grid& grid : grids) {
    for (const GridCell& cell : grid.cells) {
      remove_rags(ink, gray, cell.box, page.text_height_px);
    }
  }
}

}  // namespace crossfoot
