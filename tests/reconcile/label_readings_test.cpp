#include "reconcile/label_readings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;

// The label at a slot of the first table, after the lexicon was applied to `rows`.
Cell settled(const std::string& lexicon, const std::string& rows, int row = 1, int col = 0) {
  TableDocument document = document_from({table_from(rows, 1)});
  apply_lexicon(parse_lexicon(lexicon), document);
  const Table& table = document.tables[0];
  return table.cells[SlotIndex(table).at(row, col)];
}

TEST(Lexicon, HasOneTermALineAndPerhapsItsCode) {
  EXPECT_THAT(parse_lexicon("收入总计\r\n\n20805\t行政事业单位养老支出\nTrade debtors"),
              ElementsAre(LexiconTerm{"", "收入总计"}, LexiconTerm{"20805", "行政事业单位养老支出"},
                          LexiconTerm{"", "Trade debtors"}));
  EXPECT_THAT(parse_lexicon("\xEF\xBB\xBF合计"), ElementsAre(LexiconTerm{"", "合计"}));
  EXPECT_TRUE(parse_lexicon("").empty());
}

TEST(Lexicon, SettlesADoubtfulLabelAndKeepsTheRawReading) {
  const Cell cell = settled("一般公共服务支出", "项目 | 金额 \n 一股公共服务文出 ? | 1.00");
  EXPECT_EQ(cell.text, "一般公共服务支出");
  EXPECT_EQ(cell.read_as, "一股公共服务文出");
  EXPECT_EQ(cell.status, CellStatus::read);
}

TEST(Lexicon, NeverOverridesASureLabel) {
  const Cell cell = settled("一般公共服务支出", "项目 | 金额 \n 一股公共服务支出 | 1.00");
  EXPECT_EQ(cell.text, "一股公共服务支出");
  EXPECT_FALSE(cell.read_as);
}

TEST(Lexicon, LeavesWhatIsATermAlready) {
  const Cell cell = settled("上年收入合计\n本年收入合计", "项目 | 金额 \n 本年收入合计 ? | 1.00");
  EXPECT_EQ(cell.text, "本年收入合计");
}

TEST(Lexicon, DoesNotChooseBetweenTermsThatAreEquallyNear) {
  const Cell cell = settled("上年收入合计\n本年收入合计", "项目 | 金额 \n 木年收入合计 ? | 1.00");
  EXPECT_EQ(cell.text, "木年收入合计");
}

TEST(Lexicon, LeavesWhatIsFarFromAllTerms) {
  EXPECT_EQ(settled("一般公共服务支出", "项目 | 金额 \n 住房公积金 ? | 1.00").text, "住房公积金");
}

TEST(Lexicon, TheCodeOfTheRowChoosesTheTermAndAllowsMoreChanges) {
  const std::string rows = "科目 | 名称 | 金额 \n 20805 | 行玫亊业単位 ? | 1.00";
  EXPECT_EQ(settled("20805\t行政事业单位\n20806\t行玫亊业草位", rows, 1, 1).text, "行政事业单位");
  EXPECT_EQ(settled("20899\t行政事业单位", rows, 1, 1).text, "行玫亊业単位");
}

TEST(Lexicon, PunctuationAndLettersThatLookAlikeAreNearer) {
  EXPECT_EQ(settled("Cash at bank", "Item | £ \n Cosh ot bonk ? | 1").text, "Cosh ot bonk");
  EXPECT_EQ(settled("Cash at bank", "Item | £ \n Cash, at. bank ? | 1").text, "Cash at bank");
  EXPECT_EQ(settled("Total liabilities", "Item | £ \n Totai liabiiities ? | 1").text,
            "Total liabilities");
}

TEST(Lexicon, NeverChangesDigits) {
  EXPECT_EQ(settled("2021年预算数", "2023年预算数 ? | 金额 \n 合计 | 1.00", 0).text,
            "2023年预算数");
}

TEST(Lexicon, LeavesFiguresAlone) {
  EXPECT_EQ(settled("1.06", "项目 | 金额 \n 合计 | 1.00 ?", 1, 1).text, "1.00");
}

TEST(LabelAgreement, AReadingThatIsSureElsewhereSettlesADoubtfulOne) {
  TableDocument document =
      document_from({table_from("编码 | 名称 | 金额 \n 20805 | 养老支出 | 1.00", 1, "元", "t1"),
                     table_from("编码 | 名称 | 金额 \n 20805 | 养老文出 ? | 1.00", 1, "元", "t2")});
  EXPECT_EQ(agree_on_labels(document), 1);
  const Cell& cell = document.tables[1].cells[4];
  EXPECT_EQ(cell.text, "养老支出");
  EXPECT_EQ(cell.read_as, "养老文出");
}

TEST(LabelAgreement, TwoDoubtfulReadingsOutweighAThirdOnlyTogether) {
  const auto with_rows = [](const std::string& more) {
    return document_from(
        {table_from("编码 | 名称 | 金额 \n 20805 | 养老支出 ? | 1.00 \n"
                    "20805 | 养老文出 ? | 1.00" +
                        more,
                    1)});
  };
  TableDocument even = with_rows("");
  EXPECT_EQ(agree_on_labels(even), 0);
  TableDocument outvoted = with_rows(" \n 20805 | 养老支出 ? | 1.00 \n 20805 | 养老支出 ? | 1.00");
  EXPECT_EQ(agree_on_labels(outvoted), 1);
  EXPECT_EQ(outvoted.tables[0].cells[7].text, "养老支出");
}

TEST(LabelAgreement, LabelsWithoutACodeAreNotCompared) {
  TableDocument document = document_from(
      {table_from("项目 | 金额 \n 政府性基金收入 | 1.00 \n 政府性基金文入 ? | 1.00", 1)});
  EXPECT_EQ(agree_on_labels(document), 0);
}

TEST(LabelAgreement, ALabelOfAnotherItemStays) {
  TableDocument document = document_from({table_from(
      "编码 | 名称 | 金额 \n 20805 | 养老支出 | 1.00 \n 20805 | 住房公积 ? | 1.00", 1)});
  EXPECT_EQ(agree_on_labels(document), 0);
}

}  // namespace
}  // namespace crossfoot
