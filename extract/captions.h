// What stands above a table: its title, its unit.
#pragma once

#include <string>
#include <vector>

#include "extract/text_source.h"

namespace crossfoot {

struct Caption {
  std::string title;  // "" when none was found
  std::string unit;   // "万元" out of "金额单位：万元", "£'000" out of "£'000"; "" when none
};

// lines: text between the table above (or the top of the page) and `table`, top to bottom, pixels.
Caption find_caption(const std::vector<TextLine>& lines, const PixelBox& table);

// "3", "- 3 -", "第3页 共9页", "Page 3 of 9": a line folded as in text_fold.h.
bool is_page_number(std::string folded);

}  // namespace crossfoot
