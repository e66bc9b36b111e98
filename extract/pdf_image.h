// Internal to extract/: pixels of an image object of a PDF. Not a public header.
#pragma once

#include <podofo/podofo.h>

#include <optional>

#include "extract/raster.h"

namespace crossfoot {

// The image at its own resolution: DCT, CCITT G3 and G4, and Flate at 1 or 8 bits, gray or RGB.
// Nothing for what poppler does better (JPX, JBIG2, CMYK, indexed colour, masks, decode arrays).
// dpi is left 0. Throws PoDoFo::PdfError.
std::optional<Raster> decode_plain_image(PoDoFo::PdfObject& image);

}  // namespace crossfoot
