#include "tools/table_markdown.h"

#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

TEST(TableToMarkdown, FiguresAreAlignedToTheRight) {
  EXPECT_EQ(table_to_markdown(table_of(R"(
    项目 | 预算数
    ----
    合计 | 12.50
    其他 |
  )")),
            "### t1, page 1\n"
            "\n"
            "| 项目 | 预算数 |\n"
            "| --- | ---: |\n"
            "| 合计 | 12.50 |\n"
            "| 其他 | |\n");
}

TEST(TableToMarkdown, NestedHeadersBecomeOneRow) {
  EXPECT_EQ(table_to_markdown(table_of(R"(
    科目 | 支出 | <
    ^    | 基本 | 项目
    ----
    教育 | 1    | 2
  )")),
            "### t1, page 1\n"
            "\n"
            "| 科目 | 支出 / 基本 | 支出 / 项目 |\n"
            "| --- | ---: | ---: |\n"
            "| 教育 | 1 | 2 |\n");
}

TEST(TableToMarkdown, ATableWithoutHeaderHasAnEmptyOne) {
  EXPECT_EQ(table_to_markdown(table_of("a | b")),
            "### t1, page 1\n\n| | |\n| --- | --- |\n| a | b |\n");
}

TEST(TableToMarkdown, MarkupInTheTextIsEscaped) {
  Table table = table_of("x");
  table.cells[0].text = "a|b *c* <d>\ne";
  EXPECT_NE(table_to_markdown(table).find("| a\\|b \\*c\\* \\<d\\><br>e |"), std::string::npos);
}

}  // namespace
}  // namespace crossfoot
