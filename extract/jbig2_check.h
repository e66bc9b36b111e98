#pragma once

#include <string>

namespace crossfoot {

// Pixels of the largest page or region that JBIG2 data, as a PDF has them, say to be; whatever the
// image's dictionary says, decoders make room for these. 0 where there is none.
double jbig2_pixels(const std::string& data);

// Whether the arithmetic code of a JBIG2 image, as a PDF has it (T.88 without its file header), is
// too short for what it draws: a byte before was changed. `globals` is the stream of /JBIG2Globals,
// or "". Decodes the image once, through poppler: 0.1 s for a page of 300 dpi.
bool jbig2_overruns(const std::string& data, const std::string& globals, int width, int height);

}  // namespace crossfoot
