#pragma once

#include "extract/clean_page.h"
#include "extract/find_rulings.h"
#include "extract/text_recognizer.h"

namespace crossfoot {

// Turns the page upside down, and finds its rulings again, when a few of its lines read better that
// way. For pages whose layout does not tell; costs that of eight short lines that are surely read, and
// where these do not settle it the full recognition of mostly four more, at most sixteen.
void settle_orientation(CleanPage& page, Rulings& rulings, TextRecognizer& recognizer);

}  // namespace crossfoot
