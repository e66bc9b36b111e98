#include "tools/compare/amount_change.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::string change(const char* a, const char* b) {
  const auto difference = change_between(*parse_amount(a), *parse_amount(b));
  return difference ? difference->to_string() : "none";
}

TEST(AmountChange, IsExactInTheFinerDecimals) {
  EXPECT_EQ(change("5.00", "6.00"), "1.00");
  EXPECT_EQ(change("6", "5.99"), "-0.01");
  EXPECT_EQ(change("1,234", "1234.0"), "0.0");
  EXPECT_EQ(change("999999999999999999", "-9"), "none");  // 19 digits
}

TEST(AmountChange, IsWithinATolerance) {
  EXPECT_TRUE(is_within(*parse_amount("-0.01"), *parse_amount("0.01")));
  EXPECT_FALSE(is_within(*parse_amount("0.011"), *parse_amount("0.01")));
  EXPECT_TRUE(is_within({}, {}));
}

}  // namespace
}  // namespace crossfoot
