// Pages in parallel: each worker has a document and a recogniser of its own and takes the next page
// that nobody has taken; results are put in page order, so they do not depend on who was faster.
#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "extract/extract.h"
#include "extract/read_page.h"
#include "extract/stitch_pages.h"

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

PageReading unreadable(int page, std::string message) {
  PageReading reading;
  reading.page.number = page;
  reading.page.error = std::move(message);
  return reading;
}

// What the imaging libraries throw (memory, a size they cannot handle) costs this page alone.
Result<PageReading> read_guarded(const PageContent& content, OcrMode ocr,
                                 const RecognizerSource& recognizer,
                                 const std::function<void(const PageTrace&)>& trace) {
  try {
    return read_page(content, ocr, recognizer, trace);
  } catch (const std::exception& exception) {
    return unreadable(content.number, std::string("cannot be analysed: ") + exception.what());
  }
}

class PageWorkers {
 public:
  PageWorkers(const DocumentBytes& input, const ExtractOptions& options, std::vector<int> pages)
      : input_(input), options_(options), pages_(std::move(pages)), readings_(pages_.size()) {}

  // first: the document that was opened to count the pages serves the first worker.
  Result<std::vector<PageReading>> run(std::unique_ptr<Document> first) {
    const int wanted = std::clamp(options_.jobs, 1, std::max(1, static_cast<int>(pages_.size())));
    std::vector<std::thread> threads;
    for (int i = 1; i < wanted; ++i) {
      threads.emplace_back([this] {
        auto document = open_document(input_, options_.open);
        if (document) {
          work(**document);
        } else {
          fail(document.error());
        }
      });
    }
    work(*first);
    for (std::thread& thread : threads) thread.join();
    // Pages that need no recogniser are kept when none can be made.
    if (error_ && pages_read_ == 0) return *error_;
    return std::move(readings_);
  }

 private:
  void work(Document& document) {
    std::unique_ptr<TextRecognizer> recognizer;
    const RecognizerSource source = [&]() -> Result<TextRecognizer*> {
      if (!recognizer) {
        auto made = options_.recognizer();
        if (!made) return made.error();
        recognizer = std::move(*made);
      }
      return recognizer.get();
    };
    std::function<void(const PageTrace&)> trace;
    if (options_.trace) {
      trace = [this](const PageTrace& seen) {
        const std::lock_guard lock(mutex_);
        options_.trace(seen);
      };
    }
    while (true) {
      const std::size_t index = next_++;
      if (index >= pages_.size()) return;
      auto content = document.load_page(pages_[index]);
      if (content) {
        if (options_.page) {
          const std::lock_guard lock(mutex_);
          options_.page(*content);
        }
        auto reading = read_guarded(*content, options_.ocr, source, trace);
        if (reading) {
          readings_[index] = std::move(*reading);
          ++pages_read_;
        } else {
          const Error& error = reading.error();
          readings_[index] = unreadable(pages_[index], error.message + "; " + error.remedy);
          fail(error);
        }
      } else {
        readings_[index] = unreadable(pages_[index], content.error().message);
      }
      report_progress();
    }
  }

  void fail(Error error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
  }

  void report_progress() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (options_.progress) options_.progress(done_, static_cast<int>(pages_.size()));
  }

  const DocumentBytes& input_;
  const ExtractOptions& options_;
  const std::vector<int> pages_;
  std::vector<PageReading> readings_;
  std::atomic<std::size_t> next_{0};
  std::atomic<int> pages_read_{0};
  std::mutex mutex_;
  int done_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<TableDocument> extract_tables(const DocumentBytes& input, const ExtractOptions& options) {
  auto document = open_document(input, options.open);
  if (!document) return document.error();
  const int page_count = (*document)->page_count();
  if (const auto error = page_out_of_range(input, options.pages, page_count)) return *error;
  std::vector<int> pages = options.pages;
  if (pages.empty()) {
    for (int page = 1; page <= page_count; ++page) pages.push_back(page);
  }
  auto readings = PageWorkers(input, options, std::move(pages)).run(std::move(*document));
  if (!readings) return readings.error();
  TableDocument tables = stitch_pages(std::move(*readings), options.stitch);
  tables.source = input.name;
  return tables;
}

}  // namespace crossfoot
