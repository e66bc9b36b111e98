// Makes printed text comparable: the same label in two tables, a total word with spaces inside, a
// figure in full-width digits all fold to one form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

// UTF-8 to code points; a byte that is not UTF-8 becomes U+FFFD. O(n).
std::u32string code_points(std::string_view utf8);
std::string utf8(std::u32string_view points);

// The bytes of each code point; stray continuation bytes stay with what is before them. O(n).
std::vector<std::string> characters(std::string_view utf8);

// Folds for comparison: full-width forms to ASCII, white space removed, the several dashes to `-`,
// quotes to `"`, `、` to `,`, `。` to `.`, Latin letters to lower case. "收 入 总 计：" ->
// "收入总计:".
std::u32string fold_code_points(std::string_view text);
std::string fold(std::string_view text);

inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Three ASCII digits or more and nothing else: what a code looks like.
bool looks_like_code(std::string_view text);

// True for a cell that says "nothing here": empty, or only dashes.
bool is_nil(std::string_view text);

bool contains(std::string_view text, std::string_view part);
bool starts_with(std::string_view text, std::string_view part);
bool ends_with(std::string_view text, std::string_view part);

}  // namespace crossfoot
