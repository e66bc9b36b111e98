// The form in which two readings of a text count as the same, and the value of a number in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossfoot {

// Code points after NFKC, without white space, the several dashes, quotes and brackets of Chinese
// and Latin typesetting as one: "（１） 收 入" -> "(1)收入". Letters keep their case.
std::u32string comparable(std::string_view utf8);

// The value of a printed number in comparable text, in one canonical form: "(1,234.50)" and
// "-1234.5" -> "-1234.5", "100%" -> "100". Codes such as 2080505 are numbers too. Nothing for what
// is no number.
std::optional<std::string> number_in(std::u32string_view comparable_text);

}  // namespace crossfoot
