#include "tools/known_good.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/tools/table_notation.h"
#include "tests/tools/temporary_folder.h"
#include "tools/tables_json.h"

namespace crossfoot {
namespace {

class KnownGoodFiles : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& content) {
    const auto path = folder_.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << content;
    return path.string();
  }
  static std::string json() {
    TableDocument document;
    document.source = "report.pdf";
    document.tables = {table_of("a | 1")};
    return tables_to_json(document);
  }
  TemporaryFolder folder_;
};

TEST_F(KnownGoodFiles, AFileIsOneDocument) {
  const auto files = read_table_files(write("report.json", json()));
  ASSERT_TRUE(files);
  ASSERT_EQ(files->count("report"), 1u);
  EXPECT_FALSE(files->at("report").is_csv);
}

TEST_F(KnownGoodFiles, AFolderHoldsDocumentsByName) {
  write("2020/report.json", json());
  write("report-p003-t1.csv", "a,1\n");
  write("report-p004-t1.csv", "b,2\n");
  write("README.md", "no tables");
  const auto files = read_table_files(folder_.path().string());
  ASSERT_TRUE(files) << files.error().to_string();
  ASSERT_EQ(files->size(), 2u);
  EXPECT_EQ(files->count("2020/report"), 1u);
  const TableFile& csv = files->at("report");
  EXPECT_TRUE(csv.is_csv);
  ASSERT_EQ(csv.document.tables.size(), 2u);
  EXPECT_EQ(csv.document.tables[1].pages(), std::vector{4});
  EXPECT_EQ(csv.document.tables[1].id, "t2");
}

TEST_F(KnownGoodFiles, OnlyWholeNumbersMakeTheNameOfATable) {
  for (const char* name : {"report-t1.csv", "my-page-t1.csv", "report-p1-tb.csv", "p-t.csv"}) {
    write(name, "a,1\n");
  }
  const auto files = read_table_files(folder_.path().string());
  ASSERT_TRUE(files);
  for (const char* name : {"report-t1", "my-page-t1", "report-p1-tb", "p-t"}) {
    EXPECT_EQ(files->count(name), 1u) << name;
  }
}

TEST_F(KnownGoodFiles, OneDocumentOfAFolder) {
  write("a.json", json());
  write("b.json", "{");  // not looked at
  const auto files = read_table_file_named(folder_.path().string(), "a");
  ASSERT_TRUE(files);
  EXPECT_EQ(files->size(), 1u);
  EXPECT_TRUE(read_table_file_named(folder_.path().string(), "c")->empty());
  EXPECT_TRUE(read_table_file_named("/nowhere", "a")->empty());
}

TEST_F(KnownGoodFiles, WhatCannotBeReadIsSaid) {
  EXPECT_FALSE(read_table_files("/nowhere.json"));
  EXPECT_FALSE(read_table_files(write("x.json", "{")));
  EXPECT_FALSE(read_table_files(write("empty/x.txt", "") + "/.."));
  write("both/r.json", json());
  write("both/r-p001-t1.csv", "a\n");
  EXPECT_FALSE(read_table_files((folder_.path() / "both").string()));
}

}  // namespace
}  // namespace crossfoot
