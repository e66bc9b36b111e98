// Finds the note by which a document excuses last digits.
//
//     2.本套报表金额单位转换时可能存在尾数误差。
//     Figures may not sum due to rounding.
//
// Such notes are worded by custom, so words suffice; they hold for the whole document (本套报表, a
// statement of policies), whatever page they stand on. Fails on notes in other words.
#include "reconcile/rounding_note.h"

#include <algorithm>
#include <array>
#include <string>

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

bool is_note(const std::string& text) {
  // Folded: no spaces, lower case.
  static constexpr std::array<std::string_view, 10> kWords{
      "尾数误差",           "尾差",      "四舍五入",  "舍入误差",   "duetorounding",
      "roundingdifference", "maynotadd", "maynotsum", "maynotcast", "roundedtothenearest"};
  const std::string folded = fold(text);
  return std::any_of(kWords.begin(), kWords.end(),
                     [&folded](std::string_view word) { return contains(folded, word); });
}

}  // namespace

std::optional<int> rounding_note_page(const TableDocument& document) {
  for (const Paragraph& paragraph : document.text) {
    if (is_note(paragraph.text)) return paragraph.page;
  }
  for (const Table& table : document.tables) {
    for (const Cell& cell : table.cells) {
      if (!cell.amount && is_note(cell.text)) return cell.page;
    }
  }
  return std::nullopt;
}

}  // namespace crossfoot
