// Cleaning: one gray channel without coloured seals, even light, upright, ink separated from paper.
//
//   gray        colour is dropped by taking the brightest channel where a pixel is strongly coloured
//               (red ink on white has a bright red channel, so a seal fades; black text has none)
//   even light  gray is divided by the paper's brightness, found by a closing much wider than strokes
//   upright     the quarter turn that find_orientation.cpp finds is undone
//   deskew      Leptonica's projection-variance search (find_skew.cpp), then one bicubic rotation
//   unbend      perspective and curl that find_bend.cpp finds, in one interpolation with the tilt; a
//               page that is flat is not touched
//   ink         one global threshold, possible because the light is even by now (Otsu 1979)
//   specks      components smaller than any full stop, and small ones with no glyph near them
//   edges       areas thicker than any stroke that touch the edge of the sheet: scanner background
//
// Fails on gradients steeper than the closing's window and on seals that were scanned in gray.
#include "extract/clean_page.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "extract/components.h"
#include "extract/cv_view.h"
#include "extract/find_bend.h"
#include "extract/find_orientation.h"
#include "extract/find_skew.h"
#include "extract/straightened.h"

namespace crossfoot {
namespace {

// A pixel is coloured when its channels differ by more than this of 255; JPEG chroma noise on black
// text stays below 60.
constexpr int kColouredSpread = 70;

// Side of the window in which the paper's brightness is found, in points: wider than a stroke of any
// heading, narrower than a shadow.
constexpr double kPaperWindowPt = 14;

// Body text of disclosures is set in 5 to 16 pt; components outside are specks, rules and headings.
constexpr double kSmallestTextPt = 3.5, kLargestTextPt = 20;

// Without any text: a digit of 10 pt.
constexpr double kDefaultTextPt = 7;

// Tilts below this many degrees move a line of A4 width by less than a pixel at 300 dpi.
constexpr double kNegligibleSkewDeg = 0.03;

cv::Mat to_gray(const Raster& scan) {
  const cv::Mat image = cv_view(scan);
  if (scan.channels == 1) return image.clone();
  cv::Mat gray;
  cv::cvtColor(image, gray, cv::COLOR_RGB2GRAY);
  for (int y = 0; y < image.rows; ++y) {
    const cv::Vec3b* source = image.ptr<cv::Vec3b>(y);
    std::uint8_t* target = gray.ptr<std::uint8_t>(y);
    for (int x = 0; x < image.cols; ++x) {
      const auto [low, high] = std::minmax({source[x][0], source[x][1], source[x][2]});
      if (high - low > kColouredSpread) target[x] = high;
    }
  }
  return gray;
}

// Equal resolution in both directions: a 204 x 98 dpi fax is stretched to 204 x 204.
cv::Mat square_pixels(const cv::Mat& gray, double dpi_x, double dpi_y) {
  constexpr double kSameDpi = 1.02;  // rounding of resolutions in file headers
  const double dpi = std::max(dpi_x, dpi_y);
  if (dpi <= kSameDpi * std::min(dpi_x, dpi_y)) return gray;
  cv::Mat square;
  cv::resize(gray, square, {}, dpi / dpi_x, dpi / dpi_y, cv::INTER_CUBIC);
  return square;
}

// Divided by the paper's brightness, found at a quarter of the resolution.
cv::Mat evenly_lit(const cv::Mat& gray, double dpi) {
  constexpr int kReduction = 4;
  if (std::min(gray.cols, gray.rows) < kReduction) return gray;
  cv::Mat small;
  cv::resize(gray, small, {}, 1.0 / kReduction, 1.0 / kReduction, cv::INTER_AREA);
  const int side = std::max(3, static_cast<int>(kPaperWindowPt * dpi / 72 / kReduction) | 1);
  cv::morphologyEx(small, small, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, {side, side}));
  cv::blur(small, small, {side, side});
  cv::Mat paper;
  cv::resize(small, paper, gray.size(), 0, 0, cv::INTER_LINEAR);
  // Black margins have no paper to divide by: below this brightness a pixel keeps its own.
  constexpr double kDarkestPaper = 60;
  cv::max(paper, kDarkestPaper, paper);
  cv::divide(gray, paper, paper, 255);
  return paper;
}

// Otsu's threshold over the pixels that are not plainly paper: a page is mostly paper, and the
// paper's own grain would else pull the threshold up.
double ink_threshold(const cv::Mat& gray) {
  constexpr double kFaintest = 205, kDarkest = 110;  // gray levels of evened light
  cv::Mat unused;
  const double otsu = cv::threshold(gray, unused, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
  return std::clamp(otsu, kDarkest, kFaintest);
}

cv::Mat find_ink(const cv::Mat& gray) {
  cv::Mat ink;
  cv::threshold(gray, ink, ink_threshold(gray), 255, cv::THRESH_BINARY_INV);
  return ink;
}

// Median height of the components that may be glyphs.
double measure_text_height(const cv::Mat& ink, double dpi) {
  std::vector<int> heights;
  for (const InkPart& part : Components(ink).parts()) {
    const int height = part.box.height, width = part.box.width;
    const double height_pt = height * 72 / dpi;
    if (height_pt >= kSmallestTextPt && height_pt <= kLargestTextPt && width < 3 * height) {
      heights.push_back(height);
    }
  }
  constexpr std::size_t kFewestGlyphs = 12;  // fewer say nothing about the page
  if (heights.size() < kFewestGlyphs) return kDefaultTextPt * dpi / 72;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

// What becomes of a component: a speck by itself goes from ink and gray; dirt beside a glyph goes from
// ink alone, because it may be a faint decimal point and the reader should judge.
enum class Fate : std::uint8_t { stays, leaves_ink, goes };

void remove_components(cv::Mat& ink, cv::Mat& gray, const Components& components,
                       const std::vector<Fate>& fates) {
  cv::Mat gone = cv::Mat::zeros(ink.size(), CV_8UC1);
  for (const InkRun& run : components.runs()) {
    if (fates[run.part] != Fate::stays) paint(ink, run, 0);
    if (fates[run.part] == Fate::goes) paint(gone, run, 255);
  }
  // With its soft edge.
  cv::dilate(gone, gone, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
  gone.setTo(0, ink);
  gray.setTo(255, gone);
}

cv::Point middle(const InkPart& part) {
  return {static_cast<int>(part.centroid.x), static_cast<int>(part.centroid.y)};
}

// Which of the chosen pieces stand in one line with others, `fewest` or more.
std::vector<bool> in_line(const Components& components, const std::vector<bool>& chosen,
                          int width, const cv::Size& gap, int fewest) {
  const std::vector<int> line = chains(components, chosen, width, gap);
  std::vector<int> members(components.parts().size(), 0);
  for (const int number : line) {
    if (number >= 0) ++members[number];
  }
  std::vector<bool> found(line.size(), false);
  for (std::size_t i = 0; i < line.size(); ++i) found[i] = line[i] >= 0 && members[line[i]] >= fewest;
  return found;
}

// Specks are dirt by their size, or small pieces of ink by themselves: no glyph is near, and they are
// neither a dash nor in a row of dots. Whatever their size, they are none in a row or column as dense
// as a dotted ruling.
void remove_specks(cv::Mat& ink, cv::Mat& gray, double text_height_px) {
  // In text heights. A full stop has a side of a sixth, a comma of a third; a dash is flat, though a
  // ragged one is half as high again as it was printed.
  constexpr double kDirtSide = 0.1, kSmall = 0.45, kDashWidth = 0.25, kNear = 1.1, kDotGap = 1.5,
                   kRulingGap = 0.3;
  constexpr double kDashFlat = 1.5;  // its width per its height
  constexpr int kFewestDots = 3, kFewestOfRuling = 5;
  const Components components(ink);
  const std::vector<InkPart>& parts = components.parts();
  const double h = text_height_px;
  std::vector<Fate> fates(parts.size(), Fate::stays);
  std::vector<bool> dirt(parts.size(), false), small(parts.size(), false);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const int width = parts[i].box.width, height = parts[i].box.height;
    dirt[i] = parts[i].area < kDirtSide * kDirtSide * h * h;
    const bool dash = width >= kDashWidth * h && width >= kDashFlat * height;
    small[i] = !dirt[i] && !dash && std::max(width, height) < kSmall * h;
  }
  const auto px = [h](double heights) { return static_cast<int>(heights * h); };
  std::vector<bool> dots(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) dots[i] = dirt[i] || small[i];
  const auto lined = [&](const std::vector<bool>& chosen, int across, int down, int fewest) {
    return in_line(components, chosen, ink.cols, {across, down}, fewest);
  };
  const std::vector<bool> in_row = lined(small, px(kDotGap), 0, kFewestDots);
  const std::vector<bool> in_rule = lined(dots, px(kRulingGap), 0, kFewestOfRuling);
  const std::vector<bool> in_upright = lined(dots, 0, px(kRulingGap), kFewestOfRuling);
  // What glyphs reach.
  cv::Mat glyphs = cv::Mat::zeros(ink.size(), CV_8UC1);
  for (const InkRun& run : components.runs()) {
    if (!dots[run.part]) paint(glyphs, run, 255);
  }
  cv::dilate(glyphs, glyphs,
             cv::getStructuringElement(cv::MORPH_RECT, {2 * px(kNear) + 1, 2 * px(kNear) + 1}));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!dots[i] || in_rule[i] || in_upright[i]) continue;
    const bool lonely = glyphs.at<std::uint8_t>(middle(parts[i])) == 0;
    if (dirt[i]) fates[i] = lonely ? Fate::goes : Fate::leaves_ink;
    if (small[i] && lonely && !in_row[i]) fates[i] = Fate::goes;
  }
  remove_components(ink, gray, components, fates);
}

bool is_inked_at_the_edge(const cv::Mat& ink) {
  return cv::countNonZero(ink.row(0)) > 0 || cv::countNonZero(ink.row(ink.rows - 1)) > 0 ||
         cv::countNonZero(ink.col(0)) > 0 || cv::countNonZero(ink.col(ink.cols - 1)) > 0;
}

// Areas too thick to be strokes, where they touch the edge of the sheet.
void remove_black_edges(cv::Mat& ink, cv::Mat& gray, double text_height_px) {
  if (!is_inked_at_the_edge(ink)) return;
  const int side = std::max(3, static_cast<int>(0.7 * text_height_px));
  const cv::Mat square = cv::getStructuringElement(cv::MORPH_RECT, {side, side});
  cv::Mat thick;
  // Beyond the sheet counts as ink, so that a margin narrower than a stroke is found too.
  cv::Mat padded;
  cv::copyMakeBorder(ink, padded, side, side, side, side, cv::BORDER_CONSTANT, cv::Scalar(255));
  cv::morphologyEx(padded, thick, cv::MORPH_OPEN, square);
  // All black edges hang together through the padding.
  constexpr std::uint8_t kEdge = 128;
  cv::floodFill(thick, {0, 0}, kEdge, nullptr, 0, 0, 8);
  cv::Mat black = thick == kEdge;
  cv::dilate(black, black, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
  black = black(cv::Rect(side, side, ink.cols, ink.rows));
  ink.setTo(0, black);
  gray.setTo(255, black);
}

// Undoes a clockwise turn.
void turn_back(cv::Mat& image, int turned_deg) {
  if (turned_deg == 0) return;
  cv::rotate(image, image,
             turned_deg == 90    ? cv::ROTATE_90_COUNTERCLOCKWISE
             : turned_deg == 180 ? cv::ROTATE_180
                                 : cv::ROTATE_90_CLOCKWISE);
}

}  // namespace

CleanPage clean_page(const Raster& scan, const CleanOptions& options) {
  cv::setNumThreads(1);  // pages are read in parallel, and OpenCV's own threads would fight over cores
  CleanPage page;
  page.dpi = std::max(scan.dpi_x, scan.dpi_y);
  cv::Mat dim = square_pixels(to_gray(scan), scan.dpi_x, scan.dpi_y);
  cv::Mat gray = evenly_lit(dim, page.dpi), ink = find_ink(gray), tilted = gray;
  if (options.straighten) {
    const Orientation standing = find_orientation(ink, page.dpi);
    page.turned_deg = standing.turned_deg;
    page.up_is_sure = standing.up_is_sure;
    if (page.turned_deg != 0) {
      // From the scan's own pixels, so that a page reads alike whichever way it lay.
      turn_back(dim, page.turned_deg);
      tilted = evenly_lit(dim, page.dpi);
      ink = find_ink(tilted);
    }
    page.skew_deg = find_skew_deg(ink);
    if (std::abs(page.skew_deg) > kNegligibleSkewDeg) {
      gray = straightened(tilted, page.skew_deg, {});
      ink = find_ink(gray);
    } else {
      gray = tilted;
      page.skew_deg = 0;
    }
  }
  page.text_height_px = measure_text_height(ink, page.dpi);
  if (options.straighten) {
    page.bend = find_bend(ink, page.text_height_px);
    if (page.bend) {
      gray = straightened(tilted, page.skew_deg, page.bend);
      ink = find_ink(gray);
      page.text_height_px = measure_text_height(ink, page.dpi);
    }
  }
  remove_black_edges(ink, gray, page.text_height_px);
  remove_specks(ink, gray, page.text_height_px);
  page.gray = to_raster(gray, page.dpi, page.dpi);
  page.ink = to_raster(ink, page.dpi, page.dpi);
  return page;
}

}  // namespace crossfoot
