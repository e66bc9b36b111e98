// One thread, one poll() over the sockets of all workers, and the clock. Nothing here waits for a
// worker: answers are put together from the pieces that come, and a worker whose time is over is
// killed. A killed or crashed worker's place is filled by the next request that is given to it.
#include "extract/workers/worker_pool.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstring>
#include <optional>
#include <utility>

#include "extract/workers/messages.h"
#include "extract/workers/worker_process.h"

namespace crossfoot {
namespace {

using Clock = std::chrono::steady_clock;

std::string rounded(double value) {
  std::string text = std::to_string(std::round(value * 10) / 10);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

Error failed(std::string message, std::string remedy) {
  return {ErrorCode::unreadable, "", std::nullopt, std::move(message), std::move(remedy)};
}

Error crashed(std::string message) {
  return {ErrorCode::crashed, "", std::nullopt, std::move(message), ""};
}

Error too_slow(const WorkerLimits& limits) {
  return failed("took longer than " + rounded(limits.seconds) + " s", "raise --page-timeout");
}

// What a worker's wait status says of its end.
Error cause_of(int status, const WorkerLimits& limits) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) {
    return failed("was ended by the system (signal 9), which may be out of memory",
                  "read fewer pages at the same time with --jobs");
  }
  if (WIFSIGNALED(status)) {
    return crashed("crashed (signal " + std::to_string(WTERMSIG(status)) + ")");
  }
  switch (WEXITSTATUS(status)) {
    case kMemoryRanOut:
      return failed("needs more memory than " +
                        rounded(static_cast<double>(limits.memory_bytes) / (1 << 20)) + " MB",
                    "raise --page-memory");
    case kNestedTooDeeply:
      return crashed("is nested too deeply");
    default:
      return crashed("crashed (status " + std::to_string(WEXITSTATUS(status)) + ")");
  }
}

}  // namespace

// A place for a process; empty until it is needed, and after its process has ended.
class WorkerPool::Worker {
 public:
  Worker() = default;
  ~Worker() { end(); }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  bool is_idle() const { return !request; }

  // Kills the process, if it lives, and gives its wait status.
  int end() {
    if (process == 0) return 0;
    ::close(std::exchange(socket, -1));
    ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    process = 0;
    answered = 0;
    task = 0;
    incoming = {};
    request.reset();
    return status;
  }

  pid_t process = 0;
  int socket = -1;
  int answered = 0;         // requests so far
  std::uint64_t task = 0;   // the one it knows
  std::optional<std::size_t> request;
  Clock::time_point deadline;
  MessageAssembly incoming;
};

struct WorkerPool::Run {
  const std::vector<std::string>& requests;
  const Done& done;
};

WorkerPool::WorkerPool(int most_workers, WorkerLimits limits,
                       std::function<std::unique_ptr<Work>()> make_work)
    : limits_(limits), make_work_(std::move(make_work)), workers_(most_workers) {
  // Now, while the program holds no document that they would inherit.
  for (Worker& worker : workers_) start(worker);
}

WorkerPool::~WorkerPool() = default;

void WorkerPool::begin(std::string options, std::shared_ptr<const std::string> data) {
  options_ = std::move(options);
  data_ = std::move(data);
  ++task_;
}

void WorkerPool::start(Worker& worker) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;
  // A worker that takes no request is found out by the clock, too.
  const timeval patience{static_cast<time_t>(std::ceil(limits_.seconds)), 0};
  ::setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  const pid_t parent = ::getpid(), process = ::fork();
  if (process == 0) run_worker(ends[1], parent, limits_, make_work_);
  ::close(ends[1]);
  if (process < 0) {
    ::close(ends[0]);
    return;
  }
  worker.process = process;
  worker.socket = ends[0];
}

void WorkerPool::give(Worker& worker, std::size_t request, Run& run) {
  if (worker.process == 0) start(worker);
  if (worker.process == 0) {
    return run.done(request, failed(std::string("cannot be read: no process can be started: ") +
                                        std::strerror(errno), "read fewer pages at the same time "
                                        "with --jobs"));
  }
  worker.request = request;
  worker.deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                       std::chrono::duration<double>(limits_.seconds));
  // A worker that is gone is seen where its answer is waited for.
  if (worker.task != task_ &&
      !(send_message(worker.socket, MessageKind::options, options_) &&
        send_message(worker.socket, MessageKind::data, *data_))) {
    return;
  }
  worker.task = task_;
  send_message(worker.socket, MessageKind::request, run.requests[request]);
}

// Its worker has crashed or left. Another one decides, where it may have been the work before.
void WorkerPool::settle_lost(Worker& worker, Run& run) {
  const std::size_t request = *worker.request;
  const bool was_new = worker.answered == 0;
  const int status = worker.end();
  if (was_new) {
    run.done(request, cause_of(status, limits_));
  } else {
    give(worker, request, run);
  }
}

int WorkerPool::milliseconds_left() const {
  Clock::time_point first = Clock::time_point::max();
  for (const Worker& worker : workers_) {
    if (worker.request) first = std::min(first, worker.deadline);
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, 1'000'000));
}

void WorkerPool::wait_for_answers(Run& run) {
  std::vector<pollfd> sockets;
  for (const Worker& worker : workers_) {
    sockets.push_back({worker.request ? worker.socket : -1, POLLIN, 0});
  }
  ::poll(sockets.data(), sockets.size(), milliseconds_left());
  for (std::size_t i = 0; i < workers_.size(); ++i) {
    Worker& worker = workers_[i];
    if (!worker.request) continue;
    const auto state = sockets[i].revents != 0 ? worker.incoming.take_from(worker.socket)
                                               : MessageAssembly::State::incomplete;
    if (state == MessageAssembly::State::complete) {
      ++worker.answered;
      run.done(*std::exchange(worker.request, std::nullopt), worker.incoming.take().bytes);
    } else if (state == MessageAssembly::State::broken) {
      settle_lost(worker, run);
    } else if (Clock::now() >= worker.deadline) {
      const std::size_t request = *worker.request;
      worker.end();
      run.done(request, too_slow(limits_));
    }
  }
}

void WorkerPool::run(const std::vector<std::string>& requests, const Done& done) {
  // Workers that are left with a request, because `done` threw, are of no use to the next run.
  struct EndBusy {
    std::vector<Worker>& workers;
    ~EndBusy() {
      for (Worker& worker : workers) {
        if (worker.request) worker.end();
      }
    }
  } const end_busy{workers_};
  Run run{requests, done};
  std::size_t next = 0;
  while (true) {
    for (Worker& worker : workers_) {
      if (worker.is_idle() && next < requests.size()) give(worker, next++, run);
    }
    const bool any_busy = std::any_of(workers_.begin(), workers_.end(),
                                      [](const Worker& worker) { return !worker.is_idle(); });
    if (!any_busy && next == requests.size()) return;
    if (any_busy) wait_for_answers(run);
  }
}

}  // namespace crossfoot
