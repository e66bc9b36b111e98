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

TEST(RunningSums, DisposalsAreTakenAwayFromWhatWasOpenedAndAdded) {
  EXPECT_THAT(sentences(checked(R"(
                     | Land       | Plant      | Total
    Cost             |            |            |
    At 1 April 2015  | 88,714,119 | 37,363,629 | 126,077,748
    Additions        | 7,114,288  | 6,399,600  | 13,513,888
    Disposals        | 1,204,300  | 230,117    | 1,434,417
    At 31 March 2016 | 94,624,107 | 43,533,112 | 138,157,219
  )"),
                        RelationKind::column_sum),
              ElementsAre("5:1 = 2:1 + 3:1 - 4:1 ok", "5:2 = 2:2 + 3:2 - 4:2 ok",
                          "5:3 = 2:3 + 3:3 - 4:3 ok"));
}

TEST(RunningSums, GroupAndCompanyRunOnByThemselves) {
  EXPECT_THAT(sentences(check(document_from({table_from(R"(
                 | Group     | <         | Company   | <
                 | 2016      | 2015      | 2016      | 2015
    Stocks       | 812,440   | 799,120   | 44,120    | 39,987
    Debtors      | 2,303,117 | 2,119,004 | 1,870,332 | 1,645,211
    Cash at bank | 310,229   | 441,087   | 12,004    | 80,998
                 | 3,425,786 | 3,359,211 | 1,926,456 | 1,766,196
  )",
                                                        2, "£")})),
                        RelationKind::column_sum),
              ElementsAre("5:1 = 2:1 + 3:1 + 4:1 ok", "5:2 = 2:2 + 3:2 + 4:2 ok",
                          "5:3 = 2:3 + 3:3 + 4:3 ok", "5:4 = 2:4 + 3:4 + 4:4 ok"));
}

TEST(RunningSums, WhatIsCarriedOverComesFromIncomeAndExpenditure) {
  EXPECT_THAT(sentences(checked(R"(
    项目         | 2019年 | 2020年
    年初结转和结余 | 131.20 | 140.87
    本年收入      | 920.13 | 1,004.62
    本年支出      | 910.46 | 990.05
    年末结转和结余 | 140.87 | 155.44
  )"),
                        RelationKind::column_sum),
              ElementsAre("4:1 = 1:1 + 2:1 - 3:1 ok", "4:2 = 1:2 + 2:2 - 3:2 ok"));
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
