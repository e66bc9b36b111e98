#pragma once

#include "extract/document.h"

namespace crossfoot {

// For hearing what poppler has to say of an image, which it decodes whole at any resolution: 20 ms
// for a fax of 300 dpi.
constexpr double kListeningDpi = 10;

// image_damage: a decoder of CCITT, JBIG2 or JPX data could not make sense of them. What it could is
// drawn, which may be nothing. Of wrong bytes that still decode to something poppler says nothing.
struct DrawnPage {
  Raster raster;  // empty when poppler cannot draw the page
  bool image_damage = false;
  std::vector<int> left_over;  // bytes of each JBIG2 segment that its decoder did not use, if any
};

// Draws pages and reads their text layer, through poppler. Not thread-safe.
class PdfRenderer {
 public:
  // password may be "". Error encrypted or unreadable.
  static Result<std::unique_ptr<PdfRenderer>> open(const DocumentBytes& input,
                                                   const std::string& password);
  virtual ~PdfRenderer() = default;
  virtual int page_count() const = 0;
  // Size in points as displayed (/Rotate applied), of the crop box; nothing for a broken page.
  virtual std::optional<std::pair<double, double>> page_size(int number) = 0;
  // The displayed page at `dpi`, RGB when `colour`, else gray.
  virtual DrawnPage render(int number, double dpi, bool colour) = 0;
  virtual std::vector<Word> words(int number) = 0;
};

}  // namespace crossfoot
