// Upright rulings of dots, or paler than ink, judged over the whole height of a table.
//
//   ─────────────────────────     A ladder: horizontal rulings of one extent below each other, with
//    Stock      ┊        45       bands between them.
//   ─────────────────────────     A mark: in a band, a thin upright of dots from rule to rule, with
//    Debtors    │       315       less white between the dots than between lines.
//   ─────────────────────────     A chain: marks of one place in band after band, in at least half
//    Payments:                    of the bands from its first to its last.
//   ─────────────────────────
//    Intangible ┊        80
//   ─────────────────────────
//
// A chain is one ruling, so that all rows have the same columns: it runs on through a band where
// nothing of it is printed, if its place there is white. Where text stands in its way, or the band
// is much higher than the others, it is interrupted. An upright in one or two bands is the stem of
// a letter, and no ruling. (Taken by themselves, the parts of a halftone ruling that hang together
// stand in other rows in each column, and make a grid of none of them.)
//
// Rulings that are solid are left to find_rulings.cpp. Cost: each pixel of the ladders is looked at
// for as many places as a mark is wide with the white beside it. Fails where a table has no
// horizontal rulings, and on dashes with more white between them than kDotGap.
#include "extract/dotted_rulings.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <optional>

#include "extract/cv_view.h"

namespace crossfoot {
namespace {

// In text heights.
constexpr double kSameEnd = 1.0;     // ends of the rules of one ladder
constexpr double kLowestBand = 1.2;  // holds a line of text; lower, its rules are a double rule
constexpr double kDotGap = 0.4;      // white between dots of one ruling
constexpr double kDotWidth = 0.15;   // within which the dots of one height stand, at least
constexpr double kThickest = 0.3;    // thicker is a filled area, or text
constexpr double kBeside = 0.05;     // white on both sides of a dot: text may stand close to it
constexpr double kRagged = 0.07;     // how far the middle of a straight dash strays
constexpr double kDrift = 0.3;       // of a chain from a band to the next
constexpr double kClear = 0.4;  // white on both sides of a chain where nothing of it is printed

constexpr double kMarked = 0.85;      // share of a band's height that a mark covers
constexpr double kSolid = 0.9;        // share of a chain's marks that solid rulings cover
constexpr double kHighestBand = 2.5;  // usual bands: a line of text with a blank one above
constexpr int kFewestMarks = 3;       // of a chain: two stems stand below each other by chance
constexpr int kFewestDots = 4;        // of a mark, which three strokes of a character make
constexpr int kFewestDashes = 2;      // of a straight one: dashes of two thirds of a low band

struct Mark {
  double x, thickness;
};

struct Band {
  double top, bottom;  // middles of its rules
  int y0, y1;          // inside of them
};

struct Ladder {
  int x0, x1;
  std::vector<Band> bands;
  double usual_height = 0;  // of a band
};

struct Chain {
  std::vector<std::optional<Mark>> marks;  // of each band of the ladder
  double last_x = 0;
};

double middle(const Ruling& ruling) { return (ruling.at_from + ruling.at_to) / 2; }

Ladder ladder_of(const std::vector<Ruling>& rules, double h) {
  Ladder ladder{static_cast<int>(rules.front().from), static_cast<int>(rules.front().to), {}};
  std::vector<double> heights;
  for (std::size_t i = 1; i < rules.size(); ++i) {
    const Ruling &above = rules[i - 1], &below = rules[i];
    const double height = middle(below) - middle(above);
    if (height < kLowestBand * h) continue;
    const double y0 = std::max(above.at_from, above.at_to) + above.thickness / 2 + 1;
    const double y1 = std::min(below.at_from, below.at_to) - below.thickness / 2 - 1;
    ladder.bands.push_back({middle(above), middle(below), static_cast<int>(std::ceil(y0)),
                            static_cast<int>(std::floor(y1))});
    heights.push_back(height);
  }
  if (heights.empty()) return ladder;
  const auto half = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), half, heights.end());
  ladder.usual_height = *half;
  return ladder;
}

