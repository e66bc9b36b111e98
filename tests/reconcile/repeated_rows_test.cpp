#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> repeated(const std::string& rows) {
  return sentences(check(document_from({table_from(rows, 1, "£'000")})), RelationKind::cross_table);
}

TEST(RepeatedRows, OpeningIsLastYearsClosing) {
  EXPECT_THAT(repeated(R"(
                                      | 2016    | 2015
    Net decrease in cash              | (3,048) | (4,947)
    Cash equivalents at 1 October     | 1,611   | 6,558
    Cash equivalents at 30 September  | (1,437) | 1,611
  )"),
              ElementsAre("2:1 = 3:2 ok"));
}

TEST(RepeatedRows, AnOpeningThatIsNotIsTold) {
  EXPECT_THAT(repeated(R"(
                                              | 2016  | 2015
    Net increase in cash                      | 375   | (5)
    Cash equivalents at beginning of year     | (474) | (459)
    Cash equivalents at the end of year       | (89)  | (464)
  )"),
              ElementsAre("2:1 = 3:2 FAILS"));
}

TEST(RepeatedRows, YearsMayStandInAnyOrder) {
  EXPECT_THAT(repeated(R"(
                                      | 2015    | 2016
    Cash equivalents at 1 October     | 6,558   | 1,611
    Cash equivalents at 30 September  | 1,611   | (1,437)
  )"),
              ElementsAre("1:2 = 2:1 ok"));
}

TEST(RepeatedRows, SeveralYearsThatCarryOverNeedNoWords) {
  EXPECT_THAT(repeated(R"(
                          | 2016    | 2015    | 2014
    Scheme, first         | 743,800 | 626,100 | 562,600
    Service cost          | 109,400 | 117,700 | 63,500
    Scheme, last          | 853,200 | 743,800 | 626,100
  )"),
              ElementsAre("1:1 = 3:2 ok", "1:2 = 3:3 ok"));
}

TEST(RepeatedRows, AnItemThatIsPrintedTwiceIsOneFigure) {
  EXPECT_THAT(repeated(R"(
                                  | 2016     | 2015
    Net decrease in cash          | (30,481) | (49,479)
    Stocks                        | 18,200   | 11,500
    Decrease of cash in the year  | (30,481) | (49,479)
  )"),
              ElementsAre("3:1 = 1:1 ok", "3:2 = 1:2 ok"));
}

TEST(RepeatedRows, SmallFiguresThatRecurAreChanceUnlessTheirLabelsAreAlike) {
  EXPECT_THAT(repeated(R"(
              | 2016 | 2015
    Directors | 12   | 14
    Stocks    | 312  | 210
    Drivers   | 12   | 14
  )"),
              IsEmpty());
  EXPECT_THAT(repeated(R"(
                                | 2016  | 2015
    Cash in hand at 31 March    | 1,437 | 1,611
    Stocks                      | 312   | 210
    Cash in hand                | 1,437 | 1,611
  )"),
              ElementsAre("3:1 = 1:1 ok", "3:2 = 1:2 ok"));
}

TEST(RepeatedRows, ColumnsThatAreNoYearsCarryNothingOver) {
  EXPECT_THAT(repeated(R"(
                         | Land   | Plant
    Cost at 1 January    | 88,714 | 37,363
    Cost at 31 December  | 95,828 | 88,714
  )"),
              IsEmpty());
}

}  // namespace
}  // namespace crossfoot
