// One model of Tesseract that reads line images. The only file pair that knows Tesseract.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/raster.h"

namespace crossfoot {

struct TesseractReading {
  std::string text;       // normalized() already
  double confidence = 0;  // Tesseract's own, of its least sure symbol, 0..1
};

enum class TesseractUse { text, figures };

// Initialised once (0.1 to 0.2 s, 13 to 45 MB); not thread-safe.
class TesseractEngine {
 public:
  // Null when the language data is not there. language: one name, "chi_sim". figures: nothing but
  // digits and their punctuation may be read.
  static std::unique_ptr<TesseractEngine> load(const std::string& language, TesseractUse use);
  ~TesseractEngine();

  // line as in TextRecognizer. 8 ms (eng) to 20 ms (chi_sim).
  TesseractReading read(const Raster& line);

 private:
  TesseractEngine();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crossfoot
