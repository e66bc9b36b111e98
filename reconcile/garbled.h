// Figures in which a recogniser read letters for digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossfoot {

// "l0,00O.5S" -> "10,000.55": the text with each look-alike letter as its digit, where that makes
// it an amount and at least half of it was digits; nothing for other texts. Marks before it go:
// ",\"000" -> "000".
std::optional<std::string> ungarbled(std::string_view text);

}  // namespace crossfoot
