#pragma once

#include "extract/clean_page.h"
#include "extract/find_rulings.h"
#include "extract/text_recognizer.h"

namespace crossfoot {

// Turns the page upside down, and finds its rulings again, when a few of its lines read better that
// way. For pages whose layout does not tell; costs the recognition of mostly four, at most sixteen short
// lines.
void settle_orientation(CleanPage& page, Rulings& rulings, TextRecognizer& recognizer);

}  // namespace crossfoot
