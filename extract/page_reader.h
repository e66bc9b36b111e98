// One document that is open, its pages read one by one by one thread or process.
#pragma once

#include <memory>
#include <string>

#include "extract/document.h"
#include "extract/extract.h"
#include "extract/page_tables.h"
#include "extract/pictures.h"
#include "extract/result.h"

namespace crossfoot {

struct PageAnswer {
  PageReading reading;
  PagePictures pictures;
};

// A page that gives nothing but the reason.
PageAnswer unreadable_page(int number, const Error& why);

// The recogniser of a thread or process, made when the first page needs it.
class LazyRecognizer {
 public:
  explicit LazyRecognizer(RecognizerFactory make) : make_(std::move(make)) {}
  Result<TextRecognizer*> get();

 private:
  RecognizerFactory make_;
  std::unique_ptr<TextRecognizer> made_;
};

// A page that cannot be read is an answer with its error. Fails only where the page needs a
// recogniser and none can be made. Throws std::bad_alloc where memory runs out, also in libraries
// that say so otherwise.
Result<PageAnswer> read_page_of(Document& document, int number, const ExtractOptions& options,
                                LazyRecognizer& recognizer);

}  // namespace crossfoot
