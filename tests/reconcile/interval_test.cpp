#include "reconcile/interval.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace crossfoot {
namespace {

Quantity quantity(const char* text, int unit_exp = 0) { return {*parse_amount(text), unit_exp, 0}; }

bool sums_to(std::initializer_list<const char*> addends, const char* total) {
  Interval sum{0, 0, 0};
  for (const char* addend : addends) sum = *plus(sum, interval_of(quantity(addend)), 1);
  return agree(sum, interval_of(quantity(total)));
}

TEST(Interval, ATotalWithItsOnlyPartAgreesToTheLastDigit) {
  EXPECT_TRUE(sums_to({"38.02"}, "38.02"));
  EXPECT_FALSE(sums_to({"38.02"}, "38.01"));
  EXPECT_FALSE(sums_to({"38.02", "0.00", "0.00"}, "38.01"));  // printed zeros are exact
}

TEST(Interval, EachAddendAllowsHalfItsLastDigit) {
  EXPECT_TRUE(sums_to({"1.00", "1.00"}, "2.01"));  // 0.01 < 3 x 0.005
  EXPECT_FALSE(sums_to({"1.00", "1.00"}, "2.02"));
  EXPECT_TRUE(sums_to({"1.00", "1.00", "1.00"}, "3.01"));
  EXPECT_FALSE(sums_to({"1.00", "1.00", "1.00"}, "3.02"));  // 0.02 = 4 x 0.005: half open
}

TEST(Interval, CoarserFiguresAllowMore) {
  EXPECT_TRUE(sums_to({"10.90"}, "10.9"));
  EXPECT_TRUE(sums_to({"10.94"}, "10.9"));
  EXPECT_FALSE(sums_to({"10.96"}, "10.9"));
}

TEST(Interval, UnitsCompareAtTheCoarserOnesPrecision) {
  const Interval wan = interval_of(quantity("1,780.03", 4));
  EXPECT_TRUE(agree(wan, interval_of(quantity("17,800,310.13"))));
  EXPECT_FALSE(agree(wan, interval_of(quantity("17,800,390.13"))));
}

TEST(Interval, AFigureIsMeantToTheDecimalsOfItsTable) {
  Quantity short_one = quantity("10.9");
  short_one.least_decimals = 2;
  EXPECT_TRUE(agree(interval_of(short_one), interval_of(quantity("10.90"))));
  EXPECT_FALSE(agree(interval_of(short_one), interval_of(quantity("10.94"))));
}

TEST(Interval, GivesItsCentreInAUnit) {
  const Interval wan = interval_of(quantity("1,780.03", 4));
  EXPECT_EQ(centre_amount(wan, 0)->to_string(), "17800300");
  EXPECT_EQ(centre_amount(wan, 4)->to_string(), "1780.03");
  EXPECT_EQ(radius_amount(wan, 4)->to_string(), "0.005");
}

}  // namespace
}  // namespace crossfoot
