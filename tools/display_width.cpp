// Widths after Unicode 14, Standard Annex 11 (East Asian Width): W and F take two columns.
// Ambiguous characters take one, as terminals do outside East Asian locales. The C library's
// wcwidth() knows the same, but only after setlocale() and only where such a locale is installed.
//
// The tables leave out combining marks of scripts other than Latin, Greek, Cyrillic and kana: a
// cell in Devanagari is laid out too wide.
#include "tools/display_width.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace crossfoot {
namespace {

struct Range {
  std::uint32_t first, last;
};

// Ascending. Gaps of a few code points that Unicode has not assigned are bridged.
constexpr std::array kWide = std::to_array<Range>({
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},
    {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
    {0x3040, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CD5}, {0x1AFF0, 0x1B2FB},
    {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A},
    {0x1F200, 0x1F320}, {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393},
    {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4},
    {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D},
    {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596},
    {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC},
    {0x1F6D0, 0x1F6DF}, {0x1F6EB, 0x1F6EF}, {0x1F6F4, 0x1F6FF}, {0x1F7E0, 0x1F7F0},
    {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
});

// Combining marks and format characters. Ascending.
constexpr std::array kNoWidth = std::to_array<Range>({
    {0x0300, 0x036F},
    {0x0483, 0x0489},
    {0x1160, 0x11FF},
    {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},
    {0x200B, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x2064},
    {0x20D0, 0x20F0},
    {0x302A, 0x302D},
    {0x3099, 0x309A},
    {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF},
    {0xE0100, 0xE01EF},
});

template <std::size_t n>
bool is_in(const std::array<Range, n>& ranges, std::uint32_t code_point) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), code_point,
                       [](std::uint32_t value, const Range& range) { return value < range.first; });
  return after != ranges.begin() && code_point <= std::prev(after)->last;
}

int columns_of(std::uint32_t code_point) {
  if (is_in(kNoWidth, code_point)) return 0;
  return is_in(kWide, code_point) ? 2 : 1;
}

// Bytes of the code point that starts at the front of a text that is not empty; 1 where it is
// broken.
std::size_t length_of_front(std::string_view text) {
  const auto lead = static_cast<std::uint8_t>(text.front());
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || length > text.size()) return 1;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<std::uint8_t>(text[i]) & 0xC0) != 0x80) return 1;
  }
  return length;
}

std::uint32_t decoded(std::string_view bytes) {
  constexpr std::array<std::uint8_t, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  std::uint32_t value = static_cast<std::uint8_t>(bytes.front()) & kLeadBits[bytes.size()];
  for (const char byte : bytes.substr(1))
    value = value << 6 | (static_cast<std::uint8_t>(byte) & 0x3F);
  return value;
}

}  // namespace

std::vector<Glyph> glyphs(std::string_view utf8) {
  std::vector<Glyph> result;
  while (!utf8.empty()) {
    const std::string_view bytes = utf8.substr(0, length_of_front(utf8));
    const bool broken = bytes.size() == 1 && static_cast<std::uint8_t>(bytes.front()) >= 0x80;
    result.push_back({bytes, broken ? 1 : columns_of(decoded(bytes))});
    utf8.remove_prefix(bytes.size());
  }
  return result;
}

int display_width(std::string_view utf8) {
  int width = 0;
  for (const Glyph& glyph : glyphs(utf8)) width += glyph.columns;
  return width;
}

std::string printable(std::string_view utf8) {
  std::string result;
  for (const Glyph& glyph : glyphs(utf8)) {
    const auto front = static_cast<std::uint8_t>(glyph.bytes.front());
    const bool c0 = front < 0x20 || front == 0x7F;
    const bool c1 = front == 0xC2 && static_cast<std::uint8_t>(glyph.bytes.back()) < 0xA0;
    const bool broken = glyph.bytes.size() == 1 && front >= 0x80;
    if (c0 || c1) {
      result += ' ';
    } else if (broken) {
      result += '?';
    } else {
      result += glyph.bytes;
    }
  }
  return result;
}

}  // namespace crossfoot
