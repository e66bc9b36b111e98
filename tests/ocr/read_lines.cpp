// Reads a folder of line images and prints how often each reader reads them exactly.
//
//   read_lines FOLDER [--wrong] [--readers]
//
// FOLDER/truth.tsv: file, printed text in the symbols of number_symbols.h, font family; the files are
// PGM. tools/train_numbers/make_lines.py eval makes such folders with fonts and damage that the
// network was not trained on. --readers adds the two Tesseract readers (slow); --wrong lists misreads.
//
// Output: share of exact reads, milliseconds per line, and a reliability table: for each band of
// confidence the lines in it, how many are wrong, and the share that the confidence promised. With
// --readers also what the calibration in ocr/figure_vote.cpp is made from.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "ocr/number_reader.h"
#include "ocr/recognizer.h"
#include "ocr/tesseract_engine.h"
#include "tests/ocr/line_files.h"

namespace crossfoot {
namespace {

// Tesseract writes no currency signs and knows one kind of blank: both sides without them.
std::string digits_only(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::strchr("0123456789,.-()%", c)) out += c;
  }
  return out;
}

struct Outcome {
  std::string text;
  double confidence = 0;
};

struct Band {
  double from = 0;
  int lines = 0, wrong = 0;
  double promised = 0;
};

void print_reliability(const std::vector<LineFile>& samples, const std::vector<Outcome>& outcomes) {
  std::array<Band, 8> bands = {{{0.0}, {0.3}, {0.5}, {0.7}, {0.9}, {0.95}, {0.99}, {0.998}}};
  for (std::size_t i = 0; i < samples.size(); ++i) {
    auto band = std::find_if(bands.rbegin(), bands.rend(),
                             [&](const Band& b) { return outcomes[i].confidence >= b.from; });
    ++band->lines;
    band->wrong += outcomes[i].text != samples[i].truth;
    band->promised += outcomes[i].confidence;
  }
  std::printf("  confidence   lines  wrong  right  promised\n");
  for (const Band& band : bands) {
    if (band.lines == 0) continue;
    std::printf("  from %.3f  %6d %6d  %.4f  %.4f\n", band.from, band.lines, band.wrong,
                1 - static_cast<double>(band.wrong) / band.lines, band.promised / band.lines);
  }
}

void report(const char* name, const std::vector<LineFile>& samples,
            const std::function<std::vector<Outcome>()>& read, bool digits, bool wrong,
            bool reliability) {
  const auto begun = std::chrono::steady_clock::now();
  const std::vector<Outcome> outcomes = read();
  const double ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
  int exact = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const bool right = digits ? digits_only(outcomes[i].text) == digits_only(samples[i].truth)
                              : outcomes[i].text == samples[i].truth;
    exact += right;
    if (!right && wrong) {
      std::printf("  %s %s  read \"%s\"  printed \"%s\"  %.3f  %s\n", name, samples[i].file.c_str(),
                  outcomes[i].text.c_str(), samples[i].truth.c_str(), outcomes[i].confidence,
                  samples[i].family.c_str());
    }
  }
  std::printf("%-22s %zu lines, %.2f %% exact, %.2f ms a line\n", name, samples.size(),
              100.0 * exact / static_cast<double>(samples.size()),
              ms / static_cast<double>(samples.size()));
  if (reliability) print_reliability(samples, outcomes);
}

// What figure_vote.cpp's tables hold: by the network's probability, how often its reading is right
// at all, where Tesseract's digits agree with it, and where they do not.
void print_calibration(const std::vector<LineFile>& samples,
                       const std::vector<Outcome>& network, const std::vector<Outcome>& second) {
  struct Count {
    int lines = 0, right = 0;
  };
  constexpr std::array<double, 7> kFrom = {0.0, 0.3, 0.6, 0.8, 0.95, 0.99, 0.998};
  std::array<std::array<Count, 3>, kFrom.size()> counts{};
  for (std::size_t i = 0; i < samples.size(); ++i) {
    std::size_t band = kFrom.size() - 1;
    while (network[i].confidence < kFrom[band]) --band;
    const bool right = network[i].text == samples[i].truth;
    const bool agrees = digits_only(network[i].text) == digits_only(second[i].text);
    for (const std::size_t kind : {std::size_t{0}, agrees ? std::size_t{1} : std::size_t{2}}) {
      ++counts[band][kind].lines;
      counts[band][kind].right += right;
    }
  }
  std::printf("  network from   right/all   right/agreed   right/differed\n");
  for (std::size_t band = 0; band < kFrom.size(); ++band) {
    const auto& [all, agreed, differed] = counts[band];
    std::printf("  %.3f        %5d/%-5d    %5d/%-5d      %5d/%-5d\n", kFrom[band], all.right,
                all.lines, agreed.right, agreed.lines, differed.right, differed.lines);
  }
}

std::vector<Outcome> read_with(TesseractEngine& engine, TesseractUse use,
                               const std::vector<LineFile>& samples) {
  std::vector<Outcome> outcomes;
  for (const LineFile& sample : samples) {
    const TesseractReading reading = engine.read(sample.image, use);
    outcomes.push_back({reading.text, reading.confidence});
  }
  return outcomes;
}

int run(const std::string& folder, bool wrong, bool readers) {
  const std::vector<LineFile> samples = read_line_files(folder);
  if (samples.empty()) {
    std::cerr << folder << "/truth.tsv: no lines\n";
    return 2;
  }
  const std::vector<Raster> images = images_of(samples);
  NumberReader network;
  report("network", samples,
         [&] {
           std::vector<Outcome> outcomes;
           for (const NumberReading& r : network.read(images)) {
             outcomes.push_back({r.text, r.probability});
           }
           return outcomes;
         },
         false, wrong, true);
  Result<std::unique_ptr<TextRecognizer>> recognizer = recognizer_factory("chi_sim+eng")();
  if (!recognizer) {
    std::cerr << "no recogniser\n";
    return 4;
  }
  report("recognizer", samples,
         [&] {
           std::vector<Outcome> outcomes;
           for (const RecognizedLine& line : (*recognizer)->recognize_lines(images)) {
             outcomes.push_back({line.text, line.confidence});
           }
           return outcomes;
         },
         false, wrong, true);
  if (!readers) return 0;
  const auto eng = TesseractEngine::load("eng");
  const auto chi = TesseractEngine::load("chi_sim");
  std::vector<Outcome> by_network, by_eng;
  report("network, digits", samples,
         [&] {
           for (const NumberReading& r : network.read(images)) {
             by_network.push_back({r.text, r.probability});
           }
           return by_network;
         },
         true, false, false);
  report("tesseract eng digits", samples, [&] { return by_eng = read_with(*eng, TesseractUse::figures, samples); }, true, false,
         false);
  print_calibration(samples, by_network, by_eng);
  report("tesseract chi_sim", samples,
         [&] { return read_with(*chi, TesseractUse::text, samples); }, true, false, false);
  return 0;
}

}  // namespace
}  // namespace crossfoot

int main(int argc, char** argv) {
  bool wrong = false, readers = false;
  std::string folder;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--wrong") {
      wrong = true;
    } else if (argument == "--readers") {
      readers = true;
    } else {
      folder = argument;
    }
  }
  if (folder.empty()) {
    std::cerr << "usage: read_lines FOLDER [--wrong] [--readers]\n";
    return 2;
  }
  return crossfoot::run(folder, wrong, readers);
}
