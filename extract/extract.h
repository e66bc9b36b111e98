// The whole of extraction: a document in, its tables and paragraphs out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/result.h"
#include "extract/text_recognizer.h"
#include "extract/trace.h"
#include "reconcile/table.h"

namespace crossfoot {

enum class OcrMode {
  automatic,  // a page with a trustworthy text layer uses its words, any other is recognised
  always,
  never,      // pages without a text layer give the structure of their tables with empty cells
};

struct ExtractOptions {
  std::vector<int> pages;  // 1-based, ascending, each once; empty means all
  OcrMode ocr = OcrMode::automatic;
  OpenOptions open;
  bool stitch = true;  // off: the parts of a table on several pages stay tables of their own
  int jobs = 1;  // threads over pages, >= 1
  RecognizerFactory recognizer;  // may be empty only with OcrMode::never
  std::function<void(int done, int total)> progress;  // called from one thread at a time, may be {}
  std::function<void(const PageTrace&)> trace;        // the same; sees every page that was read
  std::function<void(const PageContent&)> page;       // the same; sees every page that was loaded
};

// Extracts the tables. A page that cannot be read stands in the result with its error, the others
// keep theirs; the call itself fails only when the document cannot be opened, a page number is out
// of range, or the recogniser cannot be made. The result does not depend on `jobs`.
Result<TableDocument> extract_tables(const DocumentBytes& input, const ExtractOptions& options);

}  // namespace crossfoot
