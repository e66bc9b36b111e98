// A line such as "2080505机关事业单位" or "比上年增加1,234.56万元" is text with figures in it. A text model
// reads it as a whole, because splitting the image at the figures costs a second call and loses the
// context that makes the text model good; but it misreads one digit in a hundred, ten times as many
// as the number network, which read the same line as "2080505#" and "#1,234.56#".
//
// Both are cut into runs, figures (digits and what stands between digits) and the rest. Where both
// have the same sequence of kinds of runs, the network's figures stand in, and so do runs of signs
// that the network knows every glyph of: the text model reads a lone ≥ as 之. Where they have not, for
// instance because the text model took an l for a 1, nothing is touched: better one reading as it is
// than a mixture of two that disagree on where the figures are.
#include "ocr/mixed_line.h"

#include <string_view>
#include <vector>

#include "ocr/number_symbols.h"

namespace crossfoot {
namespace {

struct Run {
  bool figure = false;
  std::string text;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool joins_digits(char c) { return c == ',' || c == '.'; }

// Digits, with single commas and points between digits; everything else is the other kind. Blanks
// belong to neither and are kept with the run before them.
std::vector<Run> runs_of(const std::string& text) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool joins = joins_digits(c) && i > 0 && is_digit(text[i - 1]) && i + 1 < text.size() &&
                       is_digit(text[i + 1]);
    const bool figure = is_digit(c) || joins;
    const bool starts = runs.empty() || (runs.back().figure != figure && c != ' ');
    if (starts) runs.push_back({figure, ""});
    runs.back().text += c;
  }
  return runs;
}

std::string_view trimmed(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// A comparison, which no punctuation of text resembles.
bool is_sign(std::string_view run) {
  run = trimmed(run);
  return run == "≥" || run == "≤" || run == ">" || run == "<" || run == "=";
}

}  // namespace

std::string with_figures_of(const std::string& network, const std::string& text) {
  const std::vector<Run> theirs = runs_of(network);
  std::vector<Run> runs = runs_of(text);
  if (theirs.size() != runs.size()) return text;
  std::string changed;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (theirs[i].figure != runs[i].figure) return text;
    if (runs[i].figure || is_sign(theirs[i].text)) {
      const std::string_view own = runs[i].text;
      changed += trimmed(theirs[i].text);
      changed += own.substr(trimmed(own).size());
    } else {
      changed += runs[i].text;
    }
  }
  return changed;
}

}  // namespace crossfoot
