#include "tools/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <vector>

#include "tests/tools/temporary_folder.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

BatchDocument document_of(const std::string& sha256, const std::string& path,
                          DocumentStatus status = DocumentStatus::done) {
  BatchDocument document;
  document.sha256 = sha256;
  document.path = path;
  document.folder = "ab/" + path;
  document.status = status;
  document.checked.fail = 2;
  document.checked.covered = 9;
  document.seconds = 1.5;
  return document;
}

std::vector<std::string> rows_of(const Journal& journal) {
  std::vector<std::string> rows;
  journal.for_each([&](const BatchRow& row) {
    rows.push_back(row.input.path + " " + (row.document ? name_of(row.document->status) : "-"));
  });
  return rows;
}

std::string failure_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const JournalError& error) {
    return error.error.to_string();
  }
  return "none";
}

class JournalTest : public testing::Test {
 protected:
  const std::filesystem::path& output() const { return folder_.path(); }

  // In a process of its own, which is killed with -9 when it has done its work.
  void in_killed_process(const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
      work();
      ::raise(SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
  }

  TemporaryFolder folder_;
};

TEST_F(JournalTest, KeepsWhatWasCommittedAndNothingElse) {
  in_killed_process([this] {
    Journal journal(output(), {}, "settings");
    journal.add_input("b.pdf", "", false);
    journal.add_input("a.pdf", "", false);
    journal.set_document(document_of("11", "a.pdf"));
    journal.set_input({"a.pdf", FileStamp{7, 8}, "11", ""}, true);
    journal.commit();
    journal.set_input({"b.pdf", FileStamp{7, 8}, "22", ""}, true);
    journal.set_document(document_of("22", "b.pdf"));
  });
  const Journal journal(output(), {}, "settings");
  EXPECT_THAT(rows_of(journal), ElementsAre("a.pdf done", "b.pdf -"));
  EXPECT_TRUE(journal.has_document("11"));
  EXPECT_FALSE(journal.has_document("22"));
}

TEST_F(JournalTest, GivesBackWhatWasPutIn) {
  Journal journal(output(), {}, "");
  BatchDocument document = document_of("11", "a.pdf", DocumentStatus::incomplete);
  document.exit_code = ExitCode::unreadable;
  document.pages = 3;
  document.pages_failed = 1;
  document.tables = 4;
  document.checked = {.relations = 5, .hold = 6, .fail = 7, .amounts = 8, .proved = 9};
  document.message = "a.pdf: page 2: cannot be decoded";
  journal.set_input({"a.pdf", FileStamp{7, 8}, "11", ""}, true);
  journal.set_document(document);
  journal.for_each([&](const BatchRow& row) {
    EXPECT_EQ(row.input.stamp, (FileStamp{7, 8}));
    EXPECT_TRUE(row.mine);
    ASSERT_TRUE(row.document);
    EXPECT_EQ(row.document->status, DocumentStatus::incomplete);
    EXPECT_EQ(row.document->exit_code, ExitCode::unreadable);
    EXPECT_EQ(row.document->pages_failed, 1);
    EXPECT_EQ(row.document->tables, 4);
    EXPECT_EQ(row.document->checked.proved, 9);
    EXPECT_EQ(row.document->seconds, 1.5);
    EXPECT_EQ(row.document->message, document.message);
  });
}

TEST_F(JournalTest, InputsComeByThePathsBytes) {
  Journal journal(output(), {}, "");
  for (const char* path : {"b", "a/z", "B", "a"}) journal.add_input(path, "", false);
  EXPECT_EQ(journal.input_count(), 4);
  std::vector<std::string> paths;
  for (auto input = journal.input_after(""); input; input = journal.input_after(input->path)) {
    paths.push_back(input->path);
  }
  EXPECT_THAT(paths, ElementsAre("B", "a", "a/z", "b"));
}

TEST_F(JournalTest, WhatFailedIsForgottenOnRequest) {
  Journal journal(output(), {}, "");
  journal.set_input({"a.pdf", std::nullopt, "11", ""}, true);
  journal.set_document(document_of("11", "a.pdf", DocumentStatus::failed));
  journal.set_input({"b.pdf", std::nullopt, "22", ""}, true);
  journal.set_document(document_of("22", "b.pdf"));
  journal.set_input({"c.pdf", std::nullopt, "", "cannot be read"}, true);
  journal.forget_failed();
  EXPECT_THAT(rows_of(journal), ElementsAre("a.pdf -", "b.pdf done", "c.pdf -"));
  EXPECT_EQ(journal.input_after("b.pdf")->error, "");
}

TEST_F(JournalTest, OneProcessAtATime) {
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const Journal journal(output(), {}, "");
    if (::write(ready[1], "x", 1) == 1) ::pause();
    ::_exit(1);
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  EXPECT_THAT(failure_of([this] { Journal(output(), {}, ""); }),
              HasSubstr("another process works on this batch"));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_EQ(failure_of([this] { Journal(output(), {}, ""); }), "none");
}

TEST_F(JournalTest, OtherSettingsAndOtherCountsOfShardsAreRefused) {
  { const Journal journal(output(), {1, 2}, "--format json"); }
  EXPECT_THAT(failure_of([this] {
                Journal(output(), {1, 2}, "--format csv");
              }),
              HasSubstr("was begun with other options: --format json"));
  EXPECT_THAT(failure_of([this] {
                Journal(output(), {1, 3}, "--format json");
              }),
              HasSubstr("another number of shards"));
  EXPECT_EQ(failure_of([this] { Journal(output(), {2, 2}, "--format json"); }), "none");
}

TEST_F(JournalTest, AFileThatIsNoJournalIsSaid) {
  std::filesystem::create_directory(output() / "journal");
  std::ofstream(output() / "journal" / "1-of-1.sqlite") << std::string(4096, 'x');
  EXPECT_THAT(failure_of([this] { Journal(output(), {}, ""); }),
              HasSubstr("the journal cannot be used"));
}

TEST_F(JournalTest, ShardsAreJoinedAndTheOwnerKnowsBest) {
  {
    Journal first(output(), {1, 2}, "");
    for (const char* path : {"a.pdf", "b.pdf", "c.pdf"}) first.add_input(path, "", false);
    first.set_input({"a.pdf", std::nullopt, "11", ""}, true);
    first.set_document(document_of("11", "a.pdf"));
    first.set_input({"b.pdf", std::nullopt, "", "stale file handle"}, true);
    first.commit();
    Journal second(output(), {2, 2}, "");
    for (const char* path : {"a.pdf", "b.pdf", "c.pdf"}) second.add_input(path, "", false);
    second.set_input({"a.pdf", std::nullopt, "11", ""}, false);
    second.set_input({"b.pdf", std::nullopt, "22", ""}, true);
    second.set_document(document_of("22", "b.pdf"));
    second.commit();
  }
  const Journal joined(output());
  EXPECT_THAT(rows_of(joined), ElementsAre("a.pdf done", "b.pdf done", "c.pdf -"));
  EXPECT_THAT(failure_of([this] { Journal(output() / "elsewhere"); }),
              HasSubstr("no batch was begun there"));
}

}  // namespace
}  // namespace crossfoot
