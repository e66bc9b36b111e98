// How a printed number is built, as a penalty for texts that are built otherwise.
#pragma once

#include <string_view>

namespace crossfoot {

// Natural logarithm, 0 for a text that may stand in a table as it is, negative for one that is rare
// or malformed. text: UTF-8 of the symbols in number_symbols.h. "" costs nothing.
//
//   394,168,149.93  2080505  (152,325)  -3.2%  2021-12-31  —      0
//   375,745,00      ,000.00  (12        (pieces of a wrapped number)   rare
//   1,23,456.00     12.3.4,5  12 00     malformed
double log_prior(std::string_view text);

// True for the last kind.
bool is_malformed(std::string_view text);

}  // namespace crossfoot
