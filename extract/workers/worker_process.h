// The worker's side of the pool.
#pragma once

#include <functional>
#include <memory>

#include "extract/workers/worker_pool.h"

namespace crossfoot {

// With what status a worker ends that knows why it must.
enum WorkerStatus { kAsked = 0, kMemoryRanOut = 81, kNestedTooDeeply = 82, kThrew = 83 };

// Called in a process that was just forked: gives up what a worker does not need, keeps the limits,
// answers the requests that come over the socket, and ends with the process of the parent.
[[noreturn]] void run_worker(int socket, int parent, const WorkerLimits& limits,
                             const std::function<std::unique_ptr<Work>()>& make_work);

}  // namespace crossfoot
