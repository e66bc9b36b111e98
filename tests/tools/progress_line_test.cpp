#include "tools/progress_line.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(ProgressLine, RateAndRest) {
  EXPECT_EQ(progress_line("a.pdf", 12, 40, 8), "a.pdf: 12 of 40 pages, 1.5 pages/s, 19 s left");
  EXPECT_EQ(progress_line("a.pdf", 2, 40, 5), "a.pdf: 2 of 40 pages, 2.5 s/page, 1 min 35 s left");
}

TEST(ProgressLine, NothingIsGuessedInTheFirstSecond) {
  EXPECT_EQ(progress_line("a.pdf", 1, 40, 0.2), "a.pdf: 1 of 40 pages");
  EXPECT_EQ(progress_line("a.pdf", 1, 1, 9), "a.pdf: 1 of 1 page");
}

TEST(ProgressLine, WhatWasDoneBeforeDoesNotCountForTheRate) {
  EXPECT_EQ(progress_line("batch", "document", 800, 2000, 400, 100),
            "batch: 800 of 2000 documents, 4.0 documents/s, 5 min 0 s left");
  EXPECT_EQ(progress_line("batch", "document", 400, 2000, 400, 100),
            "batch: 400 of 2000 documents");
}

TEST(Duration, InTheUnitsPeopleUse) {
  EXPECT_EQ(duration(0.4), "0 s");
  EXPECT_EQ(duration(59.6), "1 min 0 s");
  EXPECT_EQ(duration(3900), "1 h 5 min");
}

}  // namespace
}  // namespace crossfoot
