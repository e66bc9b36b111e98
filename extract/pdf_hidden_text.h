// Internal to extract/: text that a reader of the PDF finds and a viewer does not draw.
#pragma once

#include <podofo/podofo.h>

#include <string>
#include <vector>

#include "extract/annotate_pdf.h"
#include "extract/pdf_place.h"

namespace crossfoot {

// A font without outlines that has every character of Unicode's first plane; 2.3 kB in the file.
PoDoFo::PdfObject* add_glyphless_font(PoDoFo::PdfMemDocument& document);

// The content stream that sets each line into its box in render mode 3 (invisible), with the font
// under the name `font`.
std::string hidden_text_content(const std::vector<PdfHiddenText>& lines, const PdfView& view,
                                const std::string& font);

}  // namespace crossfoot
