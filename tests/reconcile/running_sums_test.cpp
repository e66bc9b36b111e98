#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reconcile/notation.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CheckResult checked(const std::string& rows) {
  return check(document_from({table_from(rows, 1, "£")}));
}

TEST(RunningSums, AProfitAndLossAccountRunsOn) {
  EXPECT_THAT(sentences(checked(R"(
                            | 2016          | 2015
    Turnover                | 379,863,586   | 405,641,634
    Cost of sales           | (298,953,800) | (298,449,490)
    Gross profit            | 80,909,786    | 107,192,144
    Administrative expenses | (74,537,883)  | (79,314,661)
    Operating profit        | 6,371,903     | 27,877,483
  )"),
                        RelationKind::column_sum),
              ElementsAre("3:1 = 1:1 + 2:1 ok", "3:2 = 1:2 + 2:2 ok", "5:1 = 3:1 + 4:1 ok",
                          "5:2 = 3:2 + 4:2 ok"));
}

TEST(RunningSums, CostsPrintedWithoutBracketsAreTakenAway) {
  EXPECT_THAT(sentences(checked(R"(
                  | 2016        | 2015
    Turnover      | 379,863,586 | 405,641,634
    Cost of sales | 298,953,800 | 298,449,490
    Gross profit  | 80,909,786  | 107,192,144
  )"),
                        RelationKind::column_sum),
              ElementsAre("3:1 = 1:1 - 2:1 ok", "3:2 = 1:2 - 2:2 ok"));
}

TEST(RunningSums, NetBookValueIsCostLessDepreciation) {
  EXPECT_THAT(sentences(checked(R"(
                     | Land       | Plant
    Cost             |            |
    At 27 September  | 88,714,119 | 37,363,629
    Additions        | 7,114,288  | 6,399,600
    At 2 October     | 95,828,407 | 43,763,229
    Depreciation     |            |
    At 27 September  | 70,527,944 | 34,508,890
    Charge           | 7,547,904  | 3,394,207
    At 2 October     | 78,075,848 | 37,903,097
    Net book value   |            |
    At 2 October     | 17,752,559 | 5,860,132
    At 27 September  | 18,186,175 | 2,854,739
  )"),
                        RelationKind::column_sum),
              ElementsAre("10:1 = 4:1 - 8:1 ok", "10:2 = 4:2 - 8:2 ok", "11:1 = 2:1 - 6:1 ok",
                          "11:2 = 2:2 - 6:2 ok", "4:1 = 2:1 + 3:1 ok", "4:2 = 2:2 + 3:2 ok",
                          "8:1 = 6:1 + 7:1 ok", "8:2 = 6:2 + 7:2 ok"));
}

TEST(RunningSums, AnErrorInOneColumnIsSeenByTheOthers) {
  EXPECT_THAT(sentences(checked(R"(
                 | 2016    | 2015    | 2014
    Stocks       | 187,084 | 190,211 | 177,320
    Debtors      | 84,116  | 80,004  | 91,118
                 | 271,200 | 270,215 | 268,483
  )"),
                        RelationKind::column_sum),
              ElementsAre("3:1 = 1:1 + 2:1 ok", "3:2 = 1:2 + 2:2 ok", "3:3 = 1:3 + 2:3 FAILS"));
}

TEST(RunningSums, SmallFiguresThatHappenToAddUpAreNotClaimed) {
  EXPECT_THAT(sentences(checked(R"(
            | Number
    Cars    | 3
    Vans    | 4
    Lorries | 7
  )"),
                        RelationKind::column_sum),
              IsEmpty());
}

}  // namespace
}  // namespace crossfoot
