// Where one cell ends and the next begins, told by white alone.
//
//   Freight and carriage   1,204 1,310      the wide gap is a cut on its own
//   Wages and salaries       877   912      the narrow one is a cut because the lines above and below
//   Rent                      48    51      are white there as well
//
// A gap of more than kWide text heights separates in any print (a space is 0.4, a space of justified
// prose seldom above 1). A narrower one separates where white runs on through the neighbouring lines:
// spaces of prose do not stand below each other for kSupport lines. Lines that have nothing on one
// side of the gap say nothing and are passed over. And it separates where the line's other spaces are
// much narrower: between heads of CJK text, which has no spaces, any such gap is one of columns.
//
// It decides on boxes so that a recogniser reads each piece once, with nothing of its neighbours.
// Being wrong towards a cut is cheap: pieces of a line that no table takes are joined again.
// Cost O(gaps x lines nearby).
#include "extract/piece_cuts.h"

#include <algorithm>
#include <cmath>

#include "extract/printed_lines.h"

namespace crossfoot {
namespace {

// In text heights (of a digit).
constexpr double kWide = 1.25;      // always a cut
constexpr double kNarrow = 0.6;     // never a cut below this
constexpr double kSharedWhite = 0.5;  // what must remain of a gap that runs through several lines
constexpr double kThinSpace = 0.5;  // between words, where the line shows no other
constexpr double kNextColumn = 4;   // from the gap to the text of the column right of it
constexpr double kReach = 4.5;      // white between two lines that can still speak for each other

// A gap this many times as wide as the line's spaces is none of them. Justified prose stretches all its
// spaces alike. A line of more words than this, gaps apart, is prose by itself.
constexpr double kOutlier = 1.6;
constexpr std::size_t kProseWords = 9;

// Lines, the gap's own among them, that must share its white.
constexpr int kSupport = 4;

// A large type has larger spaces: of a word's height, which is at most 1.4 text heights in body text.
constexpr double kTypeShare = 0.6;

struct Gap {
  double from = 0, to = 0;
  double width() const { return to - from; }
};

class Cutter {
 public:
  Cutter(const std::vector<PixelBox>& words, double text_height)
      : words_(words), height_(text_height), lines_(printed_lines(words, text_height)) {}

  std::vector<std::vector<int>> pieces() const {
    std::vector<std::vector<int>> pieces;
    for (int line = 0; line < static_cast<int>(lines_.size()); ++line) {
      const std::vector<int>& words = lines_[line];
      pieces.push_back({words.front()});
      int reached = words_[words.front()].x1;
      for (std::size_t i = 1; i < words.size(); ++i) {
        const PixelBox& word = words_[words[i]];
        const double type = std::max(
            height_, kTypeShare * std::min(word.height(), words_[words[i - 1]].height()));
        const Gap gap{static_cast<double>(reached), static_cast<double>(word.x0)};
        if (is_cut(line, gap, type)) {
          pieces.emplace_back();
        }
        pieces.back().push_back(words[i]);
        reached = std::max(reached, word.x1);
      }
    }
    return pieces;
  }

 private:
  bool is_cut(int line, const Gap& gap, double type) const {
    if (gap.width() >= kWide * type) return true;
    if (gap.width() < kNarrow * type) return false;
    if (gap.width() >= kOutlier * spaces_beside(line, gap)) return true;
    return 1 + support(line, gap, -1) + support(line, gap, 1) >= kSupport;
  }

  // The widest white of the line between words that is no wide gap itself, the gap left out; a thin
  // space where there is none (one word on either side, or CJK).
  double spaces_beside(int line, const Gap& gap) const {
    const std::vector<int>& words = lines_[line];
    double widest = kThinSpace * height_;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const double white = words_[words[i]].x0 - words_[words[i - 1]].x1;
      if (words_[words[i]].x0 == gap.to || white >= kWide * height_) continue;
      // A gap of the same kind between other columns does not speak for prose.
      if (white < kOutlier * kThinSpace * height_ || words.size() > kProseWords) {
        widest = std::max(widest, white);
      }
    }
    return widest;
  }

  // Lines in one direction that are white where the gap is, with words on both sides of it.
  int support(int line, Gap gap, int step) const {
    int lines = 0, last = line;
    for (int next = line + step; next >= 0 && next < static_cast<int>(lines_.size());
         next += step) {
      if (lines + 1 >= kSupport || white_between(last, next) > kReach * height_) break;
      const Gap white = white_around(gap, lines_[next]);
      if (white.width() <= 0) break;
      if (!has_words_on_both_sides(lines_[next], gap)) continue;
      if (white.width() < kSharedWhite * height_) break;
      gap = white;
      last = next;
      ++lines;
    }
    return lines;
  }

  // The part of `gap` that a line leaves white: what is left when its words are taken off both ends;
  // empty when a word stands across it.
  Gap white_around(Gap gap, const std::vector<int>& line) const {
    for (const int i : line) {
      const PixelBox& word = words_[i];
      if (word.x1 <= gap.from || word.x0 >= gap.to) continue;
      if (word.x0 <= gap.from && word.x1 >= gap.to) return {gap.from, gap.from};
      if (word.x0 - gap.from > gap.to - word.x1) {
        gap.to = word.x0;
      } else {
        gap.from = word.x1;
      }
    }
    return gap;
  }

  // A word that begins far right of the gap belongs to another column than the gap's.
  bool has_words_on_both_sides(const std::vector<int>& line, const Gap& gap) const {
    const auto left = [&](int i) { return words_[i].x1 <= (gap.from + gap.to) / 2; };
    const auto right = [&](int i) {
      return words_[i].x0 >= (gap.from + gap.to) / 2 && words_[i].x0 - gap.to <= kNextColumn * height_;
    };
    return std::any_of(line.begin(), line.end(), left) &&
           std::any_of(line.begin(), line.end(), right);
  }

  double white_between(int a, int b) const {
    const PixelBox& upper = words_[lines_[std::min(a, b)].front()];
    const PixelBox& lower = words_[lines_[std::max(a, b)].front()];
    return lower.y0 - upper.y1;
  }

  const std::vector<PixelBox>& words_;
  double height_;
  std::vector<std::vector<int>> lines_;
};

}  // namespace

std::vector<std::vector<int>> cut_pieces(const std::vector<PixelBox>& words,
                                         double text_height_px) {
  return Cutter(words, text_height_px).pieces();
}

}  // namespace crossfoot
