#include "reconcile/amount.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::string read(std::string_view text) {
  const auto amount = parse_amount(text);
  return amount ? amount->to_string() : "none";
}

TEST(Amount, KeepsTheDecimalsThatWerePrinted) {
  EXPECT_EQ(read("394,168,149.93"), "394168149.93");
  EXPECT_EQ(read("170"), "170");
  EXPECT_EQ(read("170.00"), "170.00");
  EXPECT_EQ(read("0.05"), "0.05");
  EXPECT_EQ(read("-0.05"), "-0.05");
}

TEST(Amount, ReadsFullWidthFormsAndGroups) {
  EXPECT_EQ(read("１，２３４．５０"), "1234.50");
  EXPECT_EQ(read("1，234"), "1234");
  EXPECT_EQ(read("394,17"), "39417");
  EXPECT_EQ(read("375, 745,000 .00"), "375745000.00");
}

TEST(Amount, ReadsEveryFormOfNegative) {
  for (const char* text : {"(1,234)", "（1,234）", "-1,234", "－1,234", "−1,234", "△1,234",
                           "-£1,234", "£-1,234", "(£1,234)"}) {
    EXPECT_EQ(read(text), "-1234") << text;
  }
}

TEST(Amount, ReadsPercentAndCurrency) {
  EXPECT_EQ(read("14.87%"), "14.87");
  EXPECT_EQ(read("￥3.50"), "3.50");
  EXPECT_EQ(read("$ 12"), "12");
}

TEST(Amount, LeavesWhatIsNoAmount) {
  for (const char* text : {"", "-", "—", "无", "1.2.3", "2020.1.1", "2021-01-01", "≥380",
                           "550元/人", "1.", ".5", "(12", "12)", "--3", "1234567890123456789"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(Amount, TakesEighteenDigits) {
  EXPECT_EQ(read("999,999,999,999,999,999"), "999999999999999999");
  EXPECT_EQ(read("-9,999,999,999,999,999.99"), "-9999999999999999.99");
}

}  // namespace
}  // namespace crossfoot
