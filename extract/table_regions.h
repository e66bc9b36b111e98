// Where on a page tables without full rulings may stand.
#pragma once

#include <vector>

#include "extract/find_rulings.h"
#include "extract/piece_kind.h"
#include "extract/text_source.h"

namespace crossfoot {

struct Piece {
  TextLine line;
  PieceKind kind = PieceKind::text;
  const PixelBox& box() const { return line.box; }
};

// A horizontal rule of the page: the rulings at one height, taken together.
struct PrintedRule {
  double y = 0, x0 = 0, x1 = 0;
  double width() const { return x1 - x0; }
};
std::vector<PrintedRule> horizontal_rules(const std::vector<Ruling>& rulings,
                                          double text_height_px);

// Lines of pieces that stand together as a table may: indexes, lines top to bottom.
struct TableRegion {
  std::vector<std::vector<int>> lines;
  bool is_ruled = false;  // rules of equal extent stand above, in and below it
  PixelBox frame;         // between the first and the last of these rules; else empty
};

// blocks: boxes that no table runs through (ruled tables). Regions top to bottom; no piece is in
// two.
std::vector<TableRegion> table_regions(const std::vector<Piece>& pieces,
                                       const std::vector<PrintedRule>& rules,
                                       const std::vector<PixelBox>& blocks, double text_height_px);

}  // namespace crossfoot
