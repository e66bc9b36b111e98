// What a printed figure looks like as text, whoever read it.
#pragma once

#include <string>

namespace crossfoot {

// Half-width digits and letters for full-width ones; brackets as printed, in pairs; blanks beside CJK
// characters removed.
std::string normalized(const std::string& text);

// Whether a byte of UTF-8 begins a character from U+3000 on: Chinese or its punctuation.
inline bool begins_cjk(char byte) { return static_cast<unsigned char>(byte) >= 0xE3; }

// Mostly digits and what stands between them, so worth a reader made for figures.
bool looks_like_figure(const std::string& text);

}  // namespace crossfoot
