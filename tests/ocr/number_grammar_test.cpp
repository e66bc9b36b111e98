#include "ocr/number_grammar.h"

#include <gmock/gmock.h>

namespace crossfoot {
namespace {

TEST(NumberGrammar, PrintedFormsCostNothing) {
  for (const char* text :
       {"0", "0.00", "394,168,149.93", "1234567.89", "2080505", "208", "(152,325)", "-3.2%", "(3.5)",
        "-1,234", "△12", "£1,234", "(£1,234)", "-$5", "¥0.5", "2021-12-31", "2020-2021",
        "31/12/2021", "≥95%", "<5%", "—", "-", "——", "100%", ""}) {
    EXPECT_EQ(log_prior(text), 0) << text;
  }
}

TEST(NumberGrammar, PiecesOfWrappedNumbersCostSomething) {
  for (const char* text : {"375,745,00", ",000.00", ".00", "(12", "34)", "12."}) {
    EXPECT_LT(log_prior(text), 0) << text;
    EXPECT_GT(log_prior(text), -3) << text;
  }
}

TEST(NumberGrammar, MalformedCostsMost) {
  for (const char* text : {"1,23,456.00", "1234,567", "12.3,456", "1,,234", "12.345.67,8", "0,123.00",
                           "1..2", ",", "296.652.15", "10,000,000 00", "(12 00)", "000",
                           "△(1,437)", "-(12)"}) {
    EXPECT_LE(log_prior(text), -3) << text;
  }
}

TEST(NumberGrammar, CommasThatLostTheirTailsAreLikelierThanPoints) {
  EXPECT_LT(log_prior("8.949.508.09"), log_prior("8,949,508.09"));
  EXPECT_LT(log_prior("245.302"), log_prior("245,302"));
  EXPECT_LT(log_prior("¥6,722.539"), log_prior("¥6,722,539"));
  for (const char* text :
       {"0.125", "1245.302", "245.30", "245.3021", "-5.267%", "6,722.53", "6,722.539%"}) {
    EXPECT_EQ(log_prior(text), 0) << text;
  }
}

TEST(NumberGrammar, DottedDatesAndOutlinesAreOdd) {
  EXPECT_GT(log_prior("2021.12.31"), -1);
  EXPECT_GT(log_prior("3.2.1"), -1);
}

TEST(NumberGrammar, SeveralNumbersAreEachJudged) {
  EXPECT_GT(log_prior("12 1,234"), -1);
  EXPECT_LE(log_prior("12 1,23,4"), -3);
}

}  // namespace
}  // namespace crossfoot
