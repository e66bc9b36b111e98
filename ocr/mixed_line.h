// Figures inside lines of text, from the reader that reads figures better.
#pragma once

#include <string>

namespace crossfoot {

// `text`, with its runs of digits replaced by those of `network` where both see the line built the
// same: text "2O20年1月" / network "2020#1#" gives "2020年1月". network: symbols of
// number_symbols.h with kForeign for each run of other glyphs. Unchanged where they differ in build.
std::string with_figures_of(const std::string& network, const std::string& text);

}  // namespace crossfoot
