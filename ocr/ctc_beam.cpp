// Prefix beam search over a CTC network's columns.
//
// CTC gives each column a probability for each symbol and for "nothing new" (blank). A text can come
// about in many ways: `1 1 - 1` and `1 - 1 1` are both "11", `1 1 1` is "1". The probability of a text
// is the sum over its ways, and the search keeps that sum for the most likely beginnings of texts:
//
//   column      beginnings, probability of ending in blank / in the last symbol
//   1: '7' .9   "" .1/0   "7" 0/.9
//   2: '7' .5, blank .5   "7" .45/.45+.05   "" .05/0     ("77" needs a blank between)
//
// The best single way (greedy decoding) has no ranking to give and is wrong where a text of many
// ways beats it: with the beam, substitutions, lost and doubled symbols and lost separators all
// appear as alternatives with their cost.
//
// 0.05 to 0.1 ms a line of figures, 0.3 ms a line of Chinese. Symbols below a bound in a column are not
// followed, which is nearly all of them in nearly all columns.
//
// Source: Hannun, Maas, Jurafsky, Ng: First-Pass Large Vocabulary Continuous Speech Recognition using
// Bi-Directional Recurrent DNNs, 2014, algorithm 1, without its language model.
#include "ocr/ctc_beam.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace crossfoot {
namespace {

double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == kNever ? a : a + std::log1p(std::exp(b - a));
}

struct Ending {
  double blank = kNever, symbol = kNever;
  double total() const { return log_add(blank, symbol); }
};

using Beam = std::map<std::vector<int>, Ending>;

void keep_best(Beam& beam, std::size_t width) {
  if (beam.size() <= width) return;
  std::vector<double> totals;
  for (const auto& [text, ending] : beam) totals.push_back(ending.total());
  std::nth_element(totals.begin(), totals.begin() + static_cast<std::ptrdiff_t>(width) - 1,
                   totals.end(), std::greater<>());
  const double least = totals[width - 1];
  std::erase_if(beam, [&](const auto& entry) { return entry.second.total() < least; });
}

double log_sum(const Beam& beam) {
  double sum = kNever;
  for (const auto& [text, ending] : beam) sum = log_add(sum, ending.total());
  return sum;
}

// What all beginnings have in common moves to `settled`, but for its last symbol: comparing and copying
// it would make the cost of a long line quadratic.
void settle_common(Beam& beam, std::vector<int>& settled) {
  constexpr std::size_t kWorthwhile = 16;  // symbols; for fewer the beam is not built anew
  // Those between the first and the last in order share what these two share.
  const std::vector<int>& first = beam.begin()->first;
  const std::vector<int>& last = beam.rbegin()->first;
  const auto end = std::mismatch(first.begin(), first.end(), last.begin(), last.end()).first;
  const auto common = static_cast<std::size_t>(end - first.begin());
  if (common <= kWorthwhile) return;
  settled.insert(settled.end(), first.begin(), end - 1);
  Beam shorter;
  for (const auto& [text, ending] : beam) {
    shorter.emplace(std::vector<int>(text.begin() + static_cast<std::ptrdiff_t>(common) - 1, text.end()),
                    ending);
  }
  beam = std::move(shorter);
}

}  // namespace

std::vector<Decoded> beam_search(const LineScores& scores, int width, double least_log_p,
                                 double least_together) {
  Beam beam;
  beam[{}].blank = 0;
  std::vector<int> settled, likely;
  for (int x = 0; x < scores.columns; ++x) {
    const float* log_p = scores.column(x);
    likely.clear();
    for (int symbol = 1; symbol < scores.classes; ++symbol) {
      if (log_p[symbol] >= least_log_p) likely.push_back(symbol);
    }
    Beam next;
    for (const auto& [text, ending] : beam) {
      const double total = ending.total();
      Ending& stays = next[text];
      stays.blank = log_add(stays.blank, total + log_p[0]);
      const int last = text.empty() ? 0 : text.back();
      if (last != 0) stays.symbol = log_add(stays.symbol, ending.symbol + log_p[last]);
      for (const int symbol : likely) {
        // A repeated symbol is a new one only after a blank.
        const double before = symbol == last ? ending.blank : total;
        if (before == kNever) continue;
        std::vector<int> longer = text;
        longer.push_back(symbol);
        Ending& grows = next[longer];
        grows.symbol = log_add(grows.symbol, before + log_p[symbol]);
      }
    }
    keep_best(next, static_cast<std::size_t>(width));
    beam = std::move(next);
    if (log_sum(beam) < least_together) return {};
    settle_common(beam, settled);
  }
  std::vector<Decoded> ranked;
  for (const auto& [text, ending] : beam) {
    std::vector<int> whole = settled;
    whole.insert(whole.end(), text.begin(), text.end());
    ranked.push_back({std::move(whole), ending.total()});
  }
  std::sort(ranked.begin(), ranked.end(),
            [](const Decoded& a, const Decoded& b) { return a.log_p > b.log_p; });
  return ranked;
}

}  // namespace crossfoot
