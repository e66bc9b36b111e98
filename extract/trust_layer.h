#pragma once

#include <vector>

#include "extract/clean_page.h"
#include "extract/document.h"

namespace crossfoot {

// True when the words are the text that is printed on the page: they map to real characters, and
// nearly all glyph-sized ink of the page lies inside their boxes.
bool is_trustworthy(const std::vector<Word>& words, const CleanPage& page);

}  // namespace crossfoot
