// Text of a scanned page: ink is split into lines, each line is cut out and recognised.
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "extract/components.h"
#include "extract/cv_view.h"
#include "extract/ink_words.h"
#include "extract/text_lines.h"
#include "extract/text_source.h"

namespace crossfoot {
namespace {

// White around the ink of a line image, in text heights.
constexpr double kMargin = 0.4;

// In text heights: what is smaller in both directions is a speck, not a line. A full stop has a side
// of a sixth, a dash a width of a third or more.
constexpr double kSpeck = 0.3;

// A dash that stands alone is told by its shape; recognisers take it for 一, 人, or nothing. 一 is 1.1
// text heights wide, a hyphen 0.25.
constexpr double kDashHeight = 0.26, kNarrowestDash = 0.22, kWidestDash = 0.9;
constexpr double kShapeConfidence = 0.95;

bool is_dash(const PixelBox& box, double text_height) {
  return box.height() <= kDashHeight * text_height && 2 * box.width() >= 3 * box.height() &&
         box.width() >= kNarrowestDash * text_height && box.width() <= kWidestDash * text_height;
}

// A row of dots is as high as one dot; a dot has at most this height in text heights, and fewer than
// this many are specks or a full stop.
constexpr double kDotHeight = 0.3;
constexpr int kFewestDots = 3;

// How many dots a line is made of; 0 when it has anything else in it.
int count_dots(const Raster& ink, const PixelBox& box, double text_height) {
  if (box.height() > kDotHeight * text_height) return 0;
  const Components components(
      cv_view(ink)(cv::Rect(box.x0, box.y0, box.width(), box.height())));
  for (const InkPart& part : components.parts()) {
    if (part.box.width > kDotHeight * text_height) return 0;
  }
  const int dots = static_cast<int>(components.parts().size());
  return dots >= kFewestDots ? dots : 0;
}

// What a line says where its shape alone tells; recognisers read rows of dots as words.
std::string told_by_shape(const Raster& ink, const PixelBox& box, double text_height) {
  if (is_dash(box, text_height)) return "-";
  return std::string(static_cast<std::size_t>(count_dots(ink, box, text_height)), '.');
}

// The gray pixels of a line on white. Ink of other lines that reaches into the box stays out of the
// margin, which is painted, not copied.
Raster line_image(const CleanPage& page, const PixelBox& box) {
  const int margin = std::max(2, static_cast<int>(std::lround(kMargin * page.text_height_px)));
  const cv::Mat gray = cv_view(page.gray);
  // One pixel around the ink keeps the soft edge of its strokes.
  const cv::Rect soft = cv::Rect(box.x0 - 1, box.y0 - 1, box.width() + 2, box.height() + 2) &
                        cv::Rect(0, 0, gray.cols, gray.rows);
  cv::Mat line;
  cv::copyMakeBorder(gray(soft), line, margin, margin, margin, margin, cv::BORDER_CONSTANT,
                     cv::Scalar(255));
  return to_raster(line, page.dpi, page.dpi);
}

}  // namespace

std::vector<TextLine> RecognizedText::read(const std::vector<PixelBox>& boxes) {
  const double h = page_.text_height_px;
  std::vector<TextLine> lines;
  std::vector<std::size_t> asked;  // lines that the recogniser is asked for
  std::vector<Raster> images;
  for (const PixelBox& box : boxes) {
    const std::string shape = told_by_shape(page_.ink, box, h);
    if (shape.empty() && box.width() < kSpeck * h && box.height() < kSpeck * h) continue;
    lines.push_back({shape, box, shape.empty() ? 0 : kShapeConfidence, {}});
    if (!shape.empty()) continue;
    asked.push_back(lines.size() - 1);
    images.push_back(line_image(page_, box));
  }
  std::vector<RecognizedLine> read = recognizer_.recognize_lines(images);
  for (std::size_t i = 0; i < read.size(); ++i) {
    TextLine& line = lines[asked[i]];
    line.text = std::move(read[i].text);
    line.confidence = read[i].confidence;
    line.alternatives = std::move(read[i].alternatives);
  }
  std::erase_if(lines, [](const TextLine& line) { return line.text.empty(); });
  return lines;
}

std::vector<std::vector<TextLine>> RecognizedText::lines_in(const std::vector<PixelBox>& cells) {
  std::vector<PixelBox> boxes;
  std::vector<std::size_t> first_box;  // of each cell, and one beyond the last
  for (const PixelBox& cell : cells) {
    first_box.push_back(boxes.size());
    const std::vector<PixelBox> lines = split_lines(page_.ink, cell, page_.text_height_px);
    boxes.insert(boxes.end(), lines.begin(), lines.end());
  }
  std::vector<std::vector<TextLine>> texts(cells.size());
  std::size_t cell = 0, box = 0;
  for (TextLine& line : read(boxes)) {
    // Lines come in the order of the boxes; those without text are left out.
    while (boxes[box] != line.box) ++box;
    while (cell + 1 < cells.size() && first_box[cell + 1] <= box) ++cell;
    texts[cell].push_back(std::move(line));
    ++box;
  }
  return texts;
}

std::vector<PixelBox> RecognizedText::words_outside(const std::vector<PixelBox>& taken) {
  return ink_words(page_.ink, taken, page_.text_height_px);
}

}  // namespace crossfoot
