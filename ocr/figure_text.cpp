#include "ocr/figure_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kAsPrinted = {{
    {"〈", "（"}, {"〉", "）"}, {"﹣", "-"}, {"−", "-"},
}};

// U+FF10..FF19 and U+FF21..FF5A to ASCII: figures and letters are the same glyphs, wider.
std::string narrow(const std::string& point) {
  if (point.size() == 3 && point[0] == '\xEF' && (point[1] == '\xBC' || point[1] == '\xBD')) {
    const int low = (static_cast<unsigned char>(point[1]) - 0xBC) * 64 +
                    static_cast<unsigned char>(point[2]) - 0x80;
    const char ascii = static_cast<char>(low + 0x20);
    if ((ascii >= '0' && ascii <= '9') || (ascii >= 'A' && ascii <= 'Z') ||
        (ascii >= 'a' && ascii <= 'z')) {
      return {ascii};
    }
  }
  for (const auto& [read, printed] : kAsPrinted) {
    if (point == read) return std::string(printed);
  }
  return point;
}

// Brackets come in pairs. The text model reads （ as 《 or 〈 far more often than it invents a ）: a
// closing bracket says what its opening one was.
void pair_brackets(std::vector<std::string>& points) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::string& point = points[i];
    if (point == "（" || point == "(" || point == "《") {
      open.push_back(i);
    } else if (point == "》") {
      if (!open.empty() && points[open.back()] == "《") open.pop_back();
    } else if ((point == "）" || point == ")") && !open.empty()) {
      if (points[open.back()] == "《") points[open.back()] = point == ")" ? "(" : "（";
      open.pop_back();
    }
  }
}

// 〔〕 hold the year in the number of an official letter (〔2019〕19号, GB/T 9704), where the text model
// also says 【】; elsewhere they are round brackets misread.
void settle_tortoise_brackets(std::vector<std::string>& points) {
  const auto is_digit = [](const std::string& p) { return p[0] >= '0' && p[0] <= '9'; };
  constexpr std::size_t kYear = 5;  // from the opening to the closing bracket
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool opens = points[i] == "〔" || points[i] == "【";
    const std::size_t end = i + kYear;
    const bool holds_year =
        opens && end < points.size() && (points[end] == "〕" || points[end] == "】") &&
        std::all_of(&points[i + 1], &points[end], is_digit);
    if (holds_year) {
      points[i] = "〔";
      points[end] = "〕";
      i = end;
    } else if (points[i] == "〔") {
      points[i] = "（";
    } else if (points[i] == "〕") {
      points[i] = "）";
    }
  }
}

// One bracket that was read twice, wide and narrow: （(.
void drop_doubled_brackets(std::vector<std::string>& points) {
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const bool opens = points[i] == "（" && points[i + 1] == "(";
    const bool closes = points[i] == ")" && points[i + 1] == "）";
    if (opens || closes) points.erase(points.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

bool is_wide(const std::string& point) { return point.size() >= 3; }

}  // namespace

std::string normalized(const std::string& text) {
  std::vector<std::string> points = characters(text);
  for (std::string& point : points) point = narrow(point);
  settle_tortoise_brackets(points);
  pair_brackets(points);
  drop_doubled_brackets(points);
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i] == "\n") continue;
    if (points[i] == " ") {
      const bool beside_wide = out.empty() || i + 1 >= points.size() || is_wide(points[i - 1]) ||
                               is_wide(points[i + 1]) || points[i + 1] == "\n";
      if (beside_wide) continue;
    }
    out += points[i];
  }
  return out;
}

bool looks_like_figure(const std::string& text) {
  // What readers of text make of digits and points.
  constexpr std::string_view kConfused = "oOQDlLIiSsBbZzgGqTtJ|!/:;'\"`~_=<>[]{}*";
  int figures = 0, confused = 0, others = 0;
  for (const std::string& point : characters(text)) {
    if (point == " ") continue;
    const bool ascii = point.size() == 1;
    if (ascii && (point[0] >= '0' && point[0] <= '9')) {
      ++figures;
    } else if ((ascii && std::string_view(",.()-%").find(point[0]) != std::string_view::npos) ||
               point == "，" || point == "。" || point == "（" || point == "）" || point == "、" ||
               point == "·" || point == "—" || point == "％") {
      // Stands in figures as well as in text.
    } else if (ascii && kConfused.find(point[0]) != std::string_view::npos) {
      ++confused;
    } else {
      ++others;
    }
  }
  return figures > 0 && others == 0 && confused <= figures;
}

}  // namespace crossfoot