std::vector<Ladder> ladders_of(std::vector<Ruling> rulings, double h) {
  std::erase_if(rulings, [](const Ruling& r) { return r.direction != Direction::horizontal; });
  std::sort(rulings.begin(), rulings.end(),
            [](const Ruling& a, const Ruling& b) { return middle(a) < middle(b); });
  std::vector<std::vector<Ruling>> groups;
  for (const Ruling& ruling : rulings) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& rules) {
      return std::abs(rules.back().from - ruling.from) <= kSameEnd * h &&
             std::abs(rules.back().to - ruling.to) <= kSameEnd * h;
    });
    if (group != groups.end()) {
      group->push_back(ruling);
    } else {
      groups.push_back({ruling});
    }
  }
  std::vector<Ladder> ladders;
  for (const std::vector<Ruling>& rules : groups) {
    Ladder ladder = ladder_of(rules, h);
    if (ladder.bands.size() >= kFewestMarks) ladders.push_back(std::move(ladder));
  }
  return ladders;
}

// Marked in at least half of the bands from the first marked one to the last.
bool is_one_ruling(const Chain& chain) {
  const auto marked = [](const std::optional<Mark>& mark) { return mark.has_value(); };
  const auto first = std::find_if(chain.marks.begin(), chain.marks.end(), marked);
  const auto last = std::find_if(chain.marks.rbegin(), chain.marks.rend(), marked).base();
  const auto n = std::count_if(chain.marks.begin(), chain.marks.end(), marked);
  return n >= kFewestMarks && 2 * n >= last - first;
}

bool is_solid(const Chain& chain, const Ladder& ladder, const std::vector<Ruling>& found,
              double h) {
  double marked = 0, solid = 0;
  for (std::size_t i = 0; i < chain.marks.size(); ++i) {
    if (!chain.marks[i]) continue;
    const Band& band = ladder.bands[i];
    marked += band.y1 - band.y0;
    for (const Ruling& ruling : found) {
      const double away = ruling.at((band.top + band.bottom) / 2) - chain.marks[i]->x;
      if (ruling.direction != Direction::vertical || std::abs(away) > kDrift * h) continue;
      solid += std::max(
          0.0, std::min<double>(band.y1, ruling.to) - std::max<double>(band.y0, ruling.from));
    }
  }
  return solid >= kSolid * marked;
}

class DotFinder {
 public:
  DotFinder(const Raster& dark, double h)
      : dark_(cv_view(dark)),
        gap_(px(h, kDotGap)),
        core_(px(h, kDotWidth / 2)),
        half_(std::max(core_, px(h, kThickest / 2))),
        beside_(half_ + px(h, kBeside)),
        thickest_(px(h, kThickest) + 2 * core_),
        clear_(px(h, kClear)),
        ragged_(px(h, kRagged)),
        h_(h) {}

  std::vector<Chain> chains_of(const Ladder& ladder) const {
    std::vector<Chain> chains;
    for (std::size_t i = 0; i < ladder.bands.size(); ++i) {
      for (const Mark& mark : marks_in(ladder, ladder.bands[i])) {
        const auto away = [&](const Chain& chain) { return std::abs(chain.last_x - mark.x); };
        auto chain =
            std::min_element(chains.begin(), chains.end(),
                             [&](const auto& a, const auto& b) { return away(a) < away(b); });
        if (chain == chains.end() || away(*chain) > kDrift * h_) {
          chains.push_back({std::vector<std::optional<Mark>>(ladder.bands.size()), 0});
          chain = chains.end() - 1;
        }
        chain->marks[i] = mark;
        chain->last_x = mark.x;
      }
    }
    std::erase_if(chains, [](const Chain& chain) { return !is_one_ruling(chain); });
    return chains;
  }

  // What a chain is: one ruling, or several where it is interrupted.
  std::vector<Ruling> rulings_of(const Chain& chain, const Ladder& ladder) const {
    std::vector<Ruling> rulings;
    bool goes_on = false;
    for (std::size_t i = 0; i < ladder.bands.size(); ++i) {
      const Band& band = ladder.bands[i];
      const std::optional<Mark>& mark = chain.marks[i];
      if (!mark) {
        goes_on = goes_on && band.bottom - band.top <= kHighestBand * ladder.usual_height &&
                  is_clear(static_cast<int>(rulings.back().at_to), band);
        continue;
      }
      if (!goes_on) {
        const double from = reach(mark->x, 2 * band.top - band.y0, -1);
        rulings.push_back({Direction::vertical, from, 0, mark->x, 0, 1});
      }
      goes_on = true;
      Ruling& ruling = rulings.back();
      ruling.to = reach(mark->x, 2 * band.bottom - band.y1, 1);
      ruling.at_to = mark->x;
      ruling.thickness = std::max(ruling.thickness, mark->thickness);
    }
    return rulings;
  }

 private:
  static int px(double h, double heights) {
    return std::max(1, static_cast<int>(std::lround(heights * h)));
  }

