// What the layout asks of a recogniser. extract/ defines the question and knows no engine; ocr/
// answers it with Tesseract, tests with a recording.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "extract/raster.h"
#include "extract/result.h"
#include "reconcile/table.h"

namespace crossfoot {

struct RecognizedLine {
  std::string text;       // "" when nothing is printed there
  double confidence = 0;  // 0..1, that `text` is exactly what is printed
  std::vector<Alternative> alternatives;  // ranked, cheapest first, without `text` itself
};

// One set of engines. Not thread-safe: each thread makes its own through a RecognizerFactory.
class TextRecognizer {
 public:
  virtual ~TextRecognizer() = default;
  // lines: each gray, one channel, dark ink on white, one printed line upright, rulings and specks
  // removed, at least 2 px of white around the ink. All lines of a page come in one call, so that an
  // engine can work in batches. One result for each line, in their order.
  virtual std::vector<RecognizedLine> recognize_lines(const std::vector<Raster>& lines) = 0;
  // The same at a fraction of the time, for the lines that are surely read; "" with confidence 0 for
  // all others.
  virtual std::vector<RecognizedLine> recognize_sure_lines(const std::vector<Raster>& lines) {
    return std::vector<RecognizedLine>(lines.size());
  }
};

using RecognizerFactory = std::function<Result<std::unique_ptr<TextRecognizer>>()>;

}  // namespace crossfoot
