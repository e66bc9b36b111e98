// The symbols of the number network, in the order of its classes. tools/train_numbers/symbols.py has
// the same list; a test compares both with the model.
#pragma once

#include <array>
#include <string_view>

namespace crossfoot {

// Class 0 is CTC's blank, class i + 1 the symbol i.
inline constexpr std::array<std::string_view, 31> kNumberSymbols = {
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ",", ".", "-", "—", "(", ")", "%",
    "¥", "£", "$", "€", "+", "/", "≥", "≤", ">", "<", "=", "△", " ", "#"};

// One or more glyphs that are none of the others: the line is not a number, or not only.
inline constexpr std::string_view kForeign = "#";

inline bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

inline bool is_lone_digit(std::string_view text) {
  return text.size() == 1 && text[0] >= '0' && text[0] <= '9';
}

}  // namespace crossfoot
