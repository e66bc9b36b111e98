// An exact printed amount: an integer count of its last printed digit, and how many decimals were
// printed. "394,168,149.93" is {39416814993, 2}; "170" is {170, 0}; the two forms "170" and
// "170.00" are equal in value and differ in precision. Never a double.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crossfoot {

struct Amount {
  std::int64_t units = 0;  // value x 10^decimals
  int decimals = 0;        // digits printed after the point

  // "-39416814993" with 2 decimals -> "-394168149.93": no grouping, all printed decimals.
  std::string to_string() const;
  bool operator==(const Amount&) const = default;
};

// Reads a printed amount: half- and full-width digits and punctuation, `,` `，` groups, a leading
// sign or △, brackets as negative, a trailing %, a leading ¥ £ $. Nil dashes, text and figures
// beyond 18 digits give nothing. White space inside is ignored.
std::optional<Amount> parse_amount(std::string_view text);

}  // namespace crossfoot
