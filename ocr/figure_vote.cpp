// Confidence of a figure from the network's margin and a second reader's agreement.
//
// The tables below hold what was measured on held-out fonts (tests/ocr/read_lines --readers prints
// it): the share of exact reads at each probability of the network, once alone, once where Tesseract's
// digits agreed, once where they differed; rounded down where few lines stand behind them.
//
//   network 0.95 "17,280.00", Tesseract "17,280.00"  -> "17,280.00" 0.985
//   network 0.95 "17,280.00", Tesseract "17,230.00"  -> "17,280.00" 0.93, alternative "17,230.00"
//
// The network's reading is kept even where Tesseract's differs, unless its own beam holds Tesseract's
// reading as nearly as likely: on strong degradation it is right many times as often. Tesseract's
// reading then becomes an alternative, or a cheaper one if the beam had it.
#include "ocr/figure_vote.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "ocr/number_grammar.h"
#include "ocr/number_symbols.h"

namespace crossfoot {
namespace {

// Above this the network alone is right as often as with a second reader that agrees.
constexpr double kSureAlone = 0.99;

// (probability of the network, share of exact reads), ascending; between them it is interpolated.
using Calibration = std::array<std::pair<double, double>, 7>;
constexpr Calibration kAlone = {
    {{0, 0.1}, {0.3, 0.4}, {0.6, 0.6}, {0.8, 0.83}, {0.95, 0.97}, {0.99, 0.995}, {1, 0.9998}}};
constexpr Calibration kAgreed = {
    {{0, 0.3}, {0.3, 0.6}, {0.6, 0.75}, {0.8, 0.93}, {0.95, 0.985}, {0.99, 0.998}, {1, 0.9998}}};
constexpr Calibration kDisputed = {
    {{0, 0.1}, {0.3, 0.3}, {0.6, 0.45}, {0.8, 0.75}, {0.95, 0.93}, {0.99, 0.97}, {1, 0.995}}};

double calibrated(const Calibration& table, double probability) {
  for (std::size_t i = 1; i < table.size(); ++i) {
    const auto& [x0, y0] = table[i - 1];
    const auto& [x1, y1] = table[i];
    if (probability <= x1) return y0 + (y1 - y0) * (probability - x0) / (x1 - x0);
  }
  return table.back().second;
}

// What both readers can write: Tesseract knows no currency signs and writes a dash its own way.
std::string comparable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-' || c == '(' || c == ')' ||
        c == '%') {
      out += c;
    }
  }
  return out;
}

// Cost of the second reader's text where the beam did not hold it: as unlikely as what the beam drops.
constexpr double kUnseen = 6;
// The second reader's word for a text makes it this much likelier. It is right on 81 to 97 % of lines
// at large, but on those where the network is in doubt hardly more often than the network.
constexpr double kSecondVote = 1.5;

// A malformed figure is never sure, however clear its glyphs: a comma, a point or a digit may be lost.
constexpr double kMalformedAtMost = 0.5;

double capped(const std::string& text, double confidence) {
  return is_malformed(text) ? std::min(confidence, kMalformedAtMost) : confidence;
}

}  // namespace

RecognizedLine network_line(const NumberReading& network) {
  return {network.text, capped(network.text, calibrated(kAlone, network.probability)),
          network.alternatives};
}

bool needs_second_reader(const NumberReading& network) {
  return has_digit(network.text) && network.probability < kSureAlone;
}

RecognizedLine vote(const NumberReading& network, const std::string& tesseract) {
  RecognizedLine line = network_line(network);
  const std::string second = comparable(tesseract);
  if (second.empty()) {
    line.confidence = capped(line.text, calibrated(kDisputed, network.probability));
    return line;
  }
  if (second == comparable(network.text)) {
    line.confidence = capped(line.text, calibrated(kAgreed, network.probability));
    return line;
  }
  line.confidence = capped(line.text, calibrated(kDisputed, network.probability));
  const auto known =
      std::find_if(line.alternatives.begin(), line.alternatives.end(),
                   [&](const Alternative& a) { return comparable(a.text) == second; });
  if (known == line.alternatives.end()) {
    line.alternatives.push_back({tesseract, kUnseen});
  } else {
    known->cost -= kSecondVote;
    // The near winner with a second vote wins, unless it is built worse.
    if (known->cost < 0 && log_prior(known->text) >= log_prior(line.text)) {
      const double lead = -known->cost;
      std::swap(line.text, known->text);
      known->cost = lead;
      for (Alternative& other : line.alternatives) {
        if (&other != &*known) other.cost += lead;
      }
    }
    known->cost = std::max(known->cost, 0.0);
  }
  std::stable_sort(line.alternatives.begin(), line.alternatives.end(),
                   [](const Alternative& a, const Alternative& b) { return a.cost < b.cost; });
  return line;
}

}  // namespace crossfoot
