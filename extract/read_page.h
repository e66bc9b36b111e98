// One page: pixels and words in, tables and paragraphs out. This file's .cpp shows the whole flow.
#pragma once

#include <functional>

#include "extract/document.h"
#include "extract/extract.h"
#include "extract/page_tables.h"
#include "extract/text_recognizer.h"
#include "extract/trace.h"

namespace crossfoot {

// Gives the thread's recogniser, made on the first call: pages with text of their own need none.
using RecognizerSource = std::function<Result<TextRecognizer*>()>;

// Fails only where the page needs a recogniser and none can be made. May throw what the imaging
// library throws.
Result<PageReading> read_page(const PageContent& content, OcrMode ocr,
                              const RecognizerSource& recognizer,
                              const std::function<void(const PageTrace&)>& trace = {});

}  // namespace crossfoot
