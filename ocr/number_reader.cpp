// line image ──view──▶ 32 rows ──network──▶ scores per column ──beam──▶ ranked texts ──grammar──▶
// reading
//
// Every line of a page goes through it, text lines too: at a tenth of Tesseract's time the network
// says which lines need Tesseract at all, because it was trained to answer "#" for glyphs that are
// no symbol of numbers.
//
// A number in doubt is looked at again with other settings (view_variants.cpp), and what all looks
// say is averaged: the alternatives of one join those of the others.
#include "ocr/number_reader.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "ocr/ctc_beam.h"
#include "ocr/number_grammar.h"
#include "ocr/number_symbols.h"
#include "ocr/printed_separators.h"
#include "ocr/view_variants.h"

namespace crossfoot {
namespace {

constexpr int kBeamWidth = 16;
constexpr double kLeastLogP = -11.5;  // of a symbol in a column that is followed; 1 in 100 000
constexpr std::size_t kMostAlternatives = 8;
constexpr double kDearest = 12;  // cost of the last alternative worth keeping: 1 in 160 000

std::string text_of(const std::vector<int>& classes) {
  std::string text;
  for (const int c : classes) text += kNumberSymbols[static_cast<std::size_t>(c) - 1];
  return text;
}

bool has_foreign(const std::string& text) { return text.find(kForeign) != std::string::npos; }

// Blanks at the ends are dirt in the cell, not part of what is printed.
std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

struct Candidate {
  std::string text;
  double score = 0;  // log of network times grammar
};

// A glyph alone on its line that may be a digit is one: tables have many a lone 0 and no lone O.
// The network, which saw both as often, is told so by this factor of 90.
constexpr double kLoneLetter = -4.5;
constexpr int kOneGlyph = 40;  // columns of a view that holds one glyph of 24 rows and its padding

// Digits and another glyph on one line, where they may be digits alone: of 1975 in a face with a bent 7.
// Codes with letters are more frequent among the training lines than in tables, by more than this
// factor of 3; but a code that is taken for an amount is the worse error.
constexpr double kLetterAmongDigits = -1.2;

// For each separator that was read where nothing is printed; wrong decimals are the worst of errors.
constexpr double kUnseen = -9;

int separators_of(const std::string& text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return c == '.' || c == ','; }));
}

// A reading less likely than this is worth a second look, unless it is text more likely than that.
constexpr double kInDoubt = 0.9, kText = 0.5;

// Likeliest first, each text once; averaged over the looks at the line, the first of which is at the
// view itself.
std::vector<Candidate> candidates_of(const std::vector<LineScores>& looks, const LineView& view) {
  std::map<std::string, double> probability;
  for (std::size_t k = 0; k < looks.size(); ++k) {
    for (const Decoded& decoded : beam_search(looks[k], kBeamWidth, kLeastLogP)) {
      const std::string text = trimmed(text_of(decoded.symbols));
      // Whether glyphs are symbols at all is for the first look: others see letters in them sooner.
      if (k > 0 && has_foreign(text)) continue;
      probability[text] += std::exp(decoded.log_p) / static_cast<double>(looks.size());
    }
  }
  const Separators separators = printed_separators(view, looks.front());
  const bool perhaps_lone_digit =
      view.width <= kOneGlyph &&
      std::any_of(probability.begin(), probability.end(),
                  [](const auto& entry) { return is_lone_digit(entry.first); });
  std::vector<Candidate> candidates;
  for (const auto& [text, p] : probability) {
    double prior = 0;
    if (!has_foreign(text)) prior = log_prior(text);
    if (text == kForeign && perhaps_lone_digit) prior = kLoneLetter;
    if (has_digit(text) && has_foreign(text)) prior = kLetterAmongDigits;
    if (separators.unseen > 0) {
      prior += kUnseen * std::max(0, separators_of(text) - separators.printed);
    }
    candidates.push_back({text, std::log(p) + prior});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return candidates;
}

NumberReading reading_of(const std::vector<LineScores>& looks, const LineView& view) {
  std::vector<Candidate> candidates = candidates_of(looks, view);
  NumberReading reading;
  const double best = candidates.front().score;
  double sum = 0, foreign = 0;
  for (const Candidate& candidate : candidates) {
    const double share = std::exp(candidate.score - best);
    sum += share;
    if (has_foreign(candidate.text)) foreign += share;
  }
  reading.text = candidates.front().text;
  reading.foreign = has_foreign(reading.text);
  reading.probability = 1 / sum;
  reading.foreign_probability = foreign / sum;
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    const double cost = best - candidates[i].score;
    if (cost > kDearest || reading.alternatives.size() == kMostAlternatives) break;
    if (has_foreign(candidates[i].text)) continue;
    reading.alternatives.push_back({std::move(candidates[i].text), cost});
  }
  return reading;
}

}  // namespace

// A digit is at most as wide as its line is high, and half as much again with the white around it. The
// network sees no letters in some lines of type that is new to it, and the rest is then a short number.
bool is_too_short_for(const Raster& line, const NumberReading& number) {
  constexpr double kWidestSymbol = 1.5;  // in heights of the line's image
  return line.width > kWidestSymbol * line.height * static_cast<double>(number.text.size());
}

bool may_be_text(const Raster& line, const NumberReading& number) {
  constexpr double kPerhapsText = 0.05;  // share of the readings with other glyphs
  return number.foreign_probability >= kPerhapsText ||
         (!number.text.empty() && is_too_short_for(line, number));
}

std::vector<NumberReading> NumberReader::read(const std::vector<Raster>& lines) {
  std::vector<NumberReading> readings(lines.size());
  std::vector<LineView> views;
  std::vector<std::size_t> line_of;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::optional<LineView> view = view_line(lines[i]);
    if (!view) {
      readings[i].blank = true;
      continue;
    }
    views.push_back(std::move(*view));
    line_of.push_back(i);
  }
  std::vector<LineScores> scores = network_.run(views);
  std::vector<std::size_t> in_doubt;
  std::vector<LineView> variants;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    NumberReading& reading = readings[line_of[i]];
    reading = reading_of({scores[i]}, views[i]);
    if (reading.probability >= kInDoubt || reading.foreign_probability > kText) continue;
    in_doubt.push_back(i);
    for (LineView& variant : variants_of(views[i])) variants.push_back(std::move(variant));
  }
  const std::vector<LineScores> again = network_.run(variants);
  const std::size_t each = in_doubt.empty() ? 0 : again.size() / in_doubt.size();
  for (std::size_t k = 0; k < in_doubt.size(); ++k) {
    const std::size_t i = in_doubt[k];
    std::vector<LineScores> looks{std::move(scores[i])};
    const auto first = again.begin() + static_cast<std::ptrdiff_t>(k * each);
    looks.insert(looks.end(), first, first + static_cast<std::ptrdiff_t>(each));
    NumberReading& reading = readings[line_of[i]];
    const double foreign = reading.foreign_probability;
    reading = reading_of(looks, views[i]);
    reading.foreign_probability = foreign;
  }
  return readings;
}

}  // namespace crossfoot
