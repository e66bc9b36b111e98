#include "tools/read_corrections.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/tools/temporary_folder.h"

namespace crossfoot {
namespace {

Result<std::vector<Correction>> read(const std::string& json) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "c.json";
  std::ofstream(path) << json;
  return read_corrections(path.string());
}

TEST(ReadCorrections, PlaceReadingAndText) {
  const auto corrections =
      read(R"({"schema": "crossfoot.corrections/1", "source": "x", "corrections": [
    {"table": "t3", "row": 9, "col": 2, "page": 1, "was": "5.O0", "text": "5.00"},
    {"table": "t3", "row": 1, "col": 0, "text": ""}]})");
  ASSERT_TRUE(corrections) << corrections.error().to_string();
  ASSERT_EQ(corrections->size(), 2u);
  EXPECT_EQ(corrections->at(0).table, "t3");
  EXPECT_EQ(corrections->at(0).row, 9);
  EXPECT_EQ(corrections->at(0).was, "5.O0");
  EXPECT_EQ(corrections->at(1).was, std::nullopt);
}

TEST(ReadCorrections, NoFileNoCorrections) { EXPECT_TRUE(read_corrections("")->empty()); }

TEST(ReadCorrections, WhatIsNoFileOfCorrections) {
  for (
      const char* json :
      {"{", "[]", R"({"schema": "crossfoot.tables/1"})",
       R"({"schema": "crossfoot.corrections/1", "corrections": [{"row": 1}]})",
       R"({"schema": "crossfoot.corrections/1", "corrections": [{"table": 1, "row": 1, "col": 0, "text": ""}]})"}) {
    EXPECT_FALSE(read(json)) << json;
  }
  EXPECT_FALSE(read_corrections("/nowhere.json"));
}

}  // namespace
}  // namespace crossfoot
