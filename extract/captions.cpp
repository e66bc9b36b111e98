// Captions of disclosures have a fixed form:
//
//                      部门收支总表                     title: largest or centred line
//   预算单位：某局                        单位：元       fields: `name：value`, at the sides
//   ┌──────────
//
// A line that is a field (a short name, a colon, a value) or a form number (公开01表) is no title.
// Among the others the nearest to the table that is centred over it wins, else the nearest.
#include "extract/captions.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

// Position behind the first colon, half- or full-width; npos without one.
std::size_t behind_colon(std::string_view text, std::size_t from = 0) {
  const std::size_t narrow = text.find(':', from), wide = text.find("：", from);
  if (narrow == std::string_view::npos && wide == std::string_view::npos) return narrow;
  return wide < narrow ? wide + std::string_view("：").size() : narrow + 1;
}

std::string without_spaces(std::string_view text) {
  std::string out(text);
  std::erase(out, ' ');
  return out;
}

// "金额单位：万元" -> "万元". 单位 alone also names the body that reports (预算单位：某局), so what
// follows must be a unit of money or count.
std::string unit_in(const std::string& text) {
  const std::size_t at = std::min(text.find("单位"), text.find("金额"));
  if (at != std::string::npos) {
    const std::size_t value = behind_colon(text, at);
    if (value != std::string::npos) {
      const std::string_view rest = std::string_view(text).substr(value);
      for (const std::string_view unit : {"亿元", "万元", "千元", "百元", "元"}) {
        const std::size_t found = rest.find(unit);
        // Directly behind the colon, or behind 人民币.
        if (found != std::string_view::npos && found <= std::string_view("人民币").size()) {
          return std::string(unit);
        }
      }
    }
  }
  for (const std::string_view unit : {"£'000", "£’000", "$'000", "€'000", "£m", "$m", "€m"}) {
    if (contains(text, unit)) return std::string(unit);
  }
  return {};
}

bool is_field(const std::string& text) {
  const std::size_t value = behind_colon(text);
  return value != std::string::npos;
}

bool is_form_number(const std::string& text) {
  const bool short_text = text.size() <= std::string_view("（公开）一二三四表").size();
  const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return short_text && digits &&
         (contains(text, "表") || contains(text, "附件") || contains(text, "附"));
}

}  // namespace

bool is_page_number(std::string folded) {
  for (const std::string_view part : {"page", "of", "第", "页", "共", "·"}) {
    for (std::size_t at; (at = folded.find(part)) != std::string::npos;) {
      folded.erase(at, part.size());
    }
  }
  return folded.find_first_not_of("0123456789-/.,") == std::string::npos;
}

Caption find_caption(const std::vector<TextLine>& lines, const PixelBox& table) {
  // A title's middle may miss the table's by this share of the table's width.
  constexpr double kCentred = 0.08;
  Caption caption;
  const double middle = (table.x0 + table.x1) / 2.0;
  bool centred = false;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    const std::string text = without_spaces(line->text);
    if (caption.unit.empty()) caption.unit = unit_in(text);
    if (text.empty() || is_field(text) || is_form_number(text) || is_page_number(fold(text))) continue;
    const double off = std::abs((line->box.x0 + line->box.x1) / 2.0 - middle);
    const bool here = off <= kCentred * table.width();
    if (caption.title.empty() || (here && !centred)) {
      caption.title = line->text;
      centred = here;
    }
  }
  return caption;
}

}  // namespace crossfoot
