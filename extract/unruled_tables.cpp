#include "extract/unruled_tables.h"

#include <algorithm>

#include "extract/printed_lines.h"
#include "extract/row_ruled_grid.h"
#include "extract/spanning_labels.h"

namespace crossfoot {
namespace {

// In text heights: pieces of running text that stand no further apart are one line again. Wider than
// two full-width spaces.
constexpr double kPieceGap = 2.6;

std::vector<TextLine> joined_again(const std::vector<TextLine>& pieces, double text_height) {
  std::vector<PixelBox> boxes;
  for (const TextLine& piece : pieces) boxes.push_back(piece.box);
  std::vector<TextLine> lines;
  for (const std::vector<int>& indexes : printed_lines(boxes, text_height)) {
    bool first = true;
    for (const int i : indexes) {
      const TextLine& piece = pieces[i];
      if (first || piece.box.x0 - lines.back().box.x1 > kPieceGap * text_height) {
        lines.push_back(piece);
        first = false;
        continue;
      }
      TextLine& line = lines.back();
      line.text += ' ' + piece.text;
      line.box = {std::min(line.box.x0, piece.box.x0), std::min(line.box.y0, piece.box.y0),
                  std::max(line.box.x1, piece.box.x1), std::max(line.box.y1, piece.box.y1)};
      line.confidence = std::min(line.confidence, piece.confidence);
      line.alternatives.clear();
    }
  }
  return lines;
}

bool is_inside(const PixelBox& box, const std::vector<PixelBox>& drawings) {
  const int x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
  return std::any_of(drawings.begin(), drawings.end(), [&](const PixelBox& drawing) {
    return x >= drawing.x0 && x < drawing.x1 && y >= drawing.y0 && y < drawing.y1;
  });
}

// The ticks of an axis are a column of figures, but the chart stands among them.
bool is_chart(const PixelBox& box, const std::vector<PixelBox>& drawings) {
  return std::any_of(drawings.begin(), drawings.end(), [&](const PixelBox& drawing) {
    const int x = (drawing.x0 + drawing.x1) / 2, y = (drawing.y0 + drawing.y1) / 2;
    return x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1;
  });
}

}  // namespace

UnruledReading unruled_tables(std::vector<TextLine> read, const std::vector<Ruling>& rulings,
                              const std::vector<PixelBox>& taken,
                              const std::vector<PixelBox>& drawings, double text_height_px) {
  std::vector<Piece> pieces;
  std::vector<TextLine> rest;
  for (TextLine& line : read) {
    if (is_inside(line.box, drawings)) {
      rest.push_back(std::move(line));
      continue;
    }
    const PieceKind kind = piece_kind(line.text);
    pieces.push_back({std::move(line), kind});
  }
  UnruledReading reading;
  std::vector<bool> used(pieces.size(), false);
  const std::vector<PrintedRule> rules = horizontal_rules(rulings, text_height_px);
  std::vector<PixelBox> blocks = taken;
  blocks.insert(blocks.end(), drawings.begin(), drawings.end());
  for (const TableRegion& region : table_regions(pieces, rules, blocks, text_height_px)) {
    const auto grid_of = [&](const TableRegion& part) {
      std::optional<UnruledTable> made = row_ruled_grid(pieces, part, rulings, text_height_px);
      return made ? std::move(made) : unruled_grid(pieces, part, rulings, text_height_px);
    };
    std::optional<UnruledTable> table =
        with_spanning_labels(pieces, region, grid_of, text_height_px);
    if (!table || is_chart(table->grid.box(), drawings)) continue;
    for (const int i : table->pieces) used[i] = true;
    reading.tables.push_back(std::move(*table));
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!used[i]) rest.push_back(std::move(pieces[i].line));
  }
  reading.rest = joined_again(rest, text_height_px);
  return reading;
}

}  // namespace crossfoot