  // Is row y dark at x, and white beside it?
  bool is_dot(int x, int y) const {
    return is_dark(y, x - core_, x + core_ + 1) && !is_dark(y, x - beside_, x - half_) &&
           !is_dark(y, x + half_ + 1, x + beside_ + 1);
  }

  bool is_dark(int y, int x0, int x1) const {
    const std::uint8_t* row = dark_.ptr<std::uint8_t>(y);
    return std::any_of(row + std::clamp(x0, 0, dark_.cols), row + std::clamp(x1, 0, dark_.cols),
                       [](std::uint8_t pixel) { return pixel != 0; });
  }

  // Twice the middle of the dark run around (x, y), which is no wider than a mark.
  int run_middle(int x, int y) const {
    int begin = x - core_, end = x + core_ + 1;
    while (!is_dark(y, begin, begin + 1)) ++begin;
    while (!is_dark(y, end - 1, end)) --end;
    while (is_dark(y, begin - 1, begin)) --begin;
    while (is_dark(y, end, end + 1)) ++end;
    return begin + end;
  }

  // Do dots at x, the white between them counted, cover the band? Brackets in a low band nearly do,
  // but are no row of dots, and bend; what is solid meets the rules.
  bool is_marked(int x, const Band& band) const {
    int covered = 0, dots = 0, first = band.y1, last = band.y0 - gap_ - 1;
    int leftmost = 2 * (x + thickest_), rightmost = 2 * (x - thickest_);  // of the rows' middles
    const int height = band.y1 - band.y0;
    for (int y = band.y0; y < band.y1; ++y) {
      const int bare = y - band.y0 - covered - gap_;  // at least, whatever follows
      if (bare > (1 - kMarked) * height) return false;
      if (!is_dot(x, y)) continue;
      covered += y - last <= gap_ ? y - last : 1;
      dots += y - last > 1 ? 1 : 0;
      first = std::min(first, y);
      last = y;
      const int middle = run_middle(x, y);
      leftmost = std::min(leftmost, middle);
      rightmost = std::max(rightmost, middle);
    }
    const bool meets = first == band.y0 && last == band.y1 - 1;
    const bool dashes = dots >= kFewestDashes && rightmost - leftmost <= 2 * ragged_;
    return covered >= kMarked * height && (dots >= kFewestDots || dashes || meets);
  }

  std::vector<Mark> marks_in(const Ladder& ladder, const Band& band) const {
    std::vector<Mark> marks;
    if (band.y0 >= band.y1) return marks;
    const int reach = px(h_, kSameEnd), end = std::min(dark_.cols, ladder.x1 + reach);
    for (int x = std::max(0, ladder.x0 - reach); x < end; ++x) {
      const int begin = x;
      while (x < end && is_marked(x, band)) ++x;
      // Marked as far as dots are within core_, so that ragged ones lie inside of the mark.
      const int width = x - begin;
      if (width > 0 && width <= thickest_) marks.push_back({(begin + x) / 2.0, 1.0 * width});
    }
    return marks;
  }

  bool is_clear(int x, const Band& band) const {
    for (int y = band.y0; y < band.y1; ++y) {
      if (is_dark(y, x - clear_, x - half_) || is_dark(y, x + half_ + 1, x + clear_ + 1)) {
        return false;
      }
    }
    return true;
  }

  // How far dots go on from y, up (-1) or down (1).
  double reach(double x, double y, int step) const {
    int last = static_cast<int>(y);
    for (int at = last; at >= 0 && at < dark_.rows && std::abs(at - last) <= gap_; at += step) {
      if (is_dot(static_cast<int>(x), at)) last = at;
    }
    return last;
  }

  cv::Mat dark_;
  int gap_, core_, half_, beside_, thickest_, clear_, ragged_;  // kDotGap and so on, in px
  double h_;
};

}  // namespace

std::vector<Ruling> dotted_rulings(const Raster& dark, const std::vector<Ruling>& found,
                                   double text_height_px) {
  const DotFinder finder(dark, text_height_px);
  std::vector<Ruling> rulings;
  for (const Ladder& ladder : ladders_of(found, text_height_px)) {
    for (const Chain& chain : finder.chains_of(ladder)) {
      if (is_solid(chain, ladder, found, text_height_px)) continue;
      const std::vector<Ruling> dotted = finder.rulings_of(chain, ladder);
      rulings.insert(rulings.end(), dotted.begin(), dotted.end());
    }
  }
  return rulings;
}

}  // namespace crossfoot
