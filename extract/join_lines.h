#pragma once

#include <string>
#include <vector>

namespace crossfoot {

// The logical text of printed lines: a number broken over lines is one number, CJK text is joined
// with nothing between, Latin words with one space. Leading and trailing blanks go.
std::string join_lines(const std::vector<std::string>& lines);

// Can this be one whole printed figure or a piece of one: digits, with group separators, a point,
// brackets, a sign, a percent sign?
bool is_figure_piece(const std::string& text);

}  // namespace crossfoot
