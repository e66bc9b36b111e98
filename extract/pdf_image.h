// Internal to extract/: pixels of an image object of a PDF. Not a public header.
#pragma once

#include <podofo/podofo.h>

#include <optional>

#include "extract/raster.h"

namespace crossfoot {

// The image at its own resolution: DCT, CCITT G3 and G4, and Flate at 1 or 8 bits, gray or RGB.
// Nothing for what poppler does better (JPX, JBIG2, CMYK, indexed colour, masks, decode arrays).
// dpi is left 0. is_cut becomes true where the data end before the image does; poppler may draw what
// there is of it. Throws PoDoFo::PdfError.
std::optional<Raster> decode_plain_image(PoDoFo::PdfObject& image, bool& is_cut);

}  // namespace crossfoot
