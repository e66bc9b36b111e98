// Reads a page's lines of text together, with the network of Tesseract's language data, and says what
// it is sure of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/raster.h"
#include "ocr/language_data.h"
#include "ocr/tesseract_engine.h"

namespace crossfoot {

class TextReader {
 public:
  explicit TextReader(LanguageData data)
      : network_(std::move(data.network)), characters_(std::move(data.characters)) {}

  // One reading per line, in their order; nothing where it is unsure. Confidence is on Tesseract's
  // scale, of the whole line. 2 to 3 ms a line of Chinese.
  std::vector<std::optional<TesseractReading>> read(const std::vector<const Raster*>& lines) const;

 private:
  std::optional<TesseractReading> reading_of(const LineScores& scores) const;

  LineNetwork network_;
  Characters characters_;
};

// With the language data of the engine, where it is of a kind that can be read so and has Chinese or
// Japanese characters: words of letters are read better with Tesseract's dictionary ("Leve!", "At31").
std::optional<TextReader> load_text_reader(const TesseractEngine& engine);

}  // namespace crossfoot
