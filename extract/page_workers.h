// The pages of documents, read by processes of their own.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "extract/extract.h"
#include "extract/page_messages.h"
#include "extract/page_reader.h"
#include "extract/workers/worker_pool.h"

namespace crossfoot {

// What `work` gives, done in a process of its own with these limits.
Result<std::string> in_own_process(const WorkerLimits& limits,
                                   const std::function<Result<std::string>()>& work);

// One pool serves all documents of a run: a worker's recogniser, half a second's work, is made once.
class PageWorkers {
 public:
  // jobs: pages read at the same time. recognizer: as in ExtractOptions, called in the workers.
  PageWorkers(int jobs, const WorkerLimits& limits, RecognizerFactory recognizer);

  // The document that the calls below are about. A PDF over which a worker crashes is read again
  // with OpenOptions::distrust.
  void begin(const DocumentBytes& input, const ExtractOptions& options);
  Result<int> page_count();
  // Reads the pages and hands over each as it is done, in no order; a page that cost a worker its
  // life is an answer with the reason. An error is of the recogniser.
  using Done = std::function<void(std::size_t index, Result<PageAnswer> answer)>;
  void read(const std::vector<int>& pages, const Done& done);

 private:
  Result<int> counted();
  bool distrust();

  WorkerPool pool_;
  DocumentTask task_;
  std::shared_ptr<const std::string> bytes_;
  std::optional<int> page_count_;
};

}  // namespace crossfoot
