#include "tools/batch_inputs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "extract/content_hash.h"
#include "tests/tools/captured_console.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class BatchInputsTest : public testing::Test {
 protected:
  BatchInputsTest() {
    for (const char* path :
         {"in/b.pdf", "in/a.PDF", "in/notes.txt", "in/.hidden.pdf", "in/sub/c.jpeg", "in/sub/d.tif",
          "in/.git/e.pdf", "in/sub/deep/f.png", "in/out/result.pdf"}) {
      write(path, "x");
    }
    fs::create_directory_symlink("sub", at("in/link"));
  }

  std::string at(const std::string& path) const { return (folder_.path() / path).string(); }

  void write(const std::string& path, const std::string& content) const {
    fs::create_directories(fs::path(at(path)).parent_path());
    std::ofstream(at(path)) << content;
  }

  // The inputs by their paths in the folder, the hash behind those that have one.
  std::vector<std::string> collected(const std::vector<std::string>& inputs,
                                     const std::string& manifest = "", Shard shard = {}) {
    CommandOptions options;
    for (const std::string& input : inputs) options.inputs.push_back(at(input));
    if (!manifest.empty()) options.manifest = at(manifest);
    options.output = at("in/out");
    options.shard = shard;
    const TemporaryFolder journal_folder;
    Journal journal(journal_folder.path(), shard, "");
    collect_inputs(options, journal, captured_.console);
    std::vector<std::string> paths;
    journal.for_each([&](const BatchRow& row) {
      paths.push_back(fs::path(row.input.path).lexically_relative(folder_.path()).string() +
                      (row.input.sha256.empty() ? "" : " " + row.input.sha256.substr(0, 4)) +
                      (row.mine ? " mine" : ""));
    });
    return paths;
  }

  TemporaryFolder folder_;
  CapturedConsole captured_;
};

TEST_F(BatchInputsTest, AFolderGivesItsDocumentsByTheirEndings) {
  EXPECT_THAT(collected({"in"}), ElementsAre("in/a.PDF", "in/b.pdf", "in/sub/c.jpeg",
                                             "in/sub/d.tif", "in/sub/deep/f.png"));
  EXPECT_EQ(captured_.err(), "");
}

TEST_F(BatchInputsTest, APatternGivesWhatAShellWould) {
  EXPECT_THAT(collected({"in/*.pdf"}), ElementsAre("in/b.pdf"));
  EXPECT_THAT(collected({"in/s*/?.[jt]*"}), ElementsAre("in/sub/c.jpeg", "in/sub/d.tif"));
  EXPECT_THAT(collected({"in/s*b"}),
              ElementsAre("in/sub/c.jpeg", "in/sub/d.tif", "in/sub/deep/f.png"));
}

TEST_F(BatchInputsTest, AFileIsTakenWhateverItIsCalledAndOnce) {
  write("in/[1].txt", "x");
  EXPECT_THAT(collected({"in/notes.txt", "in/./notes.txt", "in/[1].txt", "in/missing.pdf"}),
              ElementsAre("in/[1].txt", "in/missing.pdf", "in/notes.txt"));
}

TEST_F(BatchInputsTest, AManifestHasPathsOrLinesOfSha256sum) {
  const std::string sha256 = sha256_of("x"), folder = folder_.path().string();
  write("manifest", folder + "/plain.pdf\r\n\n" + sha256 + "  " + folder + "/text.pdf\n" + sha256 +
                        " *" + folder + "/binary.pdf\n\\" + sha256 + "  " + folder +
                        "/odd\\n\\\\.pdf\n");
  const std::string beginning = " " + sha256.substr(0, 4);
  EXPECT_THAT(collected({}, "manifest"),
              ElementsAre("binary.pdf" + beginning + " mine", "odd\n\\.pdf" + beginning + " mine",
                          "plain.pdf", "text.pdf" + beginning + " mine"));
  const bool first = Shard{1, 2}.owns(sha256);
  EXPECT_THAT(collected({}, "manifest", {first ? 2 : 1, 2}),
              ElementsAre("binary.pdf" + beginning, "odd\n\\.pdf" + beginning, "plain.pdf",
                          "text.pdf" + beginning));
}

TEST_F(BatchInputsTest, WhatGivesNothingIsSaid) {
  EXPECT_THAT(collected({"in/.git/../*.docx"}), IsEmpty());
  EXPECT_THAT(captured_.err(), HasSubstr("*.docx: there are no documents"));
  EXPECT_EQ(captured_.exit_code(), 2);
  EXPECT_THAT(collected({}, "no-manifest"), IsEmpty());
  EXPECT_THAT(captured_.err(), HasSubstr("the manifest cannot be read"));
  EXPECT_EQ(captured_.exit_code(), 3);
}

}  // namespace
}  // namespace crossfoot
