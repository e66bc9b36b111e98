#include "extract/paragraphs.h"

#include <algorithm>

#include "extract/join_lines.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kIndent = 1.2;     // a paragraph's first line begins two characters in
constexpr double kShort = 3.0;      // a line that ends this far from the margin is a last line
constexpr double kLargestGap = 2.2;  // white between two lines of one paragraph

}  // namespace

std::vector<Paragraph> join_paragraphs(const std::vector<TextLine>& lines, const CleanPage& page,
                                       int page_number) {
  const double h = page.text_height_px;
  int left = page.gray.width, right = 0;
  for (const TextLine& line : lines) {
    left = std::min(left, line.box.x0);
    right = std::max(right, line.box.x1);
  }
  std::vector<Paragraph> paragraphs;
  std::vector<std::string> texts;
  PixelBox box;
  const auto finish = [&] {
    if (texts.empty()) return;
    paragraphs.push_back({page_number, to_page_box(page, box), join_lines(texts)});
    texts.clear();
  };
  const TextLine* before = nullptr;
  for (const TextLine& line : lines) {
    const bool continues = before != nullptr && line.box.y0 >= before->box.y1 - h / 2 &&
                           line.box.y0 - before->box.y1 <= kLargestGap * h &&
                           line.box.x0 - left <= kIndent * h && right - before->box.x1 <= kShort * h;
    if (!continues) {
      finish();
      box = line.box;
    }
    texts.push_back(line.text);
    box = {std::min(box.x0, line.box.x0), std::min(box.y0, line.box.y0),
           std::max(box.x1, line.box.x1), std::max(box.y1, line.box.y1)};
    before = &line;
  }
  finish();
  return paragraphs;
}

}  // namespace crossfoot
