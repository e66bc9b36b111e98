// Reads and writes exact printed amounts.
//
// "（１，２３４.50）" -> units -123450, decimals 2. Nothing is rounded and nothing passes through a
// floating type: what was printed is what is kept, trailing zeros included, because the last
// printed digit sets the tolerance of every relation the figure stands in.
//
// Grouping is not enforced: disclosures do print "394,17", and a recogniser loses or moves a comma
// far more often than it invents a digit. A comma after the point, two points or two signs are not
// an amount.
#include "reconcile/amount.h"

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr int kMaxDigits = 18;  // what fits an int64 with any digits

bool is_currency(char32_t c) { return c == U'$' || c == U'£' || c == U'¥' || c == U'€'; }

bool is_minus(char32_t c) { return c == U'-' || c == U'△' || c == U'▲'; }

}  // namespace

std::string Amount::to_string() const {
  const bool negative = units < 0;
  std::uint64_t magnitude =
      negative ? ~static_cast<std::uint64_t>(units) + 1 : static_cast<std::uint64_t>(units);
  std::string digits = std::to_string(magnitude);
  if (decimals > 0) {
    if (static_cast<int>(digits.size()) <= decimals) {
      digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - static_cast<std::size_t>(decimals), 1, '.');
  }
  if (negative) digits.insert(0, 1, '-');
  return digits;
}

std::optional<Amount> parse_amount(std::string_view text) {
  std::u32string s = fold_code_points(text);
  std::size_t begin = 0;
  std::size_t end = s.size();
  bool negative = false;
  bool signed_once = false;
  int brackets = 0;
  // Signs, brackets and currency marks may stand in any order before the first digit: -£(3), £-3.
  for (; begin < end; ++begin) {
    if (is_minus(s[begin]) || s[begin] == U'+') {
      if (signed_once) return std::nullopt;
      signed_once = true;
      negative = negative || s[begin] != U'+';
    } else if (s[begin] == U'(' && brackets == 0) {
      brackets = 1;
    } else if (!is_currency(s[begin])) {
      break;
    }
  }
  if (begin < end && s[end - 1] == U'%') --end;
  if (brackets == 1) {
    if (begin >= end || s[end - 1] != U')') return std::nullopt;
    --end;
    negative = true;
    if (begin < end && s[end - 1] == U'%') --end;
  }
  Amount amount;
  int digits = 0;
  bool point = false;
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t c = s[i];
    if (c >= U'0' && c <= U'9') {
      if (++digits > kMaxDigits) return std::nullopt;
      amount.units = amount.units * 10 + static_cast<std::int64_t>(c - U'0');
      if (point) ++amount.decimals;
    } else if (c == U'.' && !point && digits > 0) {
      point = true;
    } else if (c != U',' || point || digits == 0) {
      return std::nullopt;
    }
  }
  if (digits == 0 || s[end - 1] == U',' || s[end - 1] == U'.') return std::nullopt;
  if (negative) amount.units = -amount.units;
  return amount;
}

}  // namespace crossfoot
