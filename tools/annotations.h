// What `crossfoot annotate` adds to a PDF.
#pragma once

#include "extract/annotate_pdf.h"
#include "reconcile/check.h"

namespace crossfoot {

// Marks on failing, suspect and repaired cells, with what is stated and computed; a bookmark for
// each relation that fails. With text_layer the text of pages that were recognised.
PdfAdditions annotations_of(const CheckResult& result, bool text_layer);

}  // namespace crossfoot
