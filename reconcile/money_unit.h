// The power of ten that a printed unit stands for.
#pragma once

#include <optional>
#include <string_view>

namespace crossfoot {

// "万元" -> 4, "单位：元" -> 0, "£'000" -> 3, "$m" -> 6. Nothing when no money unit is named.
std::optional<int> money_unit_exp(std::string_view text);

}  // namespace crossfoot
