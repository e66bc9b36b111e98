#include "tools/write_file.h"

#include <gtest/gtest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "tests/tools/temporary_folder.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

TEST(WriteFile, WritesAndReplaces) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "out.csv";
  EXPECT_EQ(write_file(path, "first"), std::nullopt);
  EXPECT_EQ(write_file(path, "2"), std::nullopt);
  EXPECT_EQ(content_of(path), "2");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"out.csv"});  // no temporary file is left
}

TEST(WriteFile, KeepsThePermissionsOfWhatItReplaces) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "out.csv";
  EXPECT_EQ(write_file(path, "a"), std::nullopt);
  ASSERT_EQ(chmod(path.c_str(), 0640), 0);
  EXPECT_EQ(write_file(path, "b"), std::nullopt);
  EXPECT_EQ(fs::status(path).permissions(), fs::perms(0640));
}

TEST(WriteFile, WritesThroughASymbolicLink) {
  const TemporaryFolder folder;
  EXPECT_EQ(write_file(folder.path() / "real", "a"), std::nullopt);
  fs::create_symlink("real", folder.path() / "link");
  EXPECT_EQ(write_file(folder.path() / "link", "b"), std::nullopt);
  EXPECT_TRUE(fs::is_symlink(folder.path() / "link"));
  EXPECT_EQ(content_of(folder.path() / "real"), "b");
}

TEST(ReplaceFile, ReplacesALinkAndNeverFollowsIt) {
  const TemporaryFolder folder;
  EXPECT_EQ(write_file(folder.path() / "real", "a"), std::nullopt);
  fs::create_symlink("real", folder.path() / "link");
  fs::create_symlink("nowhere", folder.path() / "dangling");
  for (const char* name : {"link", "dangling"}) {
    EXPECT_EQ(replace_file(folder.path() / name, "b"), std::nullopt);
    EXPECT_FALSE(fs::is_symlink(folder.path() / name));
    EXPECT_EQ(content_of(folder.path() / name), "b");
  }
  EXPECT_EQ(content_of(folder.path() / "real"), "a");
  EXPECT_FALSE(fs::exists(folder.path() / "nowhere"));
}

TEST(RemoveAbandonedFiles, TakesWhatNobodyHolds) {
  const TemporaryFolder folder;
  for (const char* name : {".crossfoot-abcdef", ".crossfoot-ghijkl", ".crossfoot-mine.txt", "a.csv"}) {
    EXPECT_EQ(write_file(folder.path() / name, "a"), std::nullopt);
  }
  const int held = ::open((folder.path() / ".crossfoot-ghijkl").c_str(), O_RDONLY);
  ASSERT_EQ(::flock(held, LOCK_EX), 0);
  remove_abandoned_files(folder.path());
  ::close(held);
  std::vector<std::string> left = folder.names();
  std::sort(left.begin(), left.end());
  EXPECT_EQ(left, (std::vector<std::string>{".crossfoot-ghijkl", ".crossfoot-mine.txt", "a.csv"}));
}

TEST(WriteFile, SaysWhatCannotBeWrittenAndLeavesNothing) {
  const TemporaryFolder folder;
  const auto missing = write_file(folder.path() / "no" / "out.csv", "a");
  ASSERT_TRUE(missing);
  EXPECT_EQ(missing->code, ErrorCode::unwritable);
  EXPECT_NE(missing->to_string().find("No such file or directory"), std::string::npos);
  fs::create_directory(folder.path() / "folder.csv");
  EXPECT_TRUE(write_file(folder.path() / "folder.csv", "a"));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"folder.csv"});
}

TEST(WriteFile, APieceAtATime) {
  const TemporaryFolder folder;
  EXPECT_EQ(replace_file(folder.path() / "x",
                         [](const Sink& put) {
                           put("first, ");
                           put("second");
                         }),
            std::nullopt);
  EXPECT_EQ(content_of(folder.path() / "x"), "first, second");
}

TEST(WriteFolder, AppearsWithAllItsFilesInThePlaceOfTheOldOne) {
  const TemporaryFolder folder;
  const fs::path target = folder.path() / "9f" / "result", work = folder.path() / "work";
  EXPECT_EQ(write_folder(target, work, {{"a", "1"}, {"b", "2"}}), std::nullopt);
  EXPECT_EQ(content_of(target / "a") + content_of(target / "b"), "12");
  EXPECT_EQ(write_folder(target, work, {{"a", "3"}}), std::nullopt);
  EXPECT_EQ(content_of(target / "a"), "3");
  EXPECT_FALSE(fs::exists(target / "b"));
  EXPECT_FALSE(fs::exists(work));
}

TEST(WriteFolder, LeavesTheOldOneWhereItFails) {
  const TemporaryFolder folder;
  const fs::path target = folder.path() / "result", work = folder.path() / "work";
  EXPECT_EQ(write_folder(target, work, {{"a", "1"}}), std::nullopt);
  EXPECT_TRUE(write_folder(target, work, {{"a", "2"}, {"no/such/place", "x"}}));
  EXPECT_EQ(content_of(target / "a"), "1");
}

TEST(WriteFolder, NeverGoesThroughALink) {
  const TemporaryFolder folder;
  const fs::path work = folder.path() / "work", elsewhere = folder.path() / "elsewhere";
  fs::create_directory(elsewhere);
  fs::create_directory_symlink("elsewhere", folder.path() / "result");
  EXPECT_EQ(write_folder(folder.path() / "result", work, {{"a", "1"}}), std::nullopt);
  EXPECT_FALSE(fs::is_symlink(folder.path() / "result"));
  fs::create_directory_symlink("elsewhere", folder.path() / "9f");
  EXPECT_TRUE(write_folder(folder.path() / "9f" / "result", work, {{"a", "1"}}));
  EXPECT_TRUE(fs::is_empty(elsewhere));
}

TEST(WriteFile, ADeviceIsWrittenInPlace) {
  EXPECT_EQ(write_file("/dev/null", "a"), std::nullopt);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_TRUE(write_file("/dev/full", "a"));
}

}  // namespace
}  // namespace crossfoot
