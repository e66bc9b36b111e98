// Where the text of a page comes from. Layout asks for the lines in a region and does not know
// whether a recogniser or the file's own text layer answers: one pipeline, two sources of words.
#pragma once

#include <string>
#include <vector>

#include "extract/clean_page.h"
#include "extract/document.h"
#include "extract/text_recognizer.h"

namespace crossfoot {

struct TextLine {
  std::string text;
  PixelBox box;  // px of the clean page
  double confidence = 1;
  std::vector<Alternative> alternatives;
};

class TextSource {
 public:
  virtual ~TextSource() = default;
  // For each cell its lines, top to bottom. All cells of a table in one call: recognisers work in
  // batches.
  virtual std::vector<std::vector<TextLine>> lines_in(const std::vector<PixelBox>& cells) = 0;
  // Boxes of the words of the page, or of parts of words, outside the boxes of `taken`; not in order.
  // Costs no recognition.
  virtual std::vector<PixelBox> words_outside(const std::vector<PixelBox>& taken) = 0;
  // Reads each piece of a line; in the order of the boxes, those where nothing is printed left out.
  virtual std::vector<TextLine> read(const std::vector<PixelBox>& pieces) = 0;
};

// Recognises the ink of a page. `page` must have its rulings erased and must, like the recogniser,
// outlive the source.
class RecognizedText : public TextSource {
 public:
  RecognizedText(const CleanPage& page, TextRecognizer& recognizer)
      : page_(page), recognizer_(recognizer) {}
  std::vector<std::vector<TextLine>> lines_in(const std::vector<PixelBox>& cells) override;
  std::vector<PixelBox> words_outside(const std::vector<PixelBox>& taken) override;
  std::vector<TextLine> read(const std::vector<PixelBox>& pieces) override;

 private:
  const CleanPage& page_;
  TextRecognizer& recognizer_;
};

// The words of a text layer.
class LayerText : public TextSource {
 public:
  LayerText(const CleanPage& page, const std::vector<Word>& words);
  std::vector<std::vector<TextLine>> lines_in(const std::vector<PixelBox>& cells) override;
  std::vector<PixelBox> words_outside(const std::vector<PixelBox>& taken) override;
  std::vector<TextLine> read(const std::vector<PixelBox>& pieces) override;

 private:
  struct Glyph {
    std::string text;
    PixelBox box;
    int word = 0;
    double x() const { return (box.x0 + box.x1) / 2.0; }
    double y() const { return (box.y0 + box.y1) / 2.0; }
  };
  std::vector<std::vector<const Glyph*>> glyph_lines(const PixelBox& region) const;
  bool stands_alone(const std::vector<const Glyph*>& line, std::size_t i) const;
  TextLine line_of(std::vector<const Glyph*>::const_iterator begin,
                   std::vector<const Glyph*>::const_iterator end) const;

  PixelBox fitted_to_ink(const PixelBox& word) const;
  static void cut_to_lines(std::vector<PixelBox>& fitted, const std::vector<PixelBox>& claimed);

  const CleanPage& page_;
  double text_height_px_;
  std::vector<Glyph> glyphs_;
};

}  // namespace crossfoot
