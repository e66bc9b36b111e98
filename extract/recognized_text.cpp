// Text of a scanned page: ink is split into lines, each line is cut out and recognised.
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

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
  const double speck = kSpeck * page_.text_height_px;
  std::vector<PixelBox> printed;
  std::vector<Raster> images;
  for (const PixelBox& box : boxes) {
    if (box.width() < speck && box.height() < speck) continue;
    printed.push_back(box);
    images.push_back(line_image(page_, box));
  }
  std::vector<RecognizedLine> read = recognizer_.recognize_lines(images);
  std::vector<TextLine> lines;
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i].text.empty()) continue;
    lines.push_back({std::move(read[i].text), printed[i], read[i].confidence,
                     std::move(read[i].alternatives)});
  }
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
