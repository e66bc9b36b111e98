#include "extract/bend.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// Rows displaced by 8 px at the left and right edges, and by 4 px more at the lower right corner;
// columns lean by 5 px.
Bend some_bend() {
  Bend bend{400, 300, {}, {}};
  bend.rows.terms[1][0] = 8;
  bend.rows.terms[0][1] = 4;
  bend.columns.terms[0][0] = 5;
  return bend;
}

TEST(BendField, NothingMovesInTheMiddleAlong) {
  const BendField rows = some_bend().rows;
  EXPECT_EQ(rows.at(0, 0.7), 0);
  EXPECT_EQ(rows.at(-1, 0), 8);
  EXPECT_EQ(rows.at(1, 1), 12);
  EXPECT_EQ(rows.at(1, -1), 4);
}

TEST(BendField, OutsideOfWhatWasSeenItIsConstant) {
  BendField rows = some_bend().rows;
  rows.along = {-0.5, 1};
  rows.across = {-1, 0.5};
  EXPECT_EQ(rows.at(-0.9, 0), rows.at(-0.5, 0));
  EXPECT_EQ(rows.at(0.3, 0.9), rows.at(0.3, 0.5));
}

TEST(BendField, WhereRowsConvergeThePageIsFurtherAway) {
  // At the right straightening moves the head up and the foot down by 4 px.
  BendField rows;
  rows.terms[0][1] = 4;
  EXPECT_EQ(rows.distance(0, 300), 1);
  EXPECT_NEAR(rows.distance(1, 300), 308.0 / 300, 1e-9);
  EXPECT_NEAR(rows.distance(-1, 300), 292.0 / 300, 1e-9);
}

TEST(Bend, TakesAStraightPointToWhereItsDisplacementTakesItBack) {
  const Bend bend = some_bend();
  for (const double x : {0.0, 130.0, 400.0}) {
    for (const double y : {0.0, 150.0, 290.0}) {
      const auto [bent_x, bent_y] = bend.bent(x, y);
      const double u = 2 * bent_x / 400 - 1, v = 2 * bent_y / 300 - 1;
      const double straight_x = bent_x + bend.columns.at(v, u);
      const double straight_y = bent_y + bend.rows.at(u, v);
      EXPECT_NEAR(200 + (straight_x - 200) * bend.rows.distance(u, 300), x, 1e-6);
      EXPECT_NEAR(150 + (straight_y - 150) * bend.columns.distance(v, 400), y, 1e-6);
    }
  }
}

TEST(Bend, OnItsHeadItBendsTheSamePointsOfThePage) {
  Bend bend = some_bend();
  bend.rows.along = {-0.8, 0.6};
  const Bend turned = bend.upside_down();
  for (const double x : {10.0, 130.0, 390.0}) {
    for (const double y : {0.0, 150.0, 290.0}) {
      const auto [bent_x, bent_y] = bend.bent(x, y);
      const auto [turned_x, turned_y] = turned.bent(400 - x, 300 - y);
      EXPECT_NEAR(turned_x, 400 - bent_x, 1e-6);
      EXPECT_NEAR(turned_y, 300 - bent_y, 1e-6);
    }
  }
}

}  // namespace
}  // namespace crossfoot
