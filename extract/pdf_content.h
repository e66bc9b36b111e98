// Internal to extract/: walks a page's content stream with PoDoFo. Not a public header.
#pragma once

#include <podofo/podofo.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace crossfoot {

// x' = a x + c y + e, y' = b x + d y + f, as in PDF 32000-1, 8.3.4.
using PdfMatrix = std::array<double, 6>;

struct PlacedImage {
  PoDoFo::PdfObject* object = nullptr;
  PdfMatrix to_page{};  // from the unit square to the page's user space
};

struct PdfContent {
  std::vector<PlacedImage> images;
  bool visible_text = false;
  bool lost_image = false;   // an image or a form that is drawn is not in the file
  // The filter of a content stream that is compressed as an image ("JBIG2Decode"): no page's is, and
  // 300 bytes of it may stand for 10^10 pixels. Nothing else has been read then.
  std::optional<std::string> image_filter;
  bool other_marks = false;  // paths, shadings, inline images, forms that are too deep
};

// Reads the operators of the page and of the forms it draws. Throws PoDoFo::PdfError.
PdfContent read_content(PoDoFo::PdfPage& page);

}  // namespace crossfoot
