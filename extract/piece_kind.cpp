// A grammar in the smallest sense: the characters of a piece, folded to their half-width forms, are
// counted by class. A recogniser confuses letters and digits, so a figure may hold one letter in five.
#include "extract/piece_kind.h"

#include <array>
#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace crossfoot {
namespace {

// Typographic forms and what they stand for. Dashes of every length are one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 28> kFolded{{
    {"（", "("}, {"）", ")"}, {"，", ","}, {"．", "."}, {"％", "%"}, {"：", ":"}, {"－", "-"},
    {"—", "-"},  {"–", "-"},  {"−", "-"},  {"‐", "-"},  {"‑", "-"},  {"―", "-"},  {"△", "-"},
    {"…", ".."}, {"·", "."},  {"£", "$"},  {"€", "$"},  {"¥", "$"},  {"￥", "$"}, {"’", "'"},
    {"‘", "'"},  {"†", "*"},  {"•", "*"},  {"≥", ">"},  {"≤", "<"},  {"＝", "="},  {"≈", "~"},
}};

std::string folded(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto found = std::find_if(kFolded.begin(), kFolded.end(), [&](const auto& form) {
      return text.compare(i, form.first.size(), form.first) == 0;
    });
    if (found != kFolded.end()) {
      out += found->second;
      i += found->first.size();
      continue;
    }
    const unsigned char c = static_cast<unsigned char>(text[i++]);
    if (c >= 0x80 || std::isspace(c) == 0) out += static_cast<char>(std::tolower(c));
  }
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_year(std::string_view text) {
  const auto four = [](std::string_view t) {
    return t.size() >= 4 && (t.substr(0, 2) == "19" || t.substr(0, 2) == "20") && is_digit(t[2]) &&
           is_digit(t[3]);
  };
  if (!four(text)) return false;
  // 2019, 2019*, 2019/20, 2019-2020, 2019年
  const std::string_view rest = text.substr(4);
  if (rest.empty() || rest == "*" || rest == "年" || rest == "年度") return true;
  if (rest.size() < 2 || (rest[0] != '/' && rest[0] != '-')) return false;
  return std::all_of(rest.begin() + 1, rest.end(), is_digit) && rest.size() <= 5;
}

bool is_nil(std::string_view text) {
  if (text == "nil" || text == "n/a" || text == "n.a." || text == "n.a" || text == "na" ||
      text == "..") {
    return true;
  }
  return text.size() <= 3 && std::all_of(text.begin(), text.end(), [](char c) { return c == '-'; });
}

bool is_unit(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kUnits{
      "$", "%", "$'000", "$000", "$000s", "$m", "$million", "$bn", "000", "'000", "元", "万元",
      "(%)", "$'m"};
  if (std::find(kUnits.begin(), kUnits.end(), text) != kUnits.end()) return true;
  // £000 with a zero lost, £'OOO: a currency sign and nothing but noughts.
  return text.size() > 1 && text.front() == '$' &&
         text.find_first_not_of("0o'", 1) == std::string_view::npos;
}

bool is_mark(std::string_view text) {
  if (text.empty()) return true;
  if (std::all_of(text.begin(), text.end(), [](char c) { return c == '*' || c == '.'; })) return true;
  if (text == "o" || text == "■" || text == "●" || text == "" || text == "▪") return true;
  // (1)  1.  a)  iv.  (a)
  const bool closed = text.back() == ')' || text.back() == '.';
  const std::string_view core =
      text.substr(text.front() == '(' ? 1 : 0,
                  text.size() - (text.front() == '(' ? 1 : 0) - (closed ? 1 : 0));
  if (!closed || core.empty() || core.size() > 3) return false;
  const bool roman = std::all_of(core.begin(), core.end(), [](char c) {
    return c == 'i' || c == 'v' || c == 'x';
  });
  const bool letter = core.size() == 1 && std::isalpha(static_cast<unsigned char>(core[0])) != 0;
  const bool number = text.back() == '.' && text.front() != '(' && core.size() <= 2 &&
                      std::all_of(core.begin(), core.end(), is_digit);
  return roman || letter || number;
}

// Digits with what may stand in and around a figure; at most a fifth anything else.
bool is_number(std::string_view text) {
  std::size_t digits = 0, punctuation = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      ++digits;
    } else if (std::string_view(",.()%-+$*'<>/:=~").find(c) != std::string_view::npos) {
      ++punctuation;
    }
  }
  const std::size_t other = text.size() - digits - punctuation;
  return digits > 0 && 5 * other <= digits + other && punctuation <= digits + 3;
}

}  // namespace

int printed_length(const std::string& text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte & 0xC0) != 0x80 && (byte >= 0x80 || std::isspace(byte) == 0);
  }));
}

PieceKind piece_kind(const std::string& text) {
  const std::string plain = folded(text);
  if (is_year(plain)) return PieceKind::year;
  if (!plain.empty() && is_nil(plain)) return PieceKind::nil;
  if (is_unit(plain)) return PieceKind::unit;
  if (is_mark(plain)) return PieceKind::mark;
  if (is_number(plain)) return PieceKind::figure;
  return PieceKind::text;
}

}  // namespace crossfoot
