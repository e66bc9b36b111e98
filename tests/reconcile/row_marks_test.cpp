#include "reconcile/row_marks.h"

#include <gtest/gtest.h>

#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

int depth(const char* label) { return split_enumerator(fold(label)).depth; }
bool total(const char* label) { return is_total_label(fold(label)); }

TEST(RowMarks, EnumeratorsHaveADepth) {
  EXPECT_EQ(depth("一、本年收入"), 1);
  EXPECT_EQ(depth("二十三、其他支出"), 1);
  EXPECT_EQ(depth("（一）支出合计"), 2);
  EXPECT_EQ(depth("3.公务接待费"), 3);
  EXPECT_EQ(depth("（2）国（境）外接待费"), 4);
  EXPECT_EQ(depth("①办公费"), 5);
}

TEST(RowMarks, NumbersThatGoOnAreNoEnumerators) {
  EXPECT_EQ(depth("2.5万元"), 0);
  EXPECT_EQ(depth("2020年预算数"), 0);
  EXPECT_EQ(depth("一般公共服务支出"), 0);
}

TEST(RowMarks, TotalWords) {
  for (const char* label : {"合计", "合 计", "总计：", "小计", "收入总数", "本年支出合计",
                            "（一）支出合计", "车辆数合计（辆）", "Total", "Total £", "资金总额"}) {
    EXPECT_TRUE(total(label)) << label;
  }
}

TEST(RowMarks, OneSignOfATotalWordMayBeMisread) {
  EXPECT_TRUE(total("台计"));
  EXPECT_TRUE(total("合汁"));
  EXPECT_FALSE(total("合同"));
  EXPECT_FALSE(total("小学"));
}

TEST(RowMarks, NoTotals) {
  for (const char* label : {"会议费", "其中：合计", "计划", "基本支出", ""}) {
    EXPECT_FALSE(total(label)) << label;
  }
}

TEST(RowMarks, KeysAreTheSameAcrossTables) {
  EXPECT_EQ(label_key("八、社会保障和就业支出"), label_key("社会保障和就业支出"));
  EXPECT_EQ(label_key("208-社会保障和就业支出"), label_key("社会保障和就业支出"));
  EXPECT_EQ(label_key("维修（护）费"), label_key("维修(护)费"));
  EXPECT_EQ(label_key("医保监督,检查费"), label_key("医保监督、检查费"));
}

}  // namespace
}  // namespace crossfoot
