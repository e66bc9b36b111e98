// One picture a stage, so that a person sees where a page went wrong:
//   1 cleaned   what layout and recognition see
//   2 rulings   horizontal ones red, vertical ones blue
//   3 grid      edges of the cells, one colour a table
//   4 cells     the cell boxes by confidence: green sure, orange unsure, red suspect; with what
//               was read, how surely, and a bar for each printed line that was joined
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <opencv2/imgproc.hpp>

#include "extract/cv_view.h"
#include "extract/encode_picture.h"
#include "extract/trace.h"
#include "extract/turned.h"

namespace crossfoot {
namespace {

const cv::Scalar kRed(220, 40, 40), kBlue(30, 90, 220), kGreen(40, 160, 60), kOrange(255, 140, 0);

// Confidence from which a cell is drawn as sure.
constexpr double kSure = 0.95;

cv::Mat canvas(const CleanPage& page) {
  cv::Mat image;
  cv::cvtColor(cv_view(page.gray), image, cv::COLOR_GRAY2RGB);
  return image;
}

int stroke(const CleanPage& page) { return std::max(1, static_cast<int>(page.text_height_px / 8)); }

cv::Mat rulings_picture(const PageTrace& trace) {
  cv::Mat image = canvas(trace.page);
  for (const Ruling& ruling : trace.rulings) {
    const bool flat = ruling.direction == Direction::horizontal;
    const cv::Point2d from(ruling.from, ruling.at_from), to(ruling.to, ruling.at_to);
    const auto point = [flat](const cv::Point2d& p) {
      return flat ? cv::Point(p) : cv::Point(cv::Point2d(p.y, p.x));
    };
    cv::line(image, point(from), point(to), flat ? kRed : kBlue, stroke(trace.page));
  }
  return image;
}

cv::Mat grid_picture(const PageTrace& trace) {
  cv::Mat image = canvas(trace.page);
  const cv::Scalar colours[] = {kBlue, kGreen, kRed, kOrange};
  for (std::size_t i = 0; i < trace.grids.size(); ++i) {
    for (const GridCell& cell : trace.grids[i].cells) {
      cv::rectangle(image, {cell.box.x0, cell.box.y0}, {cell.box.x1, cell.box.y1}, colours[i % 4],
                    stroke(trace.page));
    }
  }
  return image;
}

// What was read and how surely in per cent; of text that OpenCV's fonts have no glyphs for the
// latter alone.
std::string note_of(const Cell& cell) {
  const bool ascii = std::all_of(cell.text.begin(), cell.text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const std::string sure = std::to_string(std::lround(100 * cell.confidence)) + "%";
  return ascii ? cell.text + "  " + sure : sure;
}

// Drawn on the page as displayed, because that is what the boxes of cells refer to.
cv::Mat cells_picture(const PageTrace& trace) {
  cv::Mat image;
  const Raster shown = turned(trace.page.gray, trace.page.turned_deg);
  cv::cvtColor(cv_view(shown), image, cv::COLOR_GRAY2RGB);
  const double scale = trace.page.dpi / 72;
  for (const PageTable& table : trace.reading.tables) {
    for (const Cell& cell : table.table.cells) {
      if (cell.text.empty()) continue;
      const cv::Scalar& colour = cell.status == CellStatus::suspect ? kRed
                                 : cell.confidence < kSure          ? kOrange
                                                                    : kGreen;
      const cv::Rect box(cv::Point2d(cell.box.x0 * scale, cell.box.y0 * scale),
                         cv::Point2d(cell.box.x1 * scale, cell.box.y1 * scale));
      cv::rectangle(image, box, colour, stroke(trace.page));
      for (int line = 0; line < cell.lines; ++line) {
        const int width = stroke(trace.page) * 2;
        cv::rectangle(image, cv::Rect(box.x + 2 * width * line, box.y, width, 2 * width), colour,
                      cv::FILLED);
      }
      cv::putText(image, note_of(cell), {box.x, box.y + box.height}, cv::FONT_HERSHEY_PLAIN,
                  trace.page.text_height_px / 18, colour);
    }
  }
  return image;
}

}  // namespace

std::vector<StagePicture> draw_trace(const PageTrace& trace) {
  const std::pair<const char*, cv::Mat> pictures[] = {{"1-cleaned", canvas(trace.page)},
                                                      {"2-rulings", rulings_picture(trace)},
                                                      {"3-grid", grid_picture(trace)},
                                                      {"4-cells", cells_picture(trace)}};
  std::vector<StagePicture> drawn;
  for (const auto& [stage, picture] : pictures) {
    char name[64];
    std::snprintf(name, sizeof name, "page-%03d-%s.png", trace.reading.page.number, stage);
    drawn.push_back({name, png_bytes(to_raster(picture, trace.page.dpi, trace.page.dpi))});
  }
  return drawn;
}

}  // namespace crossfoot
