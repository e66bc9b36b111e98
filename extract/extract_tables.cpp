// Pages in parallel, by worker processes or by threads: each has a document and a recogniser of its
// own and takes the next page that nobody has taken; results are put in page order, so they do not
// depend on who was faster.
#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>
#include <thread>

#include "extract/extract.h"
#include "extract/page_reader.h"
#include "extract/page_workers.h"
#include "extract/stitch_pages.h"
#include "reconcile/label_readings.h"

namespace crossfoot {
namespace {

std::optional<Error> page_out_of_range(const DocumentBytes& input, const std::vector<int>& pages,
                                       int page_count) {
  for (const int page : pages) {
    if (page < 1 || page > page_count) {
      return Error{ErrorCode::usage, input.name, page, "there is no such page",
                   "the document has pages 1 to " + std::to_string(page_count)};
    }
  }
  return std::nullopt;
}

// Where the answers for the pages end up, whoever gives them, one at a time.
class Answers {
 public:
  Answers(const ExtractOptions& options, const std::vector<int>& pages)
      : options_(options), pages_(pages), readings_(pages.size()) {}

  void take(std::size_t index, Result<PageAnswer> answer) {
    const std::lock_guard lock(mutex_);
    if (answer) {
      if (!answer->reading.page.error) ++pages_read_;
    } else {
      if (!error_) error_ = answer.error();
      answer = unreadable_page(pages_[index], answer.error());
    }
    if (options_.take_pictures) options_.take_pictures(std::move(answer->pictures));
    readings_[index] = std::move(answer->reading);
    ++done_;
    if (options_.progress) options_.progress(done_, static_cast<int>(pages_.size()));
  }

  // Pages that need no recogniser are kept when none can be made.
  Result<std::vector<PageReading>> all() && {
    if (error_ && pages_read_ == 0) return *error_;
    return std::move(readings_);
  }

 private:
  const ExtractOptions& options_;
  const std::vector<int>& pages_;
  std::mutex mutex_;
  std::vector<PageReading> readings_;
  int pages_read_ = 0, done_ = 0;
  std::optional<Error> error_;
};

Result<PageAnswer> read_in_thread(Document& document, int page, const ExtractOptions& options,
                                  LazyRecognizer& recognizer) {
  try {
    return read_page_of(document, page, options, recognizer);
  } catch (const std::bad_alloc&) {
    return unreadable_page(page, {ErrorCode::unreadable, "", page, "needs more memory than there is",
                                  "read fewer pages at the same time"});
  }
}

// first: the document that was opened to count the pages serves the first thread.
void read_in_threads(const DocumentBytes& input, const ExtractOptions& options, Document& first,
                     const std::vector<int>& pages, Answers& answers) {
  std::atomic<std::size_t> next{0};
  const auto read_with = [&](Document& document) {
    LazyRecognizer recognizer(options.recognizer);
    for (std::size_t i; (i = next++) < pages.size();) {
      answers.take(i, read_in_thread(document, pages[i], options, recognizer));
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min<std::size_t>(options.jobs, pages.size()); ++i) {
    threads.emplace_back([&] {
      // What this document cannot be opened for, the first one could: the others read its pages.
      if (auto document = open_document(input, options.open)) read_with(**document);
    });
  }
  read_with(first);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

Result<int> count_pages(const DocumentBytes& input, const ExtractOptions& options) {
  if (options.workers != nullptr) {
    options.workers->begin(input, options);
    return options.workers->page_count();
  }
  const auto document = open_document(input, options.open);
  if (!document) return document.error();
  return document.value()->page_count();
}

Result<TableDocument> extract_tables(const DocumentBytes& input, const ExtractOptions& options) {
  std::unique_ptr<Document> document;  // of the threads
  int page_count = 0;
  if (options.workers != nullptr) {
    const auto counted = count_pages(input, options);
    if (!counted) return counted.error();
    page_count = *counted;
  } else {
    auto opened = open_document(input, options.open);
    if (!opened) return opened.error();
    document = std::move(*opened);
    page_count = document->page_count();
  }
  if (const auto error = page_out_of_range(input, options.pages, page_count)) return *error;
  std::vector<int> pages = options.pages;
  for (int page = 1; options.pages.empty() && page <= page_count; ++page) pages.push_back(page);
  if (static_cast<int>(pages.size()) > options.most_pages) {
    return Error{ErrorCode::unreadable, input.name, std::nullopt,
                 "has " + std::to_string(pages.size()) + " pages to read, more than " +
                     std::to_string(options.most_pages),
                 "choose some with --pages or raise --max-pages"};
  }

  Answers answers(options, pages);
  if (options.workers != nullptr) {
    options.workers->read(pages, [&](std::size_t index, Result<PageAnswer> answer) {
      answers.take(index, std::move(answer));
    });
  } else {
    read_in_threads(input, options, *document, pages, answers);
  }
  auto readings = std::move(answers).all();
  if (!readings) return readings.error();
  TableDocument tables = stitch_pages(std::move(*readings), options.stitch);
  agree_on_labels(tables);
  tables.source = input.name;
  return tables;
}

}  // namespace crossfoot
