#include "reconcile/table_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

Table read(const std::string& rows, int header_rows) {
  Table table = table_from(rows, header_rows);
  for (Cell& cell : table.cells) cell.amount = parse_amount(cell.text);
  return table;
}

TEST(TableView, PanelsStandSideBySide) {
  const Table table = read(R"(
    收入 | <      | 支出 | <    | <
    项目 | 预算数 | 项目 | 合计 | 一般
    甲   | 1.00  | 乙   | 2.00 | 2.00
  )",
                           2);
  const TableView view(table, 0);
  ASSERT_THAT(view.segments(), SizeIs(1));
  ASSERT_THAT(view.segments()[0].panels, SizeIs(2));
  EXPECT_THAT(view.segments()[0].panels[1].labels, ElementsAre(2));
  EXPECT_THAT(view.segments()[0].panels[1].figures, ElementsAre(3, 4));
  EXPECT_EQ(view.header_path(view.segments()[0], 4), "支出/一般");
}

// The header's second row holds a cell that was read empty, and so seemed to be none.
TEST(TableView, MergedHeadersGoOnBelowACellThatWasReadEmpty) {
  const Table table = read(R"(
    2020年预算数 | <      | <      | <      | <
    合计        | 公务用车 | <      | <      |
    ^          | 小计    | 购置费 | 运行费 | ^
    107.80     | 97.80   |       | 97.80  | 10.00
  )",
                           1);
  const TableView view(table, 0);
  ASSERT_THAT(view.segments(), SizeIs(1));
  EXPECT_EQ(view.segments()[0].body_begin, 3);
  EXPECT_EQ(view.header_leaf(view.segments()[0], 1), "小计");
}

TEST(TableView, CodesAreToldByHeaderAndByForm) {
  const Table table = read(R"(
    科目编玛 | 名称 | 金额
    208     | 社保 | 7.50
    20805   | 养老 | 7.50
    2080505 | 保险 | 7.50
  )",
                           1);
  const TableView view(table, 0);
  EXPECT_EQ(view.segments()[0].kinds[0], ColumnKind::code);
  EXPECT_FALSE(view.is_code(0, 0));
  EXPECT_TRUE(view.is_code(1, 0));
  EXPECT_FALSE(view.is_code(1, 2));
}

TEST(TableView, AHeaderAmongTheRowsBeginsASegment) {
  const Table table = read(R"(
    项目名称 | 医保 | <      | <
           | 预算数 | 执行数 | 执行率
    财政    | 10.00 | 5.00  | 50
    指标    | 指标值 | 完成值 | 权重
    覆盖率  | 95    | 96    | 20
  )",
                           0);
  const TableView view(table, 0);
  ASSERT_THAT(view.segments(), SizeIs(2));
  EXPECT_EQ(view.header_leaf(view.segments()[1], 1), "指标值");
}

TEST(TableView, AHeaderReadDifferentlyOnALaterPageIsTheSameHeader) {
  const Table table = read(R"(
    科目编码 | 名称 | 谷计 | 基本支出
    208     | 社保 | 7.50 | 7.50
    科目编码 | 名称 | 合计 | 基本文出
    210     | 卫生 | 8.50 | 8.50
  )",
                           1);
  EXPECT_THAT(TableView(table, 0).segments(), SizeIs(1));
}

}  // namespace
}  // namespace crossfoot
