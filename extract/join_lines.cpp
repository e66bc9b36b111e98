// Joining wrapped lines.
//
//   375,745,00 | 0.00          -> 375,745,000.00     both lines are pieces of one figure
//   政府性基金预 | 算拨款收入    -> 政府性基金预算拨款收入
//   Trade and | other debtors  -> Trade and other debtors
//   2019 | 2018                -> 2019 2018          two whole figures are not one number
//
// Two lines of digits are one figure when the first cannot stand alone (its last group is short, it
// ends in a separator or point, a bracket stays open), or when the second begins with a separator or
// point. Digits under a longer code are its end, for which its column was too narrow. Inside
// CJK text, where no space separates a number from the next one, digits are always one number.
#include "extract/join_lines.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace crossfoot {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string trimmed(const std::string& text) {
  const auto blank = [](unsigned char c) { return c < 0x80 && std::isspace(c) != 0; };
  const auto begin = std::find_if_not(text.begin(), text.end(), blank);
  const auto end = std::find_if_not(text.rbegin(), text.rend(), blank).base();
  return begin < end ? std::string(begin, end) : std::string();
}

// A figure that could stand alone: groups of three, a point with digits behind it or none.
bool is_whole_figure(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (point != std::string_view::npos && text.size() - point - 1 < 2) return false;
  const std::size_t comma = whole.rfind(',');
  if (comma != std::string_view::npos && whole.size() - comma - 1 != 3) return false;
  const auto open = std::count(text.begin(), text.end(), '(');
  return open == std::count(text.begin(), text.end(), ')');
}

bool belongs_to_one_figure(const std::string& above, const std::string& below) {
  if (!is_figure_piece(above) || !is_figure_piece(below)) return false;
  if (!is_whole_figure(above) || !is_digit(below.front())) return below.front() != '(';
  // "20805" over "05": a code. "2019" over "2018", "1,250" over "3,400": two figures.
  const bool plain = above.find_first_of(",.%)") == std::string::npos &&
                     below.find_first_of(",.%)") == std::string::npos;
  return plain && below.size() < above.size();
}

// "50015200024P000" over "093". Shorter ones fit their columns, and FY2019 over 2018 are two.
bool is_long_code(std::string_view text) {
  constexpr std::size_t kShortest = 10;
  const auto n_digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z');
  });
  return plain && text.size() >= kShortest && 2 * n_digits > text.size() && is_digit(text.back());
}

bool continues_code(const std::string& above, const std::string& below) {
  return is_long_code(above) && below.size() < above.size() &&
         std::all_of(below.begin(), below.end(), is_digit);
}

bool is_latin(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && std::isspace(byte) == 0;
}

bool breaks_number_in_cjk(const std::string& above, const std::string& below) {
  const bool cjk = std::any_of(above.begin(), above.end(),
                               [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return cjk && is_digit(above.back()) && is_digit(below.front());
}

}  // namespace

bool is_figure_piece(const std::string& text) {
  const bool characters = std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || std::string_view(",.()-%").find(c) != std::string_view::npos;
  });
  return characters && std::any_of(text.begin(), text.end(), is_digit);
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string joined;
  for (const std::string& raw : lines) {
    const std::string line = trimmed(raw);
    if (line.empty()) continue;
    if (joined.empty()) {
      joined = line;
      continue;
    }
    // Between two Latin words a space; CJK on either side needs none. A hyphen stays as printed.
    const bool words = is_latin(joined.back()) && is_latin(line.front());
    if (words && !belongs_to_one_figure(joined, line) && !continues_code(joined, line) &&
        !breaks_number_in_cjk(joined, line)) {
      joined += ' ';
    }
    joined += line;
  }
  return joined;
}

}  // namespace crossfoot
