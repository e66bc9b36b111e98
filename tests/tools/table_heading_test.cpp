#include "tools/table_heading.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(TableHeading, TitleUnitAndPages) {
  Table table;
  table.id = "t3";
  table.parts = {{3, {}, 0, 1}};
  EXPECT_EQ(table_heading(table), "t3, page 3");
  table.title = "部门收入总表";
  table.unit = "元";
  table.parts.push_back({4, {}, 1, 1});
  table.parts.push_back({5, {}, 2, 1});
  EXPECT_EQ(table_heading(table), "部门收入总表 (元), pages 3-5");
}

}  // namespace
}  // namespace crossfoot
