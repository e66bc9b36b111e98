// Which reader reads which line.
//
//   all lines ──number network──▶ number, surely          ─────────────────────▶ done (0.7 ms)
//                              ├▶ number, with some doubt ──Tesseract, both────▶ vote (+ 18 ms), or
//                              │                                                text that is sure
//                              ├▶ blank paper             ─────────────────────▶ ""
//                              ├▶ ink, but no symbol      ──Tesseract, text────▶ "" unless it is sure
//                              └▶ other glyphs ──together─┬▶ surely ───────────▶ text (+ 2 ms)
//                                                         └▶ else Tesseract ───▶ text (+ 20 ms)
//                                                            the network's figures in it
//                                                            where the text is CJK
//
// The network sees every line first because it is ten times as fast as Tesseract, better at figures,
// and trained to say "#" for glyphs that are no part of numbers. Two things are done about its errors
// of that kind: a line it half takes for text goes to the text model as well, and where the text
// model sees nothing but a figure, or is unsure of its letters and the network sooner saw a figure,
// the line becomes a figure again.
#include "ocr/recognizer.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "ocr/figure_text.h"
#include "ocr/figure_vote.h"
#include "ocr/mixed_line.h"
#include "ocr/number_reader.h"
#include "ocr/number_symbols.h"
#include "ocr/tesseract_engine.h"
#include "ocr/text_image.h"
#include "ocr/text_reader.h"

namespace crossfoot {
namespace {

// The text model's own confidence from which a line that the network found empty holds text; below
// it reads specks as letters.
constexpr double kSureOfOverlooked = 0.5;

// The same where the network saw glyphs: text has 0.95 and more, what is made of strokes 0.9 and less.
constexpr double kSureThatText = 0.93;

// Below it one text in five is misread, from it on one in thirty; letters that are no letters have
// less, too.
constexpr double kSureText = 0.96;

// Both ways: which one helps depends on the face and on how the strokes have spread.
constexpr double kOtherSizes[] = {0.85, 1.15};

// Confidence of a text that has no room on its line.
constexpr double kAtMostTooLong = 0.5;

// Confidence of a dash that both readers saw as strokes; only its length may be wrong.
constexpr double kTwoSawStrokes = 0.9;

// What specks and ends of rules are read as.
bool is_mark(const std::string& text) { return text.size() < 3; }

// One glyph that both readers could take for a letter or a digit. In tables a lone 0 is common and a
// lone O is not.
bool may_be_lone_digit(const std::string& text, const NumberReading& number) {
  constexpr double kNear = 5;  // cost of the digit beside "#"
  if (text.size() > 1) return false;
  if (number.text != kForeign) return is_lone_digit(number.text);
  return !number.alternatives.empty() && number.alternatives.front().cost < kNear &&
         is_lone_digit(number.alternatives.front().text);
}

// Nothing but strokes: what the text model makes of a dash for "nil".
bool is_stroke(std::string text) {
  for (const std::string_view stroke : {"一", "—", "－", "ー", "-", "_", "~", " "}) {
    for (std::size_t at; (at = text.find(stroke)) != std::string::npos;) {
      text.erase(at, stroke.size());
    }
  }
  return text.empty();
}

// The network's dash, where it is its first or second thought; "" otherwise.
std::string dash_of(const NumberReading& number) {
  const auto is_dash = [](const std::string& text) { return text == "—" || text == "-"; };
  if (is_dash(number.text)) return number.text;
  for (const Alternative& alternative : number.alternatives) {
    if (is_dash(alternative.text)) return alternative.text;
  }
  return "";
}

// I, O and l are how readers of text see 1 and 0.
bool is_letter(char c) {
  return ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) &&
         std::string_view("IOlo").find(c) == std::string_view::npos;
}

// A word, surely read; figures have signs, marks of currency and notes beside them, but no words.
bool has_sure_word(const TesseractReading& text) {
  constexpr int kShortest = 3;
  int letters = 0, longest = 0;
  for (const char c : text.text) {
    letters = is_letter(c) ? letters + 1 : 0;
    longest = std::max(longest, letters);
  }
  return text.confidence >= kSureText && longest >= kShortest;
}

// Letters among digits, surely read: the code of a project, a firm or a form. The network knows no
// letters and now and then takes one for a digit or a sign, and a code would be an amount.
bool is_lettered_code(const TesseractReading& text) {
  const auto is_part = [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; };
  return text.confidence >= kSureText && has_digit(text.text) &&
         std::any_of(text.text.begin(), text.text.end(), is_letter) &&
         std::all_of(text.text.begin(), text.text.end(), is_part);
}

void keep_surer(TesseractReading& best, TesseractReading other) {
  if (other.confidence > best.confidence && !is_stroke(other.text)) best = std::move(other);
}

int count_cjk(const std::string& text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), begins_cjk));
}

bool has_cjk(const std::string& text) { return count_cjk(text) > 0; }

