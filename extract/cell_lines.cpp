#include "extract/cell_lines.h"

#include <algorithm>

#include "extract/printed_lines.h"

namespace crossfoot {
namespace {

void append(TextLine& line, const TextLine& piece) {
  for (Alternative& alternative : line.alternatives) alternative.text += ' ' + piece.text;
  for (Alternative alternative : piece.alternatives) {
    alternative.text = line.text + ' ' + alternative.text;
    line.alternatives.push_back(std::move(alternative));
  }
  line.text += ' ' + piece.text;
  line.box = {std::min(line.box.x0, piece.box.x0), std::min(line.box.y0, piece.box.y0),
              std::max(line.box.x1, piece.box.x1), std::max(line.box.y1, piece.box.y1)};
  line.confidence = std::min(line.confidence, piece.confidence);
}

}  // namespace

std::vector<TextLine> cell_lines(const std::vector<Piece>& pieces, const std::vector<int>& items,
                                 double text_height_px) {
  std::vector<PixelBox> boxes;
  for (const int i : items) boxes.push_back(pieces[i].box());
  std::vector<TextLine> lines;
  for (const std::vector<int>& printed : printed_lines(boxes, text_height_px)) {
    lines.push_back(pieces[items[printed.front()]].line);
    for (std::size_t k = 1; k < printed.size(); ++k) {
      append(lines.back(), pieces[items[printed[k]]].line);
    }
  }
  return lines;
}

}  // namespace crossfoot
