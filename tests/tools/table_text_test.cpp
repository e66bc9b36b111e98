#include "tools/table_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The table itself, without its heading.
std::string body(const Table& table) {
  const std::string text = table_to_text(table);
  return text.substr(text.find("\n\n") + 2);
}

TEST(TableToText, ColumnsLineUpWhateverTheScript) {
  EXPECT_EQ(body(table_of(R"(
    项目     | 预算数
    ----
    卫生健康 | 393,427.45
    Other    | 1.00
  )")),
            "项目     | 预算数\n"
            "---------+-----------\n"
            "卫生健康 | 393,427.45\n"
            "Other    |       1.00\n");
}

TEST(TableToText, ACellOverColumnsWidensThemEvenly) {
  EXPECT_EQ(body(table_of(R"(
    收入及支出合计 | < | 备注
    a | b | c
  )")),
            "收入及支出合计 | 备注\n"
            "a      | b     | c\n");
}

TEST(TableToText, ACellOverRowsUsesTheirLines) {
  EXPECT_EQ(body(table_of(R"(
    a | x
    ^ | y
  )")),
            "a  | x\n"
            "   | y\n");
}

TEST(TableToText, LongTextsWrap) {
  EXPECT_EQ(body(table_of("the quick brown fox jumps over the lazy dog of the neighbours | 1")),
            "the quick brown fox jumps over the lazy  |  1\n"
            "dog of the neighbours                    |\n");
}

TEST(TableToText, AHeadingDoesNotWidenAColumnOfSmallFigures) {
  EXPECT_EQ(body(table_of(R"(
    用事业基金弥补收支差额
    ----
    1.00
  )")),
            "用事业基金弥\n"
            "补收支差额\n"
            "------------\n"
            "        1.00\n");
}

TEST(TableToText, DoubtfulFiguresAreMarkedAndCounted) {
  EXPECT_EQ(body(table_of("10 ? | 20 * | 30")),
            "10 ? | 20 * | 30\n"
            "? suspect: 1   * repaired: 1\n");
}

TEST(TableToText, ControlCharactersDoNotReachTheTerminal) {
  Table table = table_of("x");
  table.cells[0].text = "a\x1b[31mb";
  table.title = "t\x1b]0;title\x07";
  EXPECT_THAT(table_to_text(table), testing::Not(HasSubstr("\x1b")));
}

TEST(DocumentToText, TablesStandApart) {
  TableDocument document;
  document.tables = {table_of("a"), table_of("b")};
  EXPECT_EQ(document_to_text(document), "t1, page 1\n\na\n\n\nt1, page 1\n\nb\n");
}

TEST(Wrapped, BreaksBetweenWordsAndBetweenIdeographs) {
  EXPECT_THAT(wrapped("", 10), ElementsAre(""));
  EXPECT_THAT(wrapped("net current assets", 11), ElementsAre("net current", "assets"));
  EXPECT_THAT(wrapped("财政对基本医疗保险", 8), ElementsAre("财政对基", "本医疗保", "险"));
  EXPECT_THAT(wrapped("支出1,234.00", 10), ElementsAre("支出", "1,234.00"));
}

TEST(Wrapped, AWordWiderThanTheLineIsCut) {
  EXPECT_THAT(wrapped("abcdefgh", 3), ElementsAre("abc", "def", "gh"));
}

}  // namespace
}  // namespace crossfoot
