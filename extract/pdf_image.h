// Internal to extract/: pixels of an image object of a PDF. Not a public header.
#pragma once

#include <podofo/podofo.h>

#include <optional>

#include "extract/raster.h"

namespace crossfoot {

struct PlainImage {
  std::optional<Raster> raster;  // dpi is left 0
  bool is_damaged = false;  // the data end before the image does, or make no sense; poppler may draw
                            // what there is of it
  bool is_unchecked = false;  // the decoder says nothing of damage (CCITT)
};

// The image at its own resolution: DCT, CCITT G3 and G4, and Flate at 1 or 8 bits, gray or RGB.
// No raster for what poppler does better (JPX, JBIG2, CMYK, indexed colour, masks, decode arrays).
// Throws PoDoFo::PdfError.
PlainImage decode_plain_image(PoDoFo::PdfObject& image);

// Of the image as its dictionary says, or its data where those say more.
double pixels_of(const PoDoFo::PdfObject& image);

// Whether a JBIG2 image is damaged in a way that its decoder passes over. Throws PoDoFo::PdfError.
bool has_silent_damage(const PoDoFo::PdfObject& image);

}  // namespace crossfoot
