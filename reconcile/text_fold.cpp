// Folding of printed text. A small table instead of full Unicode normalisation: only the forms that
// Chinese and English disclosures print, so that reconcile/ needs no library for it.
//
// Where it fails: half-width katakana, superscript digits and other compatibility forms stay as
// they are, and are then no amounts.
#include "reconcile/text_fold.h"

#include <algorithm>

namespace crossfoot {

namespace {

char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width ASCII
  if (c >= U'A' && c <= U'Z') return c + 32;
  switch (c) {
    case U'、':
      return U',';
    case U'。':
      return U'.';
    case U'．':
      return U'.';
    case U'￥':
      return U'¥';
    case U'￡':
      return U'£';
    case U'﹣':
    case U'－':
    case U'—':
    case U'–':
    case U'−':
    case U'‐':
    case U'‑':
    case U'―':
    case U'─':
      return U'-';
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case U'\'':
    case U'＂':
      return U'"';
    case U'〔':
    case U'【':
    case U'［':
    case U'〈':
      return U'[';
    case U'〕':
    case U'】':
    case U'］':
    case U'〉':
      return U']';
    default:
      return c;
  }
}

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0xFEFF;
}

// The code point that begins at text[at], which moves to the next; U+FFFD for a byte that is none.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const int more = lead < 0x80 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : -1;
  bool whole = more >= 0 && at + static_cast<std::size_t>(more) < text.size();
  char32_t c = more <= 0 ? lead : lead & (0x3F >> more);
  for (int k = 1; whole && k <= more; ++k) {
    const auto next = static_cast<unsigned char>(text[at + static_cast<std::size_t>(k)]);
    whole = (next & 0xC0) == 0x80;
    c = (c << 6) | (next & 0x3F);
  }
  at += whole ? static_cast<std::size_t>(more) + 1 : 1;
  return whole ? c : char32_t{0xFFFD};
}

}  // namespace

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
  return out;
}

std::vector<std::string> characters(std::string_view utf8) {
  std::vector<std::string> all;
  for (const char c : utf8) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (!continues || all.empty()) all.emplace_back();
    all.back() += c;
  }
  return all;
}

std::string utf8(std::u32string_view points) {
  std::string out;
  out.reserve(points.size() * 3);
  for (const char32_t c : points) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0 | (c >> 6));
      out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      out += static_cast<char>(0xE0 | (c >> 12));
      out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      out += static_cast<char>(0xF0 | (c >> 18));
      out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
      out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  return out;
}

std::u32string fold_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c)) out.push_back(folded(c));
  }
  return out;
}

std::string fold(std::string_view text) { return utf8(fold_code_points(text)); }

bool is_nil(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c) && folded(c) != U'-') return false;
  }
  return true;
}

bool looks_like_code(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(static_cast<unsigned char>(c));
         });
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool starts_with(std::string_view text, std::string_view part) {
  return text.substr(0, part.size()) == part;
}

bool ends_with(std::string_view text, std::string_view part) {
  return text.size() >= part.size() && text.substr(text.size() - part.size()) == part;
}

}  // namespace crossfoot
