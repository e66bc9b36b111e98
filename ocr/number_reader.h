// Reads lines of printed numbers with the network, and says which lines are not numbers.
#pragma once

#include <string>
#include <vector>

#include "extract/text_recognizer.h"
#include "ocr/number_network.h"

namespace crossfoot {

struct NumberReading {
  bool blank = false;    // no ink at all; everything else is then as default
  std::string text;      // symbols of number_symbols.h; "" where no glyph was seen
  bool foreign = false;  // glyphs of text are on the line; then `text` holds kForeign for each run
  double probability = 0;  // of `text` among all readings the search kept, number grammar included
  double foreign_probability = 0;         // that the line holds other glyphs
  std::vector<Alternative> alternatives;  // ranked, costs in natural logarithms, without `text`
};

// Fewer symbols were read than ink of that width can be.
bool is_too_short_for(const Raster& line, const NumberReading& number);

// Other glyphs may be on the line, or more of them than were read.
bool may_be_text(const Raster& line, const NumberReading& number);

class NumberReader {
 public:
  // One reading per line, in their order. lines as in TextRecognizer. 0.6 to 0.9 ms a line.
  std::vector<NumberReading> read(const std::vector<Raster>& lines);

 private:
  NumberNetwork network_;
};

}  // namespace crossfoot
