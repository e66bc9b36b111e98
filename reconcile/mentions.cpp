// Reads amounts out of running text.
//
//     公用经费38.02万元，比2022年预算增加4.92万元，增长14.87%。主要原因是人员增加。
//     level 38.02 万元 · change +4.92 万元 · growth +14.87 %
//
// A figure counts when a money unit or % follows it. Its role comes from the words between the
// figure before and itself: 占 makes a share, 增长 and 下降 a growth, 增加 and 减少 a change, else
// it is a level. A comma among digits is read as a group whatever the count (the sources print
// 394,17).
//
// Fails on spelled-out numbers and on figures whose unit stands only once for several.
#include "reconcile/mentions.h"

#include <algorithm>

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

struct Sign {
  char32_t c = 0;
  int begin = 0, end = 0;  // bytes in the text
};

std::vector<Sign> signs_of(const std::string& text) {
  std::vector<Sign> signs;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const std::u32string folded = fold_code_points(std::string_view(text).substr(i, end - i));
    if (!folded.empty()) signs.push_back({folded[0], static_cast<int>(i), static_cast<int>(end)});
    i = end;
  }
  return signs;
}

// The unit at a place: its power of ten and length in signs; 0 signs where none stands. % is -1.
struct Unit {
  int exp = 0;
  std::size_t length = 0;
  bool percent = false;
};

Unit unit_at(const std::vector<Sign>& signs, std::size_t at) {
  const auto is = [&](std::size_t k, char32_t c) {
    return at + k < signs.size() && signs[at + k].c == c;
  };
  if (is(0, U'%')) return {0, 1, true};
  Unit unit;
  if (is(0, U'万') && is(1, U'元'))
    unit = {4, 2, false};
  else if (is(0, U'亿') && is(1, U'元'))
    unit = {8, 2, false};
  else if (is(0, U'千') && is(1, U'元'))
    unit = {3, 2, false};
  else if (is(0, U'元'))
    unit = {0, 1, false};
  // A price: 550元/人.
  if (unit.length > 0 && at + unit.length < signs.size() && signs[at + unit.length].c == U'/')
    return {};
  return unit;
}

std::string words(const std::vector<Sign>& signs, std::size_t begin, std::size_t end) {
  std::u32string out;
  for (std::size_t i = begin; i < end; ++i) out.push_back(signs[i].c);
  return utf8(out);
}

// The last of the given words in a label, as its byte place; npos without any.
std::size_t last_of(const std::string& label, std::initializer_list<const char*> list) {
  std::size_t best = std::string::npos;
  for (const char* word : list) {
    const std::size_t at = label.rfind(word);
    if (at != std::string::npos && (best == std::string::npos || at > best)) best = at;
  }
  return best;
}

void set_role(Mention& mention, bool percent) {
  const std::string& label = mention.label;
  const std::size_t down = last_of(label, {"减少", "下降", "减", "降低", "节约", "少支出"});
  const std::size_t up = last_of(label, {"增加", "增长", "上升", "增"});
  mention.sign = down != std::string::npos && (up == std::string::npos || down > up) ? -1 : 1;
  const bool changes = down != std::string::npos || up != std::string::npos;
  if (percent) {
    mention.role = changes ? Role::growth : Role::share;
  } else {
    mention.role = changes ? Role::change : Role::level;
  }
}

}  // namespace

std::vector<Mention> mentions_in(const std::string& text, int paragraph) {
  const std::vector<Sign> signs = signs_of(text);
  std::vector<Mention> mentions;
  std::size_t label_begin = 0;
  int sentence = 0;
  bool reason = false, of_which = false, colon = false;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    if (signs[i].c == U'.' && (i + 1 == signs.size() || !is_digit(signs[i + 1].c))) {
      ++sentence;  // 。 folds to a point
      reason = false;
      label_begin = i + 1;
      continue;
    }
    if (signs[i].c == U':') colon = true;
    if (signs[i].c == U'其' && i + 1 < signs.size() && signs[i + 1].c == U'中') {
      of_which = true;
      reason = false;
    }
    if (signs[i].c == U'主' && i + 2 < signs.size() && signs[i + 1].c == U'要') reason = true;
    // 较 比 与 open a comparison and close the reason given for the one before.
    const bool compares = signs[i].c == U'较' || signs[i].c == U'比' || signs[i].c == U'与';
    if (compares && i > 0 && (signs[i - 1].c == U',' || signs[i - 1].c == U';')) reason = false;
    if (!is_digit(signs[i].c)) continue;
    std::size_t end = i;
    while (end < signs.size() &&
           (is_digit(signs[end].c) || ((signs[end].c == U',' || signs[end].c == U'.') &&
                                       end + 1 < signs.size() && is_digit(signs[end + 1].c)))) {
      ++end;
    }
    const Unit unit = unit_at(signs, end);
    const auto amount = parse_amount(words(signs, i, end));
    if (unit.length > 0 && amount) {
      Mention mention;
      mention.where = {paragraph, signs[i].begin, signs[end - 1].end};
      mention.quantity = {*amount, unit.percent ? 0 : unit.exp, 0};
      mention.label = words(signs, label_begin, i);
      mention.sentence = sentence;
      mention.in_reason = reason;
      mention.after_of_which = of_which;
      mention.after_colon = colon;
      set_role(mention, unit.percent);
      if (mention.role == Role::level && !reason) of_which = colon = false;
      mentions.push_back(std::move(mention));
      label_begin = end + unit.length;
      end += unit.length;
    }
    i = end - 1;
  }
  return mentions;
}

}  // namespace crossfoot
