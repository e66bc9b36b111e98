#include "ocr/ctc_beam.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <random>

namespace crossfoot {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

constexpr double kAlmostNever = -20;  // every class is followed

LineScores scores_of(const std::vector<std::vector<double>>& columns) {
  LineScores scores{static_cast<int>(columns.size()), static_cast<int>(columns[0].size()), {}};
  for (const auto& column : columns) {
    for (const double p : column) scores.log_p.push_back(static_cast<float>(std::log(p)));
  }
  return scores;
}

// The definition itself: every way through the columns, collapsed, its probability added up.
std::map<std::vector<int>, double> every_way(const LineScores& scores) {
  std::map<std::vector<int>, double> sums;
  const int ways = static_cast<int>(std::pow(scores.classes, scores.columns));
  for (int way = 0; way < ways; ++way) {
    std::vector<int> text;
    double log_p = 0;
    int rest = way, before = 0;
    for (int x = 0; x < scores.columns; ++x) {
      const int c = rest % scores.classes;
      rest /= scores.classes;
      log_p += scores.column(x)[c];
      if (c != 0 && c != before) text.push_back(c);
      before = c;
    }
    sums[text] += std::exp(log_p);
  }
  return sums;
}

TEST(CtcBeam, RepeatedSymbolNeedsBlankBetween) {
  const auto once = beam_search(scores_of({{.01, .99}, {.01, .99}, {.01, .99}}), 8, kAlmostNever);
  EXPECT_THAT(once.front().symbols, ElementsAre(1));
  const auto twice = beam_search(scores_of({{.01, .99}, {.99, .01}, {.01, .99}}), 8, kAlmostNever);
  EXPECT_THAT(twice.front().symbols, ElementsAre(1, 1));
}

TEST(CtcBeam, TextOfManyWaysBeatsTheSingleBestWay) {
  // Best way: blank blank (.36), the empty text; "1" comes about in three ways, .64 together.
  const auto ranked = beam_search(scores_of({{.6, .4}, {.6, .4}}), 8, kAlmostNever);
  EXPECT_THAT(ranked.front().symbols, ElementsAre(1));
  EXPECT_THAT(std::exp(ranked.front().log_p), DoubleNear(.64, 1e-6));
}

TEST(CtcBeam, LostSymbolIsAnAlternative) {
  const auto scores = scores_of({{.01, .98, .01}, {.3, .1, .6}, {.01, .98, .01}});
  const auto ranked = beam_search(scores, 8, kAlmostNever);
  EXPECT_THAT(ranked[0].symbols, ElementsAre(1, 2, 1));
  EXPECT_THAT(ranked[1].symbols, ElementsAre(1, 1));
}

TEST(CtcBeam, NoColumnsIsTheEmptyText) {
  const auto ranked = beam_search(LineScores{0, 3, {}}, 8, kAlmostNever);
  ASSERT_EQ(ranked.size(), 1U);
  EXPECT_TRUE(ranked[0].symbols.empty());
}

TEST(CtcBeam, LongLinesKeepTheirBeginning) {
  // 1 2 1 2 ... with a blank between, the last column in doubt.
  std::vector<std::vector<double>> columns;
  std::vector<int> printed;
  for (int i = 0; i < 300; ++i) {
    printed.push_back(1 + i % 2);
    columns.push_back(i % 2 == 0 ? std::vector{.005, .99, .005} : std::vector{.005, .005, .99});
    columns.push_back({.99, .005, .005});
  }
  columns.push_back({.6, .3, .1});
  const auto ranked = beam_search(scores_of(columns), 8, kAlmostNever);
  EXPECT_EQ(ranked[0].symbols, printed);
  printed.push_back(1);
  EXPECT_EQ(ranked[1].symbols, printed);
}

TEST(CtcBeam, ALineWithoutLikelyBeginningsIsGivenUp) {
  const std::vector<std::vector<double>> columns(40, std::vector<double>(5, .2));
  EXPECT_FALSE(beam_search(scores_of(columns), 8, kAlmostNever).empty());
  EXPECT_TRUE(beam_search(scores_of(columns), 8, kAlmostNever, -2).empty());
}

TEST(CtcBeam, WideBeamEqualsTheSumOverEveryWay) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> uniform(0.05, 1);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::vector<double>> columns(5, std::vector<double>(3));
    for (auto& column : columns) {
      double sum = 0;
      for (double& p : column) sum += p = uniform(random);
      for (double& p : column) p /= sum;
    }
    const LineScores scores = scores_of(columns);
    const auto reference = every_way(scores);
    const auto ranked = beam_search(scores, 1000, kAlmostNever);
    ASSERT_EQ(ranked.size(), reference.size());
    for (const Decoded& decoded : ranked) {
      EXPECT_NEAR(std::exp(decoded.log_p), reference.at(decoded.symbols), 1e-5);
    }
    for (std::size_t i = 1; i < ranked.size(); ++i) {
      EXPECT_GE(ranked[i - 1].log_p, ranked[i].log_p);
    }
  }
}

}  // namespace
}  // namespace crossfoot
