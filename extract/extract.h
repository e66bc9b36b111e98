// The whole of extraction: a document in, its tables and paragraphs out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/pictures.h"
#include "extract/result.h"
#include "extract/text_recognizer.h"
#include "reconcile/table.h"

namespace crossfoot {

enum class OcrMode {
  automatic,  // a page with a trustworthy text layer uses its words, any other is recognised
  always,
  never,      // pages without a text layer give the structure of their tables with empty cells
};

class PageWorkers;

struct ExtractOptions {
  std::vector<int> pages;  // 1-based, ascending, each once; empty means all
  int most_pages = 10'000;  // more to read than this is an error, unreadable
  OcrMode ocr = OcrMode::automatic;
  OpenOptions open;
  bool stitch = true;  // off: the parts of a table on several pages stay tables of their own
  // Processes that read the pages, so that none can harm this one; see page_workers.h. Without them
  // `jobs` threads do, each with a recogniser of its own.
  PageWorkers* workers = nullptr;
  int jobs = 1;                  // >= 1
  RecognizerFactory recognizer;  // of the threads; may be empty only with OcrMode::never
  std::function<void(int done, int total)> progress;  // called from one thread at a time, may be {}
  PictureOptions pictures;
  std::function<void(PagePictures)> take_pictures;  // the same; of every page that was read
};

// Of the document, all of them. Opening it fails as in extract_tables().
Result<int> count_pages(const DocumentBytes& input, const ExtractOptions& options);

// Extracts the tables. A page that cannot be read stands in the result with its error, the others
// keep theirs; the call itself fails only when the document cannot be opened, a page number is out
// of range, or the recogniser cannot be made. The result does not depend on `jobs`.
Result<TableDocument> extract_tables(const DocumentBytes& input, const ExtractOptions& options);

}  // namespace crossfoot
