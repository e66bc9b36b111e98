// Tesseract 5's LSTM on one line per call (page segmentation mode 7, or 13).
//
// A line is brought to the height its models were trained on: shrunk when it is higher, never
// enlarged, because twice the size costs 5 % of the figures. Debian's models are tessdata_fast.
//
// Tesseract's own OpenMP threads fight over the cores with ours and cost five to ten times the time;
// omp_set_max_active_levels(0) in every thread that recognises stops them, omp_set_num_threads(1) and
// a late OMP_THREAD_LIMIT do not.
//
// Mode 7 looks for the text first, and now and then finds none: short lines of Chinese are lost whole.
// Mode 13 takes the line as it is, but makes words of dirt; it is for lines that surely hold some.
#include "ocr/tesseract_engine.h"

#include <omp.h>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <filesystem>

#include "ocr/figure_text.h"
#include "ocr/recognizer.h"
#include "ocr/text_image.h"

namespace crossfoot {
namespace {

constexpr double kFigureInk = 25;  // as kTextInk; digits alone are 0.7 of a line with brackets

constexpr const char* kFigureCharacters = "0123456789,.-()%";

constexpr int kNominalDpi = 300;  // only silences a guess; line reading does not use it

}  // namespace

struct TesseractEngine::Impl {
  tesseract::TessBaseAPI api;

  double least_sure_symbol() {
    const std::unique_ptr<tesseract::ResultIterator> symbol(api.GetIterator());
    if (!symbol) return 0;
    double least = 100;
    do {
      if (!symbol->Empty(tesseract::RIL_SYMBOL)) {
        least = std::min<double>(least, symbol->Confidence(tesseract::RIL_SYMBOL));
      }
    } while (symbol->Next(tesseract::RIL_SYMBOL));
    return std::clamp(least / 100, 0.0, 1.0);
  }
};

TesseractEngine::TesseractEngine() : impl_(std::make_unique<Impl>()) {}
TesseractEngine::~TesseractEngine() = default;

std::unique_ptr<TesseractEngine> TesseractEngine::load(const std::string& language) {
  omp_set_max_active_levels(0);
  std::unique_ptr<TesseractEngine> engine(new TesseractEngine);
  tesseract::TessBaseAPI& api = engine->impl_->api;
  if (api.Init(nullptr, language.c_str(), tesseract::OEM_LSTM_ONLY) != 0) return nullptr;
  api.SetVariable("debug_file", "/dev/null");
  return engine;
}

TesseractReading TesseractEngine::read(const Raster& line, TesseractUse use, double size) {
  tesseract::TessBaseAPI& api = impl_->api;
  const bool figures = use == TesseractUse::figures;
  api.SetPageSegMode(use == TesseractUse::sure_text ? tesseract::PSM_RAW_LINE
                                                    : tesseract::PSM_SINGLE_LINE);
  api.SetVariable("tessedit_char_whitelist", figures ? kFigureCharacters : "");
  const cv::Mat image = with_ink_height(line, size * (figures ? kFigureInk : kTextInk));
  api.SetImage(image.data, image.cols, image.rows, 1, static_cast<int>(image.step));
  api.SetSourceResolution(kNominalDpi);
  TesseractReading reading;
  if (api.Recognize(nullptr) != 0) return reading;
  const std::unique_ptr<char[]> text(api.GetUTF8Text());
  if (text) reading.text = normalized(text.get());
  if (!reading.text.empty()) reading.confidence = impl_->least_sure_symbol();
  api.Clear();
  return reading;
}

std::string TesseractEngine::data_file() const {
  const std::filesystem::path folder = impl_->api.GetDatapath();
  return folder / (std::string(impl_->api.GetInitLanguagesAsString()) + ".traineddata");
}

std::string tesseract_version() { return tesseract::TessBaseAPI::Version(); }

std::vector<std::string> installed_languages() {
  tesseract::TessBaseAPI api;
  std::vector<std::string> names;
  // Without a language Init loads nothing but finds the data folder.
  if (api.Init(nullptr, nullptr, tesseract::OEM_LSTM_ONLY) == 0) {
    api.GetAvailableLanguagesAsVector(&names);
  }
  std::erase(names, "osd");
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace crossfoot
