#include "extract/page_workers.h"

#include <memory>
#include <stdexcept>
#include <utility>

#include "extract/page_messages.h"

namespace crossfoot {
namespace {

const std::string kCountPages;  // a request without a page number

class PageWork : public Work {
 public:
  explicit PageWork(RecognizerFactory recognizer) : recognizer_(std::move(recognizer)) {}

  void begin(std::string options, std::string data) override {
    document_.reset();
    task_ = task_from(options).value();
    input_ = {task_.name, std::make_shared<const std::string>(std::move(data))};
  }

  std::string answer(const std::string& request) override {
    if (!document_) {
      auto opened = open_document(input_, task_.options.open);
      if (!opened) return to_bytes(Result<int>(opened.error()));
      document_ = std::move(*opened);
    }
    if (request == kCountPages) return to_bytes(Result<int>(document_->page_count()));
    return to_bytes(read_page_of(*document_, std::stoi(request), task_.options, recognizer_));
  }

 private:
  DocumentTask task_;
  DocumentBytes input_;
  std::unique_ptr<Document> document_;
  LazyRecognizer recognizer_;
};

class OneAnswer : public Work {
 public:
  explicit OneAnswer(std::function<Result<std::string>()> work) : work_(std::move(work)) {}
  void begin(std::string, std::string) override {}
  std::string answer(const std::string&) override { return to_bytes(work_()); }

 private:
  std::function<Result<std::string>()> work_;
};

Error broken_answer() {
  return {ErrorCode::crashed, "", std::nullopt, "crashed (its answer makes no sense)", ""};
}

}  // namespace

Result<std::string> in_own_process(const WorkerLimits& limits,
                                   const std::function<Result<std::string>()>& work) {
  WorkerPool pool(1, limits, [&work] { return std::make_unique<OneAnswer>(work); });
  pool.begin("", std::make_shared<std::string>());
  std::optional<Result<std::string>> result;
  pool.run({""}, [&](std::size_t, Result<std::string> answer) {
    result = answer ? text_from(*answer) : std::move(answer);
  });
  return result ? std::move(*result) : broken_answer();
}

PageWorkers::PageWorkers(int jobs, const WorkerLimits& limits, RecognizerFactory recognizer)
    : pool_(jobs, limits, [recognizer] { return std::make_unique<PageWork>(recognizer); }) {}

void PageWorkers::begin(const DocumentBytes& input, const ExtractOptions& options) {
  task_ = {input.name, options};
  bytes_ = input.bytes;
  page_count_.reset();
  pool_.begin(to_bytes(task_), bytes_);
}

// From now on the document is read another way. False where it is already, or is no PDF.
bool PageWorkers::distrust() {
  if (!is_pdf(*bytes_) || std::exchange(task_.options.open.distrust, true)) return false;
  pool_.begin(to_bytes(task_), bytes_);
  return true;
}

Result<int> PageWorkers::counted() {
  std::optional<Result<int>> count;
  pool_.run({kCountPages}, [&](std::size_t, Result<std::string> answer) {
    if (answer) {
      count = page_count_from(*answer);
    } else {
      Error error = answer.error();
      error.message.insert(0, "opening it ");
      count = std::move(error);
    }
  });
  if (!count) count = broken_answer();
  if (*count) return *count;
  Error error = count->error();
  error.file = task_.name;
  return error;
}

Result<int> PageWorkers::page_count() {
  auto count = counted();
  if (!count && count.error().code == ErrorCode::crashed && distrust()) count = counted();
  if (count) page_count_ = *count;
  return count;
}

void PageWorkers::read(const std::vector<int>& pages, const Done& done) {
  std::vector<std::string> requests;
  for (const int page : pages) requests.push_back(std::to_string(page));
  const auto hand_over = [&](std::size_t index, const Result<std::string>& answer) {
    if (!answer) return done(index, unreadable_page(pages[index], answer.error()));
    auto page = page_answer_from(*answer);
    done(index, page ? std::move(*page) : unreadable_page(pages[index], broken_answer()));
  };
  std::vector<std::pair<std::size_t, Error>> crashes;
  pool_.run(requests, [&](std::size_t index, const Result<std::string>& answer) {
    if (answer || answer.error().code != ErrorCode::crashed) return hand_over(index, answer);
    crashes.emplace_back(index, answer.error());
  });
  if (crashes.empty()) return;
  // Only where a page's number means the same page again.
  const auto count = distrust() ? counted() : broken_answer();
  if (!count || *count != page_count_) {
    for (const auto& [index, why] : crashes) hand_over(index, why);
    return;
  }
  std::vector<std::string> again;
  for (const auto& [index, why] : crashes) again.push_back(requests[index]);
  pool_.run(again, [&](std::size_t i, const Result<std::string>& answer) {
    hand_over(crashes[i].first, answer);
  });
}

}  // namespace crossfoot
