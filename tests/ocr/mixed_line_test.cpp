#include "ocr/mixed_line.h"

#include <gmock/gmock.h>

namespace crossfoot {
namespace {

TEST(MixedLine, FiguresComeFromTheNetwork) {
  EXPECT_EQ(with_figures_of("2020#1#", "2026年1月"), "2020年1月");
  EXPECT_EQ(with_figures_of("#1,234.56#", "增加1.234.56万元"), "增加1,234.56万元");
  EXPECT_EQ(with_figures_of("2080505#", "2080506机关"), "2080505机关");
  EXPECT_EQ(with_figures_of("# 12", "Note 13"), "Note 12");
}

TEST(MixedLine, ComparisonsComeFromTheNetworkToo) {
  EXPECT_EQ(with_figures_of("≥200#", "之200家次"), "≥200家次");
  EXPECT_EQ(with_figures_of("12,#", "12、合计"), "12、合计");
}

TEST(MixedLine, BlanksOfTheTextStay) {
  EXPECT_EQ(with_figures_of("31#", "30 December"), "31 December");
}

TEST(MixedLine, NothingChangesWhereTheBuildDiffers) {
  EXPECT_EQ(with_figures_of("#1#", "2020年"), "2020年");
  EXPECT_EQ(with_figures_of("#", "合计12"), "合计12");
  EXPECT_EQ(with_figures_of("12#", "l2月"), "l2月");
}

TEST(MixedLine, TextWithoutFiguresIsUntouched) {
  EXPECT_EQ(with_figures_of("#", "合计"), "合计");
}

}  // namespace
}  // namespace crossfoot
