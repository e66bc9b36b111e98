// Work in processes of their own, so that whatever a library does with a hostile or damaged document
// - crash, run for ever, take all memory - costs the one request that it did it for.
//
// The pool knows nothing of documents: a task is some bytes, a request and its answer are. Workers
// are kept from request to request and from task to task.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "extract/result.h"

namespace crossfoot {

struct WorkerLimits {
  double seconds = 120;  // by the clock, for one request; > 0
  // Writable memory of a worker; 0 for no limit.
  std::size_t memory_bytes = std::size_t{2} << 30;
};

// What a worker does. It lives in the worker, is told of a task before the first request of it, and
// may throw: std::bad_alloc says that the limit was met, anything else counts as a crash.
class Work {
 public:
  virtual ~Work() = default;
  virtual void begin(std::string options, std::string data) = 0;
  virtual std::string answer(const std::string& request) = 0;
};

class WorkerPool {
 public:
  // make_work: called once in each worker. Workers are forked at once, when the program is small.
  WorkerPool(int most_workers, WorkerLimits limits,
             std::function<std::unique_ptr<Work>()> make_work);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // What the requests from now on are about.
  void begin(std::string options, std::shared_ptr<const std::string> data);

  // Has each request answered, and hands over each answer as it comes, in no order. A request whose
  // worker broke a limit (unreadable) or crashed (crashed) has an error instead, which says so: "took longer
  // than 120 s". A worker that had done other work before is not believed in this: its request goes
  // to a new one. Not for programs with threads that may hold a library's lock while this forks.
  using Done = std::function<void(std::size_t request, Result<std::string> answer)>;
  void run(const std::vector<std::string>& requests, const Done& done);

 private:
  class Worker;
  struct Run;
  void start(Worker& worker);
  void give(Worker& worker, std::size_t request, Run& run);
  void wait_for_answers(Run& run);
  void settle_lost(Worker& worker, Run& run);
  int milliseconds_left() const;

  WorkerLimits limits_;
  std::function<std::unique_ptr<Work>()> make_work_;
  std::vector<Worker> workers_;
  std::string options_;
  std::shared_ptr<const std::string> data_;
  std::uint64_t task_ = 0;
};

}  // namespace crossfoot
