#include "extract/cell_lines.h"

#include <algorithm>

namespace crossfoot {
namespace {

// Of the lower one's height: what pieces of one line share in height.
constexpr double kShared = 0.5;

bool is_beside(const PixelBox& left, const PixelBox& right) {
  const int shared = std::min(left.y1, right.y1) - std::max(left.y0, right.y0);
  return shared > kShared * std::min(left.height(), right.height()) && right.x0 >= left.x1;
}

}  // namespace

std::vector<TextLine> cell_lines(const std::vector<Piece>& pieces, const std::vector<int>& items) {
  std::vector<TextLine> lines;
  for (const int i : items) {
    const TextLine& piece = pieces[i].line;
    if (lines.empty() || !is_beside(lines.back().box, piece.box)) {
      lines.push_back(piece);
      continue;
    }
    TextLine& line = lines.back();
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
  return lines;
}

}  // namespace crossfoot
