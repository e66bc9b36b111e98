#include "tools/console.h"

#include <gtest/gtest.h>

#include <csignal>

#include "tests/tools/captured_console.h"

namespace crossfoot {
namespace {

TEST(Console, DataAndMessagesKeepApart) {
  CapturedConsole captured;
  captured.console.write("data\n");
  captured.console.note("said");
  EXPECT_EQ(captured.out(), "data\n");
  EXPECT_EQ(captured.err(), "crossfoot: said\n");
  EXPECT_EQ(captured.exit_code(), 0);
}

TEST(Console, AFailureIsOneLineAndRaisesTheExitCode) {
  CapturedConsole captured;
  captured.console.fail(
      {ErrorCode::unreadable, "a\n.pdf", 3, "cannot be decoded", "scan it again"});
  EXPECT_EQ(captured.err(), "crossfoot: a .pdf: page 3: cannot be decoded; scan it again\n");
  EXPECT_EQ(captured.exit_code(), 3);
  captured.console.raise(ExitCode::findings);
  EXPECT_EQ(captured.exit_code(), 3);
}

TEST(Console, OneInputHasAnOutcomeOfItsOwn) {
  CapturedConsole captured;
  captured.console.fail({ErrorCode::internal, "a.pdf", std::nullopt, "first", ""});
  Console one = captured.console.of_one_input();
  EXPECT_EQ(one.exit_code(), ExitCode::all_holds);
  EXPECT_FALSE(one.first_failure());
  one.fail({ErrorCode::unreadable, "b.pdf", 2, "second", ""});
  one.fail({ErrorCode::unreadable, "b.pdf", 3, "third", ""});
  EXPECT_EQ(one.exit_code(), ExitCode::unreadable);
  EXPECT_EQ(one.first_failure()->message, "second");
  EXPECT_EQ(captured.console.failures(), 1);
  EXPECT_EQ(captured.err(),
            "crossfoot: a.pdf: first\ncrossfoot: b.pdf: page 2: second\n"
            "crossfoot: b.pdf: page 3: third\n");
}

TEST(Console, QuietSaysOnlyWhatFails) {
  CapturedConsole captured(true);
  captured.console.talk(Talk::quiet);
  captured.console.note("said");
  captured.console.detail("more");
  captured.console.progress("a.pdf", 1, 2);
  EXPECT_EQ(captured.err(), "");
  captured.console.fail({ErrorCode::unreadable, "a.pdf", std::nullopt, "is empty", ""});
  EXPECT_EQ(captured.err(), "crossfoot: a.pdf: is empty\n");
  EXPECT_EQ(captured.console.failures(), 1);
}

TEST(Console, VerboseSaysMore) {
  CapturedConsole captured;
  captured.console.detail("more");
  EXPECT_EQ(captured.err(), "");
  captured.console.talk(Talk::verbose);
  captured.console.detail("more");
  EXPECT_EQ(captured.err(), "crossfoot: more\n");
}

TEST(Console, ProgressIsSilentUnlessATerminalShowsIt) {
  CapturedConsole captured;
  captured.console.progress("a.pdf", 1, 2);
  captured.console.end_progress();
  EXPECT_EQ(captured.err(), "");
}

TEST(Console, ProgressGivesWayToAMessage) {
  CapturedConsole captured(true);
  captured.console.progress("a.pdf", 1, 2);
  captured.console.note("said");
  EXPECT_EQ(captured.err(), "\r\x1b[Ka.pdf: 1 of 2 pages\r\x1b[Kcrossfoot: said\n");
}

TEST(Console, AReaderThatHasGoneIsNoError) {
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  close(ends[0]);
  Console console(ends[1], ends[1], false, false);
  console.write("data");
  EXPECT_TRUE(console.reader_gone());
  EXPECT_EQ(console.exit_code(), ExitCode::all_holds);
  close(ends[1]);
}

TEST(Console, AFullDiskIsAnError) {
  CapturedConsole captured;
  const int full = open("/dev/full", O_WRONLY);
  Console console(full, full, false, false);
  console.write("data");
  EXPECT_EQ(console.exit_code(), ExitCode::usage);
  EXPECT_TRUE(console.reader_gone());
  close(full);
}

}  // namespace
}  // namespace crossfoot
