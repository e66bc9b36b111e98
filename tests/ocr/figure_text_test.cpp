#include "ocr/figure_text.h"

#include <gmock/gmock.h>

namespace crossfoot {
namespace {

TEST(FigureText, WideFormsBecomeNarrow) {
  EXPECT_EQ(normalized("１２３ＡＢ"), "123AB");
  EXPECT_EQ(normalized("〈一〉"), "（一）");
}

TEST(FigureText, BracketsArePaired) {
  EXPECT_EQ(normalized("部门《单位）名称"), "部门（单位）名称");
  EXPECT_EQ(normalized("部门《单位)名称"), "部门(单位)名称");
  EXPECT_EQ(normalized("《办法（试行）》"), "《办法（试行）》");
  EXPECT_EQ(normalized("《办法》的通知"), "《办法》的通知");
}

TEST(FigureText, BracketsOfALettersYear) {
  EXPECT_EQ(normalized("渝府发【2019】19号"), "渝府发〔2019〕19号");
  EXPECT_EQ(normalized("渝府发〔2019〕19号"), "渝府发〔2019〕19号");
  EXPECT_EQ(normalized("〔元〕"), "（元）");
  EXPECT_EQ(normalized("【注】"), "【注】");
  EXPECT_EQ(normalized("〔2019"), "（2019");
}

TEST(FigureText, ABracketReadTwiceIsOne) {
  EXPECT_EQ(normalized("退职（(役)）费"), "退职（役)费");
  EXPECT_EQ(normalized("（（一）二）"), "（（一）二）");
}

TEST(FigureText, BlanksBesideChineseGo) {
  EXPECT_EQ(normalized("合 计"), "合计");
  EXPECT_EQ(normalized("Total assets"), "Total assets");
  EXPECT_EQ(normalized("12 万元\n"), "12万元");
}

TEST(FigureText, FiguresAreTold) {
  EXPECT_TRUE(looks_like_figure("1,234.56"));
  EXPECT_TRUE(looks_like_figure("l,234.S6"));
  EXPECT_FALSE(looks_like_figure("2020年"));
  EXPECT_FALSE(looks_like_figure("合计"));
  EXPECT_FALSE(looks_like_figure("—"));
}

}  // namespace
}  // namespace crossfoot
