#include "tools/annotations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

using testing::HasSubstr;

// 210 states 9.00 where its parts say 8.00.
CheckResult sample() {
  CheckResult result;
  result.document.tables = {table_of(R"(
    项目 | 金额
    -----
    合计 | 9.00
    人员 | 5.00 ?
    公用 | 3.00 *
  )")};
  for (Cell& cell : result.document.tables[0].cells) {
    cell.box = {10.0 * cell.col, 10.0 * cell.row, 10.0 * cell.col + 9, 10.0 * cell.row + 9};
  }
  Page page;
  page.number = 1;
  page.turned_deg = 90;
  result.document.pages = {page};
  result.document.text = {{1, {0, 80, 90, 90}, "说明"}};
  Finding finding;
  finding.relation.target = CellRef{0, 1, 1};
  finding.stated = parse_amount("9.00");
  finding.computed = parse_amount("8.00");
  finding.difference = parse_amount("1.00");
  finding.verdict = Verdict::source_error;
  result.findings = {finding};
  return result;
}

TEST(Annotations, MarksWhatFailsAndWhatIsInDoubt) {
  const PdfAdditions additions = annotations_of(sample(), false);
  ASSERT_EQ(additions.marks.size(), 3u);
  EXPECT_THAT(additions.marks[0].note, HasSubstr("stated 9.00\ncomputed 8.00\ndifference 1.00"));
  EXPECT_THAT(additions.marks[0].note, HasSubstr("source-error"));
  EXPECT_EQ(additions.marks[0].box, (Box{10, 10, 19, 19}));
  EXPECT_THAT(additions.marks[1].note, HasSubstr("suspect: 5.00"));
  EXPECT_THAT(additions.marks[2].note, HasSubstr("repaired: 3.00"));
  EXPECT_TRUE(additions.text.empty());
}

TEST(Annotations, ABookmarkForEachFinding) {
  const PdfAdditions additions = annotations_of(sample(), false);
  EXPECT_EQ(additions.bookmarks_title, "crossfoot: 1 finding");
  ASSERT_EQ(additions.bookmarks.size(), 1u);
  EXPECT_EQ(additions.bookmarks[0].title, "合计 / 金额: 1.00");
  EXPECT_EQ(additions.bookmarks[0].page, 1);
}

TEST(Annotations, TheTextLayerIsThatOfRecognisedPages) {
  CheckResult result = sample();
  const PdfAdditions additions = annotations_of(result, true);
  ASSERT_EQ(additions.text.size(), 9u);  // a paragraph and eight cells
  EXPECT_EQ(additions.text[0].text, "说明");
  EXPECT_EQ(additions.text[0].turned_deg, 90);
  result.document.pages[0].source = PageSource::text;
  EXPECT_TRUE(annotations_of(result, true).text.empty());
}

TEST(Annotations, NothingFailsNothingIsAdded) {
  CheckResult result = sample();
  result.findings.clear();
  result.document.tables = {table_of("合计 | 9.00")};
  const PdfAdditions additions = annotations_of(result, false);
  EXPECT_TRUE(additions.marks.empty());
  EXPECT_TRUE(additions.bookmarks.empty());
}

}  // namespace
}  // namespace crossfoot
