#include "tools/compare/comparable_text.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(ComparableText, OneFormForWhatReadersTakeForOneSign) {
  EXPECT_EQ(comparable("（１）　收 入"), U"(1)收入");
  EXPECT_EQ(comparable("《a》—b、c。"), U"<a>-b,c.");
  EXPECT_EQ(comparable("①㎡"), U"1m2");
  EXPECT_EQ(comparable("Total"), U"Total");
  EXPECT_EQ(comparable(" \t\n"), U"");
}

std::string number(std::string_view text) { return number_in(comparable(text)).value_or("none"); }

TEST(NumberIn, EqualValuesHaveEqualForms) {
  EXPECT_EQ(number("1,234.50"), "1234.5");
  EXPECT_EQ(number("（1,234.50）"), "-1234.5");
  EXPECT_EQ(number("-0.0"), "0");
  EXPECT_EQ(number("007"), "7");
  EXPECT_EQ(number("100%"), "100");
  EXPECT_EQ(number("-(3)"), "-3");
  EXPECT_EQ(number("1234567890123456789012"), "1234567890123456789012");
}

TEST(NumberIn, WhatIsNoNumber) {
  for (const char* text : {"", "-", "1.", ".5", "1.2.3", "a1", "1a", "()", "%", ",1"}) {
    EXPECT_EQ(number(text), "none") << text;
  }
}

}  // namespace
}  // namespace crossfoot
