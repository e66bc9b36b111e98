// How many columns of a terminal a text takes: two for an ideograph or a full-width sign, none for
// a combining mark, one for the rest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

// One code point of a text. `bytes` points into the text it was taken from.
struct Glyph {
  std::string_view bytes;
  int columns = 1;
};

// The code points of a UTF-8 text in order. A byte that is no UTF-8 is a glyph of one column.
std::vector<Glyph> glyphs(std::string_view utf8);

int display_width(std::string_view utf8);

// The text with control characters, which would move the cursor or change the terminal, as spaces.
std::string printable(std::string_view utf8);

}  // namespace crossfoot
