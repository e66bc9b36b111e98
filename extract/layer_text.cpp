// Text of a page that brings its own: glyphs are put into regions by their centres (some fonts give
// wrong heights, centres are right), so a word that a renderer drew across a ruling is cut there.
#include <algorithm>
#include <cmath>

#include "extract/text_source.h"

namespace crossfoot {
namespace {

// In text heights. Glyphs whose centres are nearer than this in y stand on one line: more than a
// superscript is raised, less than half a line pitch.
constexpr double kSameLine = 0.7;
constexpr double kSpace = 0.35;    // white between two words
constexpr double kPieceGap = 2.6;  // wider than two full-width spaces, as for recognised text

std::vector<std::string> code_points(const std::string& text) {
  std::vector<std::string> points;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (!continues || points.empty()) points.emplace_back();
    points.back() += c;
  }
  return points;
}

}  // namespace

LayerText::LayerText(const CleanPage& page, const std::vector<Word>& words)
    : text_height_px_(page.text_height_px) {
  const double scale = page.dpi / 72;
  const auto px = [scale](double pt) { return static_cast<int>(std::lround(pt * scale)); };
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::vector<std::string> points = code_points(words[w].text);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Box& box = i < words[w].char_boxes.size() ? words[w].char_boxes[i] : words[w].box;
      glyphs_.push_back({points[i],
                         {px(box.x0), px(box.y0), px(box.x1), px(box.y1)},
                         static_cast<int>(w)});
    }
  }
}

std::vector<std::vector<const LayerText::Glyph*>> LayerText::glyph_lines(
    const PixelBox& region) const {
  std::vector<const Glyph*> inside;
  for (const Glyph& glyph : glyphs_) {
    if (glyph.x() >= region.x0 && glyph.x() < region.x1 && glyph.y() >= region.y0 &&
        glyph.y() < region.y1) {
      inside.push_back(&glyph);
    }
  }
  std::stable_sort(inside.begin(), inside.end(),
                   [](const Glyph* a, const Glyph* b) { return a->y() < b->y(); });
  std::vector<std::vector<const Glyph*>> lines;
  double line_y = 0;
  for (const Glyph* glyph : inside) {
    if (lines.empty() || glyph->y() - line_y > kSameLine * text_height_px_) {
      lines.emplace_back();
      line_y = glyph->y();
    }
    lines.back().push_back(glyph);
    line_y += (glyph->y() - line_y) / static_cast<double>(lines.back().size());
  }
  for (auto& line : lines) {
    std::stable_sort(line.begin(), line.end(),
                     [](const Glyph* a, const Glyph* b) { return a->x() < b->x(); });
  }
  return lines;
}

TextLine LayerText::line_of(std::vector<const Glyph*>::const_iterator begin,
                            std::vector<const Glyph*>::const_iterator end) const {
  TextLine line;
  line.box = (*begin)->box;
  for (auto glyph = begin; glyph != end; ++glyph) {
    const PixelBox& box = (*glyph)->box;
    if (glyph != begin && (*glyph)->word != (*std::prev(glyph))->word &&
        box.x0 - (*std::prev(glyph))->box.x1 > kSpace * text_height_px_) {
      line.text += ' ';
    }
    line.text += (*glyph)->text;
    line.box = {std::min(line.box.x0, box.x0), std::min(line.box.y0, box.y0),
                std::max(line.box.x1, box.x1), std::max(line.box.y1, box.y1)};
  }
  return line;
}

std::vector<std::vector<TextLine>> LayerText::lines_in(const std::vector<PixelBox>& cells) {
  std::vector<std::vector<TextLine>> texts(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (const auto& glyphs : glyph_lines(cells[i])) {
      texts[i].push_back(line_of(glyphs.begin(), glyphs.end()));
    }
  }
  return texts;
}

std::vector<TextLine> LayerText::pieces_in(const PixelBox& region) {
  std::vector<TextLine> pieces;
  for (const auto& glyphs : glyph_lines(region)) {
    auto begin = glyphs.begin();
    for (auto glyph = std::next(begin); glyph != glyphs.end(); ++glyph) {
      if ((*glyph)->box.x0 - (*std::prev(glyph))->box.x1 > kPieceGap * text_height_px_) {
        pieces.push_back(line_of(begin, glyph));
        begin = glyph;
      }
    }
    pieces.push_back(line_of(begin, glyphs.end()));
  }
  return pieces;
}

}  // namespace crossfoot
