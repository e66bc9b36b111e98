// Enumerators, total words and of-which marks at the head of a label.
//
//     （一）支出合计    -> depth 2, a total
//     其中：外事接待费  -> of which
//     208-社会保障支出  -> key 社会保障支出
//
// Word lists instead of anything learned: the words are few and the law prescribes most of them.
// One misread sign is allowed where a whole label is a two-sign total word, because scans lose
// strokes of 合 and 计 often and no other two-sign label begins or ends so.
#include "reconcile/row_marks.h"

#include <array>

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

bool is_chinese_numeral(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十百〇零").find(c) != std::u32string_view::npos;
}

bool is_mark(char32_t c) { return c == U',' || c == U'.' || c == U':'; }

// The label without a trailing colon and one trailing bracket: "车辆数合计(辆)" -> "车辆数合计".
std::string_view trimmed(std::string_view label) {
  while (!label.empty() && (label.back() == ':' || label.back() == '.' || label.back() == '*')) {
    label.remove_suffix(1);
  }
  if (!label.empty() && label.back() == ')') {
    const std::size_t open = label.rfind('(');
    if (open != std::string_view::npos && open > 0) label = label.substr(0, open);
  }
  return label;
}

template <std::size_t N>
bool ends_with_any(std::string_view label, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (ends_with(label, word)) return true;
  }
  return false;
}

constexpr std::array<std::string_view, 7> kTotals{"合计", "小计", "总计",  "总数",
                                                  "总额", "共计", "总金额"};

}  // namespace

Enumerator split_enumerator(std::string_view folded_label) {
  const std::u32string s = code_points(folded_label);
  const auto rest = [&s](std::size_t from) { return utf8(std::u32string_view(s).substr(from)); };
  if (s.empty()) return {};
  if (s[0] >= U'①' && s[0] <= U'⑳') return {5, rest(1)};
  const bool bracket = s[0] == U'(';
  std::size_t i = bracket ? 1 : 0;
  const std::size_t first = i;
  const bool chinese = i < s.size() && is_chinese_numeral(s[i]);
  while (i < s.size() && (chinese ? is_chinese_numeral(s[i]) : is_digit(s[i]))) ++i;
  const std::size_t length = i - first;
  // Two digits or five numerals (二百三十一) are the longest that enumerate.
  if (length == 0 || length > (chinese ? 5U : 2U) || i >= s.size())
    return {0, std::string(folded_label)};
  if (bracket) {
    if (s[i] != U')') return {0, std::string(folded_label)};
    return {chinese ? 2 : 4, rest(i + 1)};
  }
  const bool number_goes_on = i + 1 < s.size() && is_digit(s[i + 1]);
  if (!is_mark(s[i]) || (!chinese && number_goes_on)) return {0, std::string(folded_label)};
  return {chinese ? 1 : 3, rest(i + 1)};
}

bool is_total_label(std::string_view folded_label) {
  const std::string rest = split_enumerator(folded_label).rest;
  const std::string_view label = trimmed(rest);
  if (is_of_which_label(label)) return false;
  if (ends_with_any(label, kTotals)) return true;
  if (starts_with(label, "total") || ends_with(label, "total") || ends_with(label, "totals")) {
    return true;
  }
  const std::u32string s = code_points(label);
  if (s.size() != 2) return false;
  return s[1] == U'计' || ((s[0] == U'合' || s[0] == U'小') && s[1] != U'同' && s[1] != U'学');
}

bool is_of_which_label(std::string_view folded_label) {
  const std::string rest = split_enumerator(folded_label).rest;
  return starts_with(rest, "其中") || starts_with(rest, "ofwhich") ||
         starts_with(rest, "including") || starts_with(rest, "included");
}

bool is_unit_header(std::string_view folded_label) {
  return contains(folded_label, "计量单位") || contains(folded_label, "度量单位");
}

std::string label_key(std::string_view label) {
  std::string rest = split_enumerator(fold(label)).rest;
  std::u32string s = code_points(rest);
  std::size_t begin = 0, letters = 0;
  while (letters < s.size() &&
         (is_digit(s[letters]) || (s[letters] >= U'a' && s[letters] <= U'z'))) {
    ++letters;
  }
  // A project's number, 51110222T000000270913-…
  if (letters >= 8 && letters < s.size() && s[letters] == U'-' && is_digit(s[0]))
    s.erase(0, letters);
  while (begin < s.size() && is_digit(s[begin])) ++begin;
  // A leading number is a code only where a separator ends it or it is long: 2020年… keeps its
  // year.
  if (begin > 0 && begin < s.size() && (s[begin] == U'-' || begin >= 5)) {
    s.erase(0, begin);
  }
  std::u32string key;
  for (const char32_t c : s) {
    if (c == U'-' || c == U':' || c == U',' || c == U'.' || c == U'"' || c == U'(' || c == U')' ||
        c == U'*' || c == U'[' || c == U']') {
      continue;
    }
    key.push_back(c);
  }
  if (key.starts_with(U"其中")) key.erase(0, 2);
  return utf8(key);
}

}  // namespace crossfoot
