// A prior over number texts, so that of two readings that look alike the well-formed one wins.
//
//   network: "1.234,567.00" 55 %, "1,234,567.00" 44 %   ->  the second, by a factor of 50
//
// Commas and points are the smallest glyphs on the page and the ones that specks resemble, while
// their places are nearly fixed. The prior is mild on purpose (a factor of 50, not a veto): a
// disclosure may print 12,34 because someone typed it, and then that is what must be read. What a
// column or a table makes likely is none of its business; that is arithmetic, which comes later.
//
// A text is split at blanks; each token is a frame (sign, brackets, currency, comparison, percent)
// around a body (groups of three, plain digits, dates and ranges, nil dashes).
#include "ocr/number_grammar.h"

#include <array>
#include <string>
#include <vector>

#include "ocr/number_symbols.h"

namespace crossfoot {
namespace {

constexpr double kMalformed = -4.0;  // 1 in 50
constexpr double kManyPoints = -7.0;  // "8.949.508.09": commas whose tails were lost, 1 in 1 000
constexpr double kFragment = -1.5;   // a wrapped number's first or second line: 1 in 5
// "245.302": thousands whose comma lost its tail. Of 278 such figures in tables at hand, of British
// accounts, European statistics and Chinese budgets, 19 had three decimals; of 151 with a comma before,
// none.
constexpr double kThreeDecimals = -2.0;
constexpr double kOdd = -0.7;        // well-formed, of a form that is seldom printed

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool take_back(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return true;
}

// 2021-12-31, 2021.12, 31/12/2021, 2020-2021, 3.2.1: two to four runs of one, two or four digits and
// one kind of mark. Runs of three are groups whose commas were taken for points.
bool is_date_or_outline(std::string_view body) {
  for (const char mark : {'-', '.', '/'}) {
    if (body.find(mark) == std::string_view::npos) continue;
    const auto parts = split(body, mark);
    if (parts.size() > 4) return false;
    for (const std::string_view part : parts) {
      if (part.empty() || part.size() == 3 || part.size() > 4 || !all_digits(part)) return false;
    }
    return true;
  }
  return false;
}

// 1,234,567.89 and 1234567.89. "000" is 0.00 without its point.
double amount_prior(std::string_view body) {
  if (!has_digit(body)) return kMalformed;
  if (body.size() > 2 && body.find_first_not_of('0') == std::string_view::npos) return kMalformed;
  const auto halves = split(body, '.');
  if (halves.size() > 2) return is_date_or_outline(body) ? kOdd : kManyPoints;
  if (halves.size() == 2 && !all_digits(halves[1])) return kMalformed;  // a comma after the point
  const auto groups = split(halves[0], ',');
  double prior = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!all_digits(groups[i])) return kMalformed;
    const bool first = i == 0, last = i + 1 == groups.size();
    if (groups.size() > 1) {
      const bool fits = first ? groups[i].size() >= 1 && groups[i].size() <= 3
                              : groups[i].size() == 3;
      if (fits) continue;
      const bool wrapped = (first && groups[i].empty()) ||
                           (last && groups[i].size() < 3 && halves.size() == 1);
      if (!wrapped) return kMalformed;
      prior = kFragment;
    } else if (groups[i].empty()) {
      return halves.size() == 2 && !halves[1].empty() ? kFragment : kMalformed;  // ".00"
    }
  }
  if (groups.size() > 1 && groups[0].starts_with('0')) return kMalformed;
  if (halves.size() == 2 && halves[1].empty()) return kFragment;  // "12."
  if (halves.size() == 2 && halves[0].size() > 1 && halves[0][0] == '0') prior += kOdd;  // "00.5"
  return prior;
}

// 245.302 and 6,722.539, but not 0.302 nor 1245.302: what is well-formed with a comma for the point.
bool may_be_thousands(std::string_view body) {
  const std::size_t point = body.find('.');
  if (point == std::string_view::npos || body.size() != point + 4) return false;
  std::string with_comma(body);
  with_comma[point] = ',';
  return amount_prior(with_comma) == 0;
}

double token_prior(std::string_view token) {
  for (const std::string_view nil : {"—", "——", "-", "--", "/", "%", "△", "="}) {
    if (token == nil) return 0;
  }
  for (const std::string_view mark : {"≥", "≤", ">", "<", "="}) {
    if (take(token, mark)) break;
  }
  double prior = 0;
  const bool signed_outside = take(token, "-") || take(token, "+") || take(token, "△");
  const bool opened = take(token, "(");
  const bool closed = take_back(token, ")");
  if (opened != closed) prior += kFragment;
  if (signed_outside && (opened || closed)) prior += kMalformed;  // brackets are a sign themselves
  if (opened && !signed_outside) take(token, "-");
  for (const std::string_view currency : {"¥", "£", "$", "€"}) {
    if (take(token, currency)) break;
  }
  if (!signed_outside && !opened) take(token, "-");
  const bool percent = take_back(token, "%");
  if (token.empty()) return prior + (percent || opened ? kOdd : kMalformed);
  if (const std::size_t range = token.find("%-"); range != std::string_view::npos) {
    return prior + kOdd + amount_prior(token.substr(0, range)) +
           amount_prior(token.substr(range + 2));
  }
  if (token.find_first_not_of("0123456789,.") != std::string_view::npos) {
    return prior + (is_date_or_outline(token) ? 0 : kMalformed);
  }
  if (!percent && may_be_thousands(token)) prior += kThreeDecimals;
  return prior + amount_prior(token);
}

// A blank followed by two digits at the end, after a digit: where the decimal point would be.
bool has_lost_point(std::string_view text) {
  take_back(text, ")");
  const std::size_t n = text.size();
  return n >= 4 && is_digit(text[n - 1]) && is_digit(text[n - 2]) && text[n - 3] == ' ' &&
         is_digit(text[n - 4]);
}

}  // namespace

double log_prior(std::string_view text) {
  double prior = 0;
  int tokens = 0;
  for (const std::string_view token : split(text, ' ')) {
    if (token.empty()) continue;
    prior += token_prior(token);
    ++tokens;
  }
  // Several numbers on one line are seldom, and "10,000,000 00" is one whose point was lost.
  if (tokens > 1) prior += (tokens - 1) * kOdd;
  return has_lost_point(text) ? prior + kMalformed : prior;
}

bool is_malformed(std::string_view text) { return log_prior(text) <= kMalformed; }

}  // namespace crossfoot