// More characters than there is room for: the text model reads a lone 否 as 和否. A character is as wide
// as its line's ink is high; the margins of the image, wide as they are high, are no part of either.
bool is_too_long_for(const Raster& line, const std::string& text) {
  constexpr double kInkHeight = 0.6;  // of Chinese, in heights of the line's image
  constexpr double kNarrowest = 0.4;  // of a character, in heights of the ink; half of condensed type
  const int others = count_cjk(text) - 1;
  return others > 0 && line.width - line.height < others * kNarrowest * kInkHeight * line.height;
}

// Digits and what may be one or two letters: the Chinese model reads K-57763 as 了-57763.
bool may_hold_letters(const std::string& text) {
  constexpr int kMostLetters = 2;
  const int cjk = count_cjk(text);
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return cjk <= kMostLetters && cjk <= digits;
}

// As 2020年 and 55元/人 do, while the letters of codes are sooner before their digits.
bool ends_in_cjk(const std::string& text) {
  constexpr std::size_t kBytes = 3;  // of a character
  return text.size() >= kBytes && begins_cjk(text[text.size() - kBytes]);
}

class Recognizer : public TextRecognizer {
 public:
  Recognizer(std::unique_ptr<TesseractEngine> first, bool eng_beside)
      : first_(std::move(first)), reader_(load_text_reader(*first_)), eng_beside_(eng_beside) {}

  std::vector<RecognizedLine> recognize_lines(const std::vector<Raster>& lines) override {
    const std::vector<NumberReading> numbers = numbers_.read(lines);
    std::vector<std::size_t> texts;
    std::vector<const Raster*> text_lines;
    std::vector<RecognizedLine> results(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (numbers[i].blank) {
        results[i] = {"", 1, {}};
      } else if (may_be_text(lines[i], numbers[i])) {
        texts.push_back(i);
        text_lines.push_back(&lines[i]);
      } else if (numbers[i].text.empty()) {
        results[i] = unknown(lines[i]);
      } else {
        results[i] = figure(lines[i], numbers[i]);
      }
    }
    const SureReadings sure = reader_ ? reader_->read(text_lines) : SureReadings(texts.size());
    for (std::size_t k = 0; k < texts.size(); ++k) {
      results[texts[k]] = text_or_figure(*text_lines[k], numbers[texts[k]], sure[k]);
    }
    return results;
  }

