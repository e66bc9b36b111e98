// What a worker gives up, in the order it does: the descriptors that it inherited, standard input
// and output, large stacks, core files, files that grow, memory beyond the limit, and then by
// sandbox() every call to the kernel that reading a document does not need.
//
// A worker that must die says by its status why, where it can tell:
//   - memory: an allocation that failed leaves ENOMEM in errno, and the next thing that happens in
//     libraries written in C is a signal (poppler aborts, others use the null pointer);
//   - nesting: the address of the fault lies at the end of the stack.
#include "extract/workers/worker_process.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <new>

#include "extract/workers/messages.h"
#include "extract/workers/sandbox.h"

namespace crossfoot {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // its shadow is memory, and it says what it finds on stderr
#else
constexpr bool kSanitized = false;
#endif

// What a document may nest its objects to; the usual limit of a shell, whatever this one's is.
constexpr rlim_t kStackBytes = 8 << 20;

// A function's frame may step over the guard page by this much.
constexpr std::uintptr_t kNearStackEnd = 1 << 20;

constexpr int kWorkerSocket = 3;

std::uintptr_t stack_begin = 0;

void on_fatal_signal(int signal, siginfo_t* info, void*) {
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  const std::uintptr_t stack_end = stack_begin - kStackBytes;
  if (signal == SIGSEGV && address < stack_end + kNearStackEnd &&
      address > stack_end - kNearStackEnd) {
    _exit(kNestedTooDeeply);
  }
  if (errno == ENOMEM) _exit(kMemoryRanOut);
  raise(signal);  // with the default action again
}

void name_fatal_signals() {
  static std::array<char, 1 << 16> stack;  // the other one may be what has run out
  const stack_t alternate{stack.data(), 0, stack.size()};
  sigaltstack(&alternate, nullptr);
  struct sigaction action {};
  action.sa_sigaction = on_fatal_signal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL}) {
    sigaction(signal, &action, nullptr);
  }
}

void limit(int resource, rlim_t value) {
  struct rlimit limits {};
  getrlimit(resource, &limits);
  limits.rlim_cur = std::min(value, limits.rlim_max);
  setrlimit(resource, &limits);
}

// Reading a page takes and frees pictures of megabytes by the dozen. glibc gives each back to the
// kernel, which zeroes the next one page by page: two fifths of the time of a 300-dpi scan. A worker
// keeps what it has had until it ends; the most it holds stays the same.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLargestKept = 256 << 20;  // bytes; an A3 sheet at 600 dpi in colour takes 209 MB
  mallopt(M_MMAP_THRESHOLD, kLargestKept);
  mallopt(M_TRIM_THRESHOLD, 2 * kLargestKept - 1);  // beyond which free memory goes back; an int
#endif
}

void keep_limits(const WorkerLimits& limits) {
  limit(RLIMIT_STACK, kStackBytes);
  limit(RLIMIT_CORE, 0);
  std::signal(SIGXFSZ, SIG_IGN);
  limit(RLIMIT_FSIZE, 0);
  // Writable memory, not address space: libraries reserve much of that and never use it.
  if (limits.memory_bytes > 0 && !kSanitized) limit(RLIMIT_DATA, limits.memory_bytes);
}

// Leaves the socket, as descriptor 3, and nothing else.
void close_descriptors(int socket) {
  const int nothing = ::open("/dev/null", O_RDWR);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  // What libraries print about a damaged file is said by the page's error.
  if (!kSanitized) dup2(nothing, STDERR_FILENO);
  if (socket != kWorkerSocket) dup2(socket, kWorkerSocket);
  closefrom(kWorkerSocket + 1);
}

void answer_requests(Work& work) {
  std::string options;
  while (auto message = receive_message(kWorkerSocket)) {
    switch (message->kind) {
      case MessageKind::options:
        options = std::move(message->bytes);
        break;
      case MessageKind::data:
        work.begin(std::move(options), std::move(message->bytes));
        break;
      default:
        errno = 0;
        if (!send_message(kWorkerSocket, MessageKind::answer, work.answer(message->bytes))) return;
    }
  }
}

}  // namespace

void run_worker(int socket, int parent, const WorkerLimits& limits,
                const std::function<std::unique_ptr<Work>()>& make_work) {
  stack_begin = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(kAsked);  // it died before the line above
  close_descriptors(socket);
  keep_freed_memory();
  keep_limits(limits);
  name_fatal_signals();
  try {
    const std::unique_ptr<Work> work = make_work();
    enter_sandbox();
    answer_requests(*work);
  } catch (const std::bad_alloc&) {
    _exit(kMemoryRanOut);
  } catch (...) {
    _exit(kThrew);
  }
  _exit(kAsked);
}

}  // namespace crossfoot
