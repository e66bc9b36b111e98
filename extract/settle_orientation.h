#pragma once

#include "extract/clean_page.h"
#include "extract/text_recognizer.h"

namespace crossfoot {

// Turns the page upside down when a few of its lines read better that way. For pages whose layout
// does not tell; costs the recognition of up to sixteen short lines.
void settle_orientation(CleanPage& page, TextRecognizer& recognizer);

}  // namespace crossfoot