  std::vector<RecognizedLine> recognize_sure_lines(const std::vector<Raster>& lines) override {
    std::vector<RecognizedLine> results(lines.size());
    if (!reader_) return results;
    std::vector<const Raster*> all;
    for (const Raster& line : lines) all.push_back(&line);
    const SureReadings sure = reader_->read(all);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!sure[i] || is_too_long_for(lines[i], sure[i]->text)) continue;
      results[i] = {sure[i]->text, sure[i]->confidence, {}};
    }
    return results;
  }

 private:
  using SureReadings = std::vector<std::optional<TesseractReading>>;

  // sure: what the reader of many lines is sure of.
  RecognizedLine text_or_figure(const Raster& line, const NumberReading& number,
                                const std::optional<TesseractReading>& sure) {
    const bool sees_all = !is_too_short_for(line, number);
    const TesseractReading text = read_text(line, sure);
    if (const std::string dash = dash_of(number); !dash.empty() && is_stroke(text.text)) {
      return {dash, std::max(number.probability, kTwoSawStrokes), {}};
    }
    if (is_lettered_code(text)) return text_line(text, number);
    const bool sooner_figure = sees_all && !number.foreign && has_digit(number.text) &&
                               text.confidence < kSureText;
    if (!sooner_figure && !looks_like_figure(text.text) && !may_be_lone_digit(text.text, number)) {
      return text_line(text, number);
    }
    // A figure after all: the network's best reading without other glyphs is it.
    NumberReading plain = number;
    if (plain.foreign && !plain.alternatives.empty()) {
      plain.text = plain.alternatives.front().text;
      plain.alternatives.erase(plain.alternatives.begin());
    } else if (plain.foreign) {
      plain.text = text.text;
    }
    plain.foreign = false;
    plain.probability = std::min(plain.probability, 1 - plain.foreign_probability);
    return vote(plain, figures_of(line));
  }

  // Ink in which the network sees nothing: dirt, or text that it overlooked.
  RecognizedLine unknown(const Raster& line) {
    const TesseractReading text = first_->read(line, TesseractUse::text);
    if (text.confidence < kSureOfOverlooked || is_mark(text.text)) return {};
    return {text.text, text.confidence, {}};
  }

  RecognizedLine figure(const Raster& line, const NumberReading& number) {
    if (!needs_second_reader(number)) return network_line(number);
    const TesseractReading text = latin().read(line, TesseractUse::text);
    if (has_sure_word(text) || is_lettered_code(text)) return text_line(text, number);
    return vote(number, figures_of(line));
  }

  TesseractReading read_text(const Raster& line, const std::optional<TesseractReading>& sure) {
    std::optional<TesseractReading> by_eng;
    if (sure && !is_too_long_for(line, sure->text)) {
      if (ends_in_cjk(sure->text) || !eng_may_know_better(sure->text)) return *sure;
      by_eng = latin().read(line, TesseractUse::text);
      if (by_eng->text == sure->text) {
        return {sure->text, std::max(sure->confidence, by_eng->confidence)};
      }
      if (has_cjk(sure->text) && !is_lettered_code(*by_eng)) return *sure;
    }
    TesseractReading text = looked_at(line);
    if (!eng_may_know_better(text.text)) return text;
    if (!by_eng) by_eng = latin().read(line, TesseractUse::text);
    const bool better = by_eng->confidence >= text.confidence &&
                        (!has_cjk(text.text) || is_lettered_code(*by_eng));
    return better ? *by_eng : text;
  }

  bool eng_may_know_better(const std::string& text) const {
    return eng_beside_ && (!has_cjk(text) || may_hold_letters(text));
  }

  std::string figures_of(const Raster& line) {
    return latin().read(line, TesseractUse::figures).text;
  }

  // For Latin script and figures. Loaded when it is first needed: many a Chinese page has no doubtful
  // figure and no Latin text.
  TesseractEngine& latin() {
    if (!eng_beside_) return *first_;
    if (!eng_) eng_ = TesseractEngine::load("eng");
    if (!eng_) throw std::runtime_error("Tesseract's language data for \"eng\" is damaged");
    return *eng_;
  }

  TesseractReading look(const Raster& line, double size = 1) {
    TesseractReading text = first_->read(line, TesseractUse::text, size);
    if (is_too_long_for(line, text.text)) text.confidence = std::min(text.confidence, kAtMostTooLong);
    return text;
  }

  // By the text model; in other sizes where it is unsure, and at last as it is where it sees nothing,
  // though the network saw other glyphs than a figure's, or more than there is room for.
  TesseractReading looked_at(const Raster& line) {
    TesseractReading best = look(line);
    for (const double size : kOtherSizes) {
      if (best.confidence >= kSureText) return best;
      if (!differs_in_size(line, size)) continue;
      keep_surer(best, look(line, size));
    }
    if (!best.text.empty() && !is_too_long_for(line, best.text)) return best;
    const bool nothing_seen = best.text.empty();
    keep_surer(best, first_->read(line, TesseractUse::sure_text));
    return !nothing_seen || best.confidence >= kSureThatText ? best : TesseractReading{};
  }

  RecognizedLine text_line(const TesseractReading& text, const NumberReading& number) {
    RecognizedLine result;
    // Letters and digits of one Latin type are one script to `eng`, which reads both better there.
    result.text = has_cjk(text.text) ? with_figures_of(number.text, text.text) : text.text;
    result.confidence = text.confidence;
    if (result.text != text.text) result.alternatives.push_back({text.text, 1});
    return result;
  }

  NumberReader numbers_;
  std::unique_ptr<TesseractEngine> first_;  // the first language asked for
  std::optional<TextReader> reader_;        // of the same language
  bool eng_beside_;                         // `eng` was asked for, too
  std::unique_ptr<TesseractEngine> eng_;
};

std::vector<std::string> split(const std::string& languages) {
  std::vector<std::string> names;
  std::string name;
  for (const char c : languages + "+") {
    if (c != '+') {
      name += c;
    } else if (!name.empty()) {
      names.push_back(std::exchange(name, {}));
    }
  }
  return names;
}

Error missing(const std::string& language) {
  std::string package = "tesseract-ocr-" + language;
  std::replace(package.begin(), package.end(), '_', '-');
  return {ErrorCode::missing_dependency, "", std::nullopt,
          "Tesseract has no language data for \"" + language + "\"",
          "install the package " + package + " or choose another language with --lang"};
}

Result<std::unique_ptr<TextRecognizer>> make_recognizer(const std::vector<std::string>& languages) {
  const std::vector<std::string> installed = installed_languages();
  for (const std::string& language : languages) {
    if (std::find(installed.begin(), installed.end(), language) == installed.end()) {
      return missing(language);
    }
  }
  auto first = TesseractEngine::load(languages.front());
  if (!first) return missing(languages.front());
  const bool eng = std::find(languages.begin() + 1, languages.end(), "eng") != languages.end();
  return std::unique_ptr<TextRecognizer>(std::make_unique<Recognizer>(std::move(first), eng));
}

}  // namespace

RecognizerFactory recognizer_factory(const std::string& languages) {
  return [names = split(languages)]() -> Result<std::unique_ptr<TextRecognizer>> {
    if (names.empty()) {
      return Error{ErrorCode::usage, "", std::nullopt, "no language is given",
                   "name one or more, for instance --lang chi_sim+eng"};
    }
    return make_recognizer(names);
  };
}

}  // namespace crossfoot
