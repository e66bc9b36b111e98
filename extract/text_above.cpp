// A table that goes on has above it, on its next page, nothing or some of these:
//
//   - 12 -                                  the page's number             of no account
//   某区2023年部门预算                      the running header            stands there on every page
//   部门收入总表（续）                      the heading with a mark       it goes on
//   Movements in reserves    £'000          the whole heading once more   it may go on
//
// One line that is none of them is the heading of another table. Of a running header and a heading
// above the table before, only the first stands on the next page when the table goes on; where both
// do, forms of one kind may follow each other, and the header has to tell.
//
// Lines are compared folded (text_fold.h) but else to the last sign: 公开03表 and 公开04表, 收入总表
// and 支出总表 are not the same. Fails where a line was read otherwise the second time; the tables
// then stay apart, and nothing is lost.
#include "extract/text_above.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "extract/captions.h"
#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

// A running header stands at the same place, in points, but for how two pages lay in the scanner.
constexpr double kSamePlacePt = 12;

// The folded line without 续表, (续), (continued), cont'd; the same where it has none of them.
std::string without_mark(std::string folded) {
  // Longer ones first, so that a mark goes with its brackets.
  constexpr std::array<std::string_view, 10> kMarks = {
      "(continued)", "(cont\"d)", "(contd)", "(cont.)", "continued", "cont\"d", "(续表)", "(续)",
      "续表", "-续"};
  for (const std::string_view mark : kMarks) {
    const auto at = folded.find(mark);
    if (at != std::string::npos) return folded.erase(at, mark.size());
  }
  return folded;
}

bool is_at_one_place(const Box& a, const Box& b) {
  return std::abs(a.y0 - b.y0) <= kSamePlacePt && std::abs(a.x0 - b.x0) <= kSamePlacePt;
}

}  // namespace

TextAbove text_above(const std::vector<Paragraph>& above,
                     const std::vector<Paragraph>& above_before,
                     const std::vector<Paragraph>& page_before) {
  const auto is_above = [](const std::vector<Paragraph>& lines, const std::string& folded) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const Paragraph& line) { return fold(line.text) == folded; });
  };
  bool marked = false;
  for (const Paragraph& line : above) {
    const std::string folded = fold(line.text);
    if (is_page_number(folded) || is_above(above_before, folded)) continue;
    const std::string rest = without_mark(folded);
    if (rest != folded && (rest.empty() || is_above(above_before, rest))) {
      marked = true;
      continue;
    }
    const bool running =
        std::any_of(page_before.begin(), page_before.end(), [&](const Paragraph& other) {
          return is_at_one_place(line.box, other.box) && fold(other.text) == folded;
        });
    if (!running) return TextAbove::heading;
  }
  if (marked) return TextAbove::marked;
  int lines = 0, missing = 0;  // of what stood above the table before
  for (const Paragraph& line : above_before) {
    const std::string folded = fold(line.text);
    if (is_page_number(folded)) continue;
    ++lines;
    missing += is_above(above, folded) ? 0 : 1;
  }
  return lines > 0 && missing == 0 ? TextAbove::repeated : TextAbove::nothing;
}

}  // namespace crossfoot
