// One model of Tesseract that reads line images. The only file pair that calls Tesseract.
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

// figures: nothing but digits and their punctuation may be read. sure_text: the line is known to hold
// text, and is read without asking where on it that stands.
enum class TesseractUse { text, sure_text, figures };

// One set of a language's data, 13 to 45 MB; loading it takes 0.3 to 0.4 s. Not thread-safe.
class TesseractEngine {
 public:
  // Null when the language data is not there. language: one name, "chi_sim".
  static std::unique_ptr<TesseractEngine> load(const std::string& language);
  ~TesseractEngine();

  // line as in TextRecognizer. size: of what the model sees, of the one at which it reads best; a line
  // is never enlarged. 8 ms (eng) to 20 ms (chi_sim).
  TesseractReading read(const Raster& line, TesseractUse use, double size = 1);

  std::string data_file() const;  // path of the language data

 private:
  TesseractEngine();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crossfoot
