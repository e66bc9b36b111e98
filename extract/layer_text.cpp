// Text of a page that brings its own: glyphs are put into regions by their centres (some fonts give
// wrong heights, centres are right), so a word that a renderer drew across a ruling is cut there.
#include <algorithm>
#include <cmath>
#include <limits>

#include "extract/text_source.h"
#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

// In text heights. Glyphs whose centres are nearer than this in y stand on one line: more than a
// superscript is raised, less than half a line pitch.
constexpr double kSameLine = 0.7;
constexpr double kSpace = 0.35;    // white between two words
constexpr double kInnerGap = 0.4;  // white inside a letter: i, ：, 二
constexpr double kLowestInk = 0.1;
constexpr std::size_t kLeaderDots = 4;

// Share of a glyph's box that is white above its ink, and below.
constexpr double kAir = 0.2;

// A word this many times as high as most of its font has ink of the next line: brackets and tails reach
// a quarter higher than other letters.
constexpr double kTwoLines = 1.4;

}  // namespace

LayerText::LayerText(const CleanPage& page, const std::vector<Word>& words)
    : page_(page), text_height_px_(page.text_height_px) {
  const double scale = page.dpi / 72;
  const auto px = [scale](double pt) { return static_cast<int>(std::lround(pt * scale)); };
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::vector<std::string> points = characters(words[w].text);
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

// A dot of a leader: with its like on both sides, or at the end of at least kLeaderDots of them.
bool LayerText::stands_alone(const std::vector<const Glyph*>& line, std::size_t i) const {
  const auto is_dot = [&](std::size_t at) {
    const std::string& text = line[at]->text;
    return text == "." || text == "…" || text == "·" || text == "_";
  };
  std::size_t begin = i, end = i;
  while (end < line.size() && is_dot(end)) ++end;
  while (begin > 0 && is_dot(begin - 1)) --begin;
  return end > i && end - begin >= kLeaderDots;
}

// Fonts claim a box from the highest accent to the lowest tail, some twice as high as their letters. The
// ink that goes on from the middle of the box without a gap is the word's own; where there is none
// (type in white), the middle of the box stands for it.
PixelBox LayerText::fitted_to_ink(const PixelBox& word) const {
  const Raster& ink = page_.ink;
  const int x0 = std::clamp(word.x0, 0, ink.width), x1 = std::clamp(word.x1, 0, ink.width);
  const auto has_ink = [&](int y) {
    return y >= 0 && y < ink.height && std::any_of(ink.row(y) + x0, ink.row(y) + x1,
                                                  [](std::uint8_t pixel) { return pixel != 0; });
  };
  const int middle = (word.y0 + word.y1) / 2;
  const int gap = std::max(1, static_cast<int>(std::lround(kInnerGap * text_height_px_)));
  int top = middle + 1, bottom = middle;
  for (int y = middle; y >= word.y0 && top - y <= gap; --y) top = has_ink(y) ? y : top;
  for (int y = middle; y < word.y1 && y - bottom < gap; ++y) bottom = has_ink(y) ? y + 1 : bottom;
  if (bottom - top < kLowestInk * text_height_px_) {
    const int air = static_cast<int>(std::lround(kAir * word.height()));
    return {word.x0, word.y0 + air, word.x1, word.y1 - air};
  }
  // The middle belongs to it (= has no ink there): by it glyphs are found again.
  return {word.x0, std::min(top, middle), word.x1, std::max(bottom, middle + 1)};
}

// Where lines stand so close that the ink goes on into the next one, most words of the same font say
// where in its box its ink begins and ends.
void LayerText::cut_to_lines(std::vector<PixelBox>& fitted, const std::vector<PixelBox>& claimed) {
  const auto median = [](std::vector<int>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
  };
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    std::vector<int> tops, bottoms;
    for (std::size_t k = 0; k < fitted.size(); ++k) {
      if (std::abs(claimed[k].height() - claimed[i].height()) > 1) continue;
      tops.push_back(fitted[k].y0 - claimed[k].y0);
      bottoms.push_back(fitted[k].y1 - claimed[k].y0);
    }
    const int top = median(tops), bottom = median(bottoms);
    if (fitted[i].height() < kTwoLines * (bottom - top)) continue;
    fitted[i].y0 = claimed[i].y0 + top;
    fitted[i].y1 = claimed[i].y0 + bottom;
  }
}

std::vector<PixelBox> LayerText::words_outside(const std::vector<PixelBox>& taken) {
  const int far = std::numeric_limits<int>::max() / 2;
  const auto is_taken = [&](const Glyph& glyph) {
    return std::any_of(taken.begin(), taken.end(), [&](const PixelBox& box) {
      return glyph.x() >= box.x0 && glyph.x() < box.x1 && glyph.y() >= box.y0 && glyph.y() < box.y1;
    });
  };
  std::vector<PixelBox> words;
  for (const auto& line : glyph_lines({-far, -far, far, far})) {
    const Glyph* before = nullptr;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const Glyph& glyph = *line[i];
      if (glyph.text == " " || is_taken(glyph) || stands_alone(line, i)) {
        before = nullptr;
        continue;
      }
      const PixelBox& box = glyph.box;
      const bool continues = before != nullptr && box.x0 - before->box.x1 <= kSpace * text_height_px_;
      if (!continues) {
        words.push_back(box);
      } else {
        PixelBox& word = words.back();
        word = {std::min(word.x0, box.x0), std::min(word.y0, box.y0), std::max(word.x1, box.x1),
                std::max(word.y1, box.y1)};
      }
      before = &glyph;
    }
  }
  const std::vector<PixelBox> claimed = words;
  for (PixelBox& word : words) word = fitted_to_ink(word);
  cut_to_lines(words, claimed);
  std::erase_if(words, [](const PixelBox& word) { return word.empty(); });
  return words;
}

std::vector<TextLine> LayerText::read(const std::vector<PixelBox>& pieces) {
  std::vector<TextLine> lines;
  for (const PixelBox& piece : pieces) {
    std::vector<const Glyph*> inside;
    for (const Glyph& glyph : glyphs_) {
      if (glyph.x() >= piece.x0 && glyph.x() <= piece.x1 && glyph.y() >= piece.y0 &&
          glyph.y() <= piece.y1) {
        inside.push_back(&glyph);
      }
    }
    if (inside.empty()) continue;
    std::stable_sort(inside.begin(), inside.end(),
                     [](const Glyph* a, const Glyph* b) { return a->x() < b->x(); });
    TextLine line = line_of(inside.begin(), inside.end());
    line.box = piece;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace crossfoot
