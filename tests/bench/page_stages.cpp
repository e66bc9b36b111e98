// Where the processor time of scanned pages goes.
//
//     page_stages DOCUMENT...    milliseconds a page for each stage, and their share
//
//     open         PDF or image to pixels
//     straighten   light, turn, tilt, bend, ink, specks
//     numbers      the number network, over all lines
//     text         the lines that may be text, together
//     tesseract    Tesseract on what the two are unsure of
//     layout       all the rest: rulings, grids, lines, assembly
//
// and the peak memory of it all.
//
// Documents are read in this process, one thread. `open`, `straighten`, `numbers` and `text` are run
// a second time by themselves; `tesseract` is what recognition took beyond the networks, `layout`
// what the page took beyond all of these. Language data, which a worker loads once, is loaded before.
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "extract/clean_page.h"
#include "extract/extract.h"
#include "ocr/number_reader.h"
#include "ocr/recognizer.h"
#include "ocr/tesseract_engine.h"
#include "ocr/text_reader.h"

namespace {

using namespace crossfoot;

double cpu_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <typename Work>
double ms_of(Work work) {
  const double begin = cpu_ms();
  work();
  return cpu_ms() - begin;
}

struct Stages {
  double open = 0, straighten = 0, numbers = 0, text = 0, recognition = 0, all = 0;
  int pages = 0;
};

class TimedRecognizer : public TextRecognizer {
 public:
  explicit TimedRecognizer(Stages& stages) : stages_(stages) {
    auto made = recognizer_factory("chi_sim+eng")();
    if (!made) throw std::runtime_error(made.error().message);
    recognizer_ = std::move(*made);
    text_ = load_text_reader(*TesseractEngine::load("chi_sim"));
  }
  std::vector<RecognizedLine> recognize_lines(const std::vector<Raster>& lines) override {
    std::vector<RecognizedLine> read;
    stages_.recognition += ms_of([&] { read = recognizer_->recognize_lines(lines); });
    std::vector<NumberReading> numbers;
    const double again = ms_of([&] { numbers = numbers_.read(lines); });
    stages_.numbers += again;
    std::vector<const Raster*> texts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (may_be_text(lines[i], numbers[i])) texts.push_back(&lines[i]);
    }
    double text = 0;
    if (text_) text = ms_of([&] { text_->read(texts); });
    stages_.text += text;
    stages_.all -= again + text;
    return read;
  }
  std::vector<RecognizedLine> recognize_sure_lines(const std::vector<Raster>& lines) override {
    std::vector<RecognizedLine> read;
    const double text = ms_of([&] { read = recognizer_->recognize_sure_lines(lines); });
    stages_.text += text;
    stages_.recognition += text;
    return read;
  }

 private:
  Stages& stages_;
  std::unique_ptr<TextRecognizer> recognizer_;
  NumberReader numbers_;
  std::optional<TextReader> text_;
};

// Every page goes to the one that has loaded its models.
class Borrowed : public TextRecognizer {
 public:
  explicit Borrowed(TextRecognizer& lender) : lender_(lender) {}
  std::vector<RecognizedLine> recognize_lines(const std::vector<Raster>& lines) override {
    return lender_.recognize_lines(lines);
  }
  std::vector<RecognizedLine> recognize_sure_lines(const std::vector<Raster>& lines) override {
    return lender_.recognize_sure_lines(lines);
  }

 private:
  TextRecognizer& lender_;
};

bool measure(const std::string& path, TextRecognizer& recognizer, Stages& stages) {
  const auto input = read_input(path);
  if (!input) return false;
  const auto opened = open_document(*input, {});
  if (!opened) return false;
  for (int number = 1; number <= (*opened)->page_count(); ++number) {
    PageContent page;
    stages.open += ms_of([&] {
      if (auto loaded = (*opened)->load_page(number)) page = std::move(*loaded);
    });
    if (page.raster.empty()) continue;
    stages.straighten += ms_of([&] { clean_page(page.raster, {.straighten = page.is_scan}); });
    ++stages.pages;
  }
  ExtractOptions options;
  options.ocr = OcrMode::always;
  options.recognizer = [&]() -> Result<std::unique_ptr<TextRecognizer>> {
    return std::unique_ptr<TextRecognizer>(std::make_unique<Borrowed>(recognizer));
  };
  stages.all += ms_of([&] { (void)extract_tables(*input, options); });
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: page_stages DOCUMENT...\n");
    return 2;
  }
  Stages stages;
  TimedRecognizer recognizer(stages);
  for (int i = 1; i < argc; ++i) {
    if (!measure(argv[i], recognizer, stages)) {
      std::fprintf(stderr, "page_stages: cannot read %s\n", argv[i]);
      return 3;
    }
  }
  const double pages = std::max(1, stages.pages);
  const auto print = [&](const char* stage, double ms) {
    std::printf("%-12s %8.1f ms %6.1f %%\n", stage, ms / pages, 100 * ms / stages.all);
  };
  std::printf("%d pages\n", stages.pages);
  print("open", stages.open);
  print("straighten", stages.straighten);
  print("numbers", stages.numbers);
  print("text", stages.text);
  print("tesseract", stages.recognition - stages.numbers - stages.text);
  print("layout", stages.all - stages.open - stages.straighten - stages.recognition);
  print("all", stages.all);
  rusage used{};
  if (getrusage(RUSAGE_SELF, &used) == 0) {
    std::printf("peak memory %5.0f MB\n", static_cast<double>(used.ru_maxrss) / 1024);
  }
  return 0;
}
