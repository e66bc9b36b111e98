// Letters that stand where only digits can, and points and commas in no order. Such a text is taken
// for the amount it looks like only for as long as the sums bear it out; see check.cpp.
#include "reconcile/garbled.h"

#include <algorithm>
#include <utility>

#include "reconcile/amount.h"
#include "reconcile/form_doubts.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

char32_t digit_like(char32_t c) {
  switch (c) {
    case U'o':
    case U'q':
    case U'd':
    case U'〇':
      return U'0';
    case U'l':
    case U'i':
    case U'|':
    case U'!':
    case U'j':
      return U'1';
    case U'z':
      return U'2';
    case U's':
      return U'5';
    case U'b':
      return U'8';
    case U'g':
      return U'9';
    case U':':
    case U';':
    case U'·':
      return U'.';
    case U'"':
    case U'`':
      return U',';
    default:
      return c;
  }
}

bool is_separator(char32_t c) { return c == U'.' || c == U','; }

// Separators that parse_amount refuses, as the digits between them say: the last is the point where
// two digits follow it, all others are commas. "1.234,640.05" -> "1,234,640.05".
void set_separators_in_order(std::u32string& s) {
  std::replace_if(s.begin(), s.end(), is_separator, U',');
  const std::size_t last = s.rfind(U',');
  if (last != std::u32string::npos && last + 3 == s.size()) s[last] = U'.';
}

}  // namespace

std::optional<std::string> ungarbled(std::string_view text) {
  std::u32string s = fold_code_points(text);
  std::size_t digits = 0, letters = 0;
  for (char32_t& c : s) {
    const char32_t read = std::exchange(c, digit_like(c));
    digits += is_digit(read);
    letters += is_digit(c) && !is_digit(read);
  }
  // Dirt before the figure was read as marks.
  s.erase(0, s.find_first_not_of(U".,"));
  if (digits < (letters > 0 ? 2 : 1) || digits * 2 < s.size()) return std::nullopt;
  if (!parse_amount(utf8(s))) {
    set_separators_in_order(s);
    // 2020.12.31 has no groups of three.
    if (!has_sound_form(utf8(s))) return std::nullopt;
  }
  const std::string out = utf8(s);
  if (!parse_amount(out)) return std::nullopt;
  return out;
}

}  // namespace crossfoot
