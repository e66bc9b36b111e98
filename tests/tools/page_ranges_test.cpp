#include "tools/page_ranges.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crossfoot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ParsePageRanges, NumbersAndRanges) {
  EXPECT_THAT(*parse_page_ranges("7"), ElementsAre(PageRange{7, 7}));
  EXPECT_THAT(*parse_page_ranges("1-3,7"), ElementsAre(PageRange{1, 3}, PageRange{7, 7}));
  EXPECT_THAT(*parse_page_ranges("5-"), ElementsAre(PageRange{5, std::nullopt}));
}

TEST(ParsePageRanges, AnythingElseIsNothing) {
  for (const char* text :
       {"", "0", "-3", "3-1", "1,,2", "1,", "x", "1-2-3", "1 - 3", "1.5", "+1", "99999999999"}) {
    EXPECT_EQ(parse_page_ranges(text), std::nullopt) << text;
  }
}

TEST(ChoosePages, NoRangesChooseAll) {
  EXPECT_THAT(choose_pages({}, 3).pages, ElementsAre(1, 2, 3));
}

TEST(ChoosePages, EachPageOnceInOrder) {
  const ChosenPages chosen = choose_pages(*parse_page_ranges("7,2-4,3,9-"), 10);
  EXPECT_THAT(chosen.pages, ElementsAre(2, 3, 4, 7, 9, 10));
  EXPECT_THAT(chosen.missing, IsEmpty());
}

TEST(ChoosePages, WhatTheDocumentHasNotIsToldApart) {
  const ChosenPages chosen = choose_pages(*parse_page_ranges("2-5,9,4-"), 3);
  EXPECT_THAT(chosen.pages, ElementsAre(2, 3));
  EXPECT_THAT(chosen.missing,
              ElementsAre(PageRange{4, 5}, PageRange{9, 9}, PageRange{4, std::nullopt}));
}

TEST(PageRanges, AreWrittenAsTheyAreRead) {
  for (const char* text : {"3", "1-3,7", "5-", "2-5,9,4-"}) {
    EXPECT_EQ(to_string(*parse_page_ranges(text)), text);
  }
}

TEST(ChoosePages, AHugeRangeCostsNothing) {
  EXPECT_THAT(choose_pages({{1, 2000000000}}, 2).pages, ElementsAre(1, 2));
}

}  // namespace
}  // namespace crossfoot
