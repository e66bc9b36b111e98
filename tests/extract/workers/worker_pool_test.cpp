// What hostile documents make libraries do, done on purpose.
#include "extract/workers/worker_pool.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <stdexcept>
#include <thread>

#include "extract/workers/sandbox.h"

namespace crossfoot {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Deep enough for any stack, and not a loop to the compiler.
int nested(int depth) {
  volatile char frame[4096] = {};
  frame[0] = static_cast<char>(depth);
  return depth == 0 ? 0 : nested(depth - 1) + frame[0];
}

// A library in C whose allocation fails, and which then aborts.
void take_all_and_abort() {
  while (void* block = std::malloc(std::size_t{1} << 24)) {
    std::fill_n(static_cast<char*>(block), std::size_t{1} << 24, '\x7F');
  }
  std::abort();
}

std::string can_be_done(bool done) { return done ? "done" : "refused"; }

class Mischief : public Work {
 public:
  void begin(std::string options, std::string data) override { task_ = options + ":" + data; }

  std::string answer(const std::string& request) override {
    ++requests_;
    if (request == "crash") std::raise(SIGSEGV);
    if (request == "crash unless new" && requests_ > 1) std::raise(SIGSEGV);
    if (request == "leave") std::_Exit(7);
    if (request == "throw") throw std::runtime_error("a defect");
    if (request == "loop") {
      for (volatile bool for_ever = true; for_ever;) {
      }
    }
    if (request == "nest") nested(1'000'000);
    if (request == "take memory") std::vector<std::string>(1000, std::string(1 << 24, 'x'));
    if (request == "take memory in C") take_all_and_abort();
    if (request == "who") return std::to_string(getpid());
    if (request == "how often") return std::to_string(requests_);
    if (request == "write")
      return can_be_done(::open("worker_was_here", O_CREAT | O_WRONLY, 0600) >= 0);
    if (request == "connect") return can_be_done(::socket(AF_INET, SOCK_STREAM, 0) >= 0);
    if (request == "kill") return can_be_done(::kill(getppid(), 0) == 0);
    if (request == "fork") return can_be_done(::fork() >= 0);
    if (request == "read") return can_be_done(std::ifstream("/proc/self/status").good());
    if (request == "thread") {
      std::thread([] {}).join();
      return "done";
    }
    return task_ + "/" + request;
  }

 private:
  std::string task_;
  int requests_ = 0;
};

WorkerPool pool_of(int workers, WorkerLimits limits = {}) {
  return {workers, limits, [] { return std::make_unique<Mischief>(); }};
}

// The answers, or what is said instead.
std::vector<std::string> answers(WorkerPool& pool, const std::vector<std::string>& requests) {
  std::vector<std::string> answers(requests.size(), "none");
  pool.run(requests, [&](std::size_t request, Result<std::string> answer) {
    EXPECT_EQ(answers[request], "none");
    if (!answer) {
      const bool crashed = answer.error().message.find("crashed") == 0 ||
                           answer.error().message == "is nested too deeply";
      EXPECT_EQ(answer.error().code, crashed ? ErrorCode::crashed : ErrorCode::unreadable);
    }
    answers[request] = answer ? *answer : answer.error().to_string();
  });
  return answers;
}

void begin(WorkerPool& pool, const std::string& options, const std::string& data) {
  pool.begin(options, std::make_shared<std::string>(data));
}

TEST(WorkerPool, EveryRequestOfATaskIsAnswered) {
  WorkerPool pool = pool_of(2);
  begin(pool, "first", "data");
  EXPECT_THAT(answers(pool, {"1", "2", "3"}),
              ElementsAre("first:data/1", "first:data/2", "first:data/3"));
  // More than a socket holds, so that it arrives in pieces.
  const std::string large(1 << 20, 'd');
  begin(pool, "second", large);
  EXPECT_TRUE(answers(pool, {"1", "2"}) ==
              (std::vector{"second:" + large + "/1", "second:" + large + "/2"}));
  EXPECT_THAT(answers(pool, {}), ElementsAre());
}

TEST(WorkerPool, AWorkerServesTaskAfterTask) {
  WorkerPool pool = pool_of(1);
  begin(pool, "first", "");
  const auto first = answers(pool, {"who", "who"});
  begin(pool, "second", "");
  EXPECT_EQ(answers(pool, {"who", "who"}), first);
  EXPECT_NE(first[0], std::to_string(getpid()));
}

TEST(WorkerPool, WhatEndsAWorkerCostsItsRequestAlone) {
  const std::map<std::string, std::string> said = {
      {"crash", "crashed (signal 11)"},
      {"leave", "crashed (status 7)"},
      {"throw", "crashed (status 83)"},
  };
  for (const auto& [mischief, message] : said) {
    WorkerPool pool = pool_of(2);
    begin(pool, "a", "b");
    EXPECT_THAT(answers(pool, {"1", mischief, "2", "3"}),
                ElementsAre("a:b/1", message, "a:b/2", "a:b/3"));
  }
}

TEST(WorkerPool, ALoopIsEndedByTheClock) {
  WorkerPool pool = pool_of(1, {.seconds = 1.5});
  begin(pool, "", "");
  EXPECT_THAT(answers(pool, {"loop"}), ElementsAre("took longer than 1.5 s; raise --page-timeout"));
}

TEST(WorkerPool, MemoryBeyondTheLimitIsNamed) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "the sanitizer's own memory knows no limit";
#endif
  WorkerPool pool = pool_of(1, {.memory_bytes = std::size_t{256} << 20});
  begin(pool, "a", "b");
  const std::string message = "needs more memory than 256 MB; raise --page-memory";
  EXPECT_THAT(answers(pool, {"take memory", "take memory in C", "1"}),
              ElementsAre(message, message, "a:b/1"));
}

TEST(WorkerPool, NestingThatNoStackHoldsIsNamed) {
  WorkerPool pool = pool_of(1);
  begin(pool, "", "");
  EXPECT_THAT(answers(pool, {"nest"}), ElementsAre("is nested too deeply"));
}

// The damage may have been done by a request before.
TEST(WorkerPool, ACrashCountsOnlyInANewWorker) {
  WorkerPool pool = pool_of(1);
  begin(pool, "a", "b");
  EXPECT_THAT(answers(pool, {"1", "crash unless new", "how often"}),
              ElementsAre("a:b/1", "a:b/crash unless new", "2"));
}

TEST(WorkerPool, AnExceptionOfTheCallerLeavesNoStaleAnswers) {
  WorkerPool pool = pool_of(2);
  begin(pool, "a", "b");
  EXPECT_THROW(pool.run({"1", "2", "3"},
                        [](std::size_t, const Result<std::string>&) { throw std::exception(); }),
               std::exception);
  EXPECT_THAT(answers(pool, {"4", "5"}), ElementsAre("a:b/4", "a:b/5"));
}

TEST(Sandbox, LeavesReadingAndThreadsAndNothingElse) {
  if (const auto obstacle = sandbox_obstacle()) GTEST_SKIP() << *obstacle;
  WorkerPool pool = pool_of(1);
  begin(pool, "", "");
  EXPECT_THAT(answers(pool, {"read", "thread", "write", "connect", "kill", "fork"}),
              ElementsAre("done", "done", "refused", "refused", "refused", "refused"));
}

}  // namespace
}  // namespace crossfoot
