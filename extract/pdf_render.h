#pragma once

#include "extract/document.h"

namespace crossfoot {

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
  // The displayed page at `dpi`, RGB when `colour`, else gray. Empty when poppler cannot draw it.
  virtual Raster render(int number, double dpi, bool colour) = 0;
  virtual std::vector<Word> words(int number) = 0;
};

}  // namespace crossfoot
