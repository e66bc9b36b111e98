// What the form of a cell betrays.
//
//     10,000,000 00                    a lost point
//     52,19 FL-汪于              in a column of figures
//     2101102“事业单位医疗        in a column of codes
//     支出总计 | 394,168,149.93   a label with a figure at its end: two cells read as one
//
// A recogniser may be sure of such a text and two cells may even agree in it (a code and its only
// part, both with the point lost), so that neither confidence nor a sum finds it. Costs nothing
// where it is wrong but a second look. Linear in the cells.
#include "reconcile/form_doubts.h"

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Share of a column's texts that must be amounts for another text to be out of place.
constexpr int kFiguresPerText = 3;
// Below this a text in a column of figures is rather a misread figure than a word.
constexpr double kSurelyWords = 0.9;

int digits_in(const std::string& text) {
  int digits = 0;
  for (const char c : text) digits += c >= '0' && c <= '9';
  return digits;
}

// Groups of three after every comma: "(1,234.50)" yes, "394,17" no.
bool groups_are_sound(const std::u32string& s) {
  std::size_t end = s.find(U'.');
  if (end == std::u32string::npos) end = s.size();
  while (end > 0 && !is_digit(s[end - 1])) --end;
  int run = 0;
  bool grouped = false;
  for (std::size_t i = end; i-- > 0;) {
    if (is_digit(s[i])) {
      ++run;
    } else if (s[i] == U',') {
      if (run != 3) return false;
      run = 0;
      grouped = true;
    }
  }
  return !grouped || (run >= 1 && run <= 3);
}

// A label with an amount at its end: behind the bar between two cells ("差旅费 |  7.37"), or a
// grouped one in a cell over several columns.
bool ends_with_figure(const Cell& cell) {
  const std::string& text = cell.text;
  const std::size_t begin = text.find_last_of(" |");
  if (begin == std::string::npos || !parse_amount(text.substr(begin + 1))) return false;
  const std::size_t gap = text.find_last_not_of(" |", begin) + 1;
  return contains(text.substr(gap, begin + 1 - gap), "|") ||
         (cell.col_span > 1 && contains(text.substr(begin), ","));
}

}  // namespace

bool has_sound_form(std::string_view text) {
  if (!parse_amount(text)) return true;
  const std::u32string raw = code_points(text);
  bool gap = false, after_digit = false;
  for (const char32_t c : raw) {
    if (c == U' ' || c == 0xA0 || c == 0x3000) {
      gap = after_digit;
    } else {
      if (gap && is_digit(c)) return false;
      gap = false;
      after_digit = is_digit(c);
    }
  }
  return groups_are_sound(fold_code_points(text));
}

std::optional<std::string> with_lost_point(std::string_view text) {
  const std::size_t gap = text.rfind(' ');
  if (gap == std::string_view::npos || contains(text, ".") || !parse_amount(text))
    return std::nullopt;
  std::string out(text);
  out[gap] = '.';
  if (!has_sound_form(out) || !parse_amount(out)) return std::nullopt;
  return out;
}

std::vector<FormDoubt> form_doubts(const std::vector<TableView>& views) {
  std::vector<FormDoubt> doubts;
  for (const TableView& view : views) {
    for (const Segment& segment : view.segments()) {
      for (int col = 0; col < view.table().n_cols; ++col) {
        const ColumnKind kind = segment.kinds[static_cast<std::size_t>(col)];
        int figures = 0, texts = 0;
        for (int row = segment.body_begin; row < segment.body_end; ++row) {
          if (!view.begins(row, col) || is_nil(view.cell(row, col).text)) continue;
          ++(view.cell(row, col).amount ? figures : texts);
        }
        const bool of_figures = kind == ColumnKind::figure && figures >= kFiguresPerText * texts;
        for (int row = segment.body_begin; row < segment.body_end; ++row) {
          if (!view.begins(row, col)) continue;
          const Cell& cell = view.cell(row, col);
          if (cell.amount || is_nil(cell.text)) {
            if (cell.amount && !has_sound_form(cell.text)) {
              doubts.push_back({view.ref(row, col), "no figure is printed so"});
            }
            continue;
          }
          const int digits = digits_in(view.folded(row, col));
          if (of_figures && (digits >= 2 || cell.confidence < kSurelyWords)) {
            doubts.push_back({view.ref(row, col), "a text in a column of figures"});
          } else if (kind == ColumnKind::code && digits >= 3) {
            doubts.push_back({view.ref(row, col), "a text in a column of codes"});
          } else if (ends_with_figure(cell)) {
            doubts.push_back({view.ref(row, col), "a figure at the end of a label"});
          }
        }
      }
    }
  }
  return doubts;
}

}  // namespace crossfoot
