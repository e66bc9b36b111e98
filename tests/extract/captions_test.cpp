#include "extract/captions.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

const PixelBox kTable{100, 500, 900, 800};  // its middle at 500

TextLine line(std::string text, int y, int x0, int x1) {
  return {std::move(text), {x0, y, x1, y + 20}, 1, {}};
}
TextLine centred(std::string text, int y) { return line(std::move(text), y, 400, 600); }
TextLine at_left(std::string text, int y) { return line(std::move(text), y, 100, 300); }
TextLine at_right(std::string text, int y) { return line(std::move(text), y, 700, 900); }

TEST(FindCaption, TheCentredLineIsTheTitleAndFieldsAreNone) {
  const Caption caption = find_caption({at_left("公开01表", 380), centred("部门收支总表", 400),
                                        at_left("预算单位：某局", 440), at_right("单位：元", 440)},
                                       kTable);
  EXPECT_EQ(caption.title, "部门收支总表");
  EXPECT_EQ(caption.unit, "元");
}

TEST(FindCaption, AmongCentredLinesTheNearestWins) {
  EXPECT_EQ(
      find_caption({centred("2020 Annual Report", 300), centred("Balance sheet", 440)}, kTable)
          .title,
      "Balance sheet");
}

TEST(FindCaption, ACentredLineWinsOverANearerOneAtTheSide) {
  EXPECT_EQ(
      find_caption({centred("Balance sheet", 400), at_left("as at 31 March", 440)}, kTable).title,
      "Balance sheet");
}

TEST(FindCaption, WithoutACentredLineTheNearestIsTheTitle) {
  EXPECT_EQ(find_caption({at_left("Part one", 400), at_left("2. Debtors", 440)}, kTable).title,
            "2. Debtors");
}

TEST(FindCaption, PageNumbersAndBlanksAreNoTitle) {
  const Caption caption = find_caption({centred("- 3 -", 20), centred(" ", 40)}, kTable);
  EXPECT_EQ(caption.title, "");
  EXPECT_EQ(caption.unit, "");
  EXPECT_EQ(find_caption({}, kTable).title, "");
}

TEST(FindCaption, UnitsOfMoneyInTheirForms) {
  const auto unit = [](const char* text) {
    return find_caption({at_right(text, 440)}, kTable).unit;
  };
  EXPECT_EQ(unit("金额单位：万元"), "万元");
  EXPECT_EQ(unit("单位:千元"), "千元");
  EXPECT_EQ(unit("单位：人民币亿元"), "亿元");
  EXPECT_EQ(unit("单 位 ： 万 元"), "万元");
  EXPECT_EQ(unit("£'000"), "£'000");
}

TEST(FindCaption, TheBodyThatReportsIsNoUnit) {
  EXPECT_EQ(find_caption({at_left("预算单位：某区医疗保障局", 440)}, kTable).unit, "");
}

TEST(FindCaption, TheUnitNearestToTheTableCounts) {
  EXPECT_EQ(find_caption({at_right("单位：万元", 200), at_right("单位：元", 440)}, kTable).unit,
            "元");
}

TEST(IsPageNumber, WithAndWithoutTheWordForIt) {
  for (const char* line : {"3", "-3-", "第3页", "第3页共9页", "page3of9", "3/9"}) {
    EXPECT_TRUE(is_page_number(line)) << line;
  }
  for (const char* line : {"表3", "income", "公开03表", "2023年"}) {
    EXPECT_FALSE(is_page_number(line)) << line;
  }
}

}  // namespace
}  // namespace crossfoot
