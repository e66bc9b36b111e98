#include "tools/compare/alignment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace crossfoot {
namespace {

using testing::ElementsAre;

// Letters: 1 for equal ones, 0.4 for the same letter in another case.
std::vector<int> aligned(const std::string& a, const std::string& b) {
  return align(static_cast<int>(a.size()), static_cast<int>(b.size()), [&](int i, int j) {
    if (a[i] == b[j]) return 1.0;
    return std::tolower(a[i]) == std::tolower(b[j]) ? 0.4 : 0.0;
  });
}

TEST(Align, WhatIsLostHasNoPartner) {
  EXPECT_THAT(aligned("abcd", "acd"), ElementsAre(0, -1, 1, 2));
  EXPECT_THAT(aligned("acd", "abcd"), ElementsAre(0, 2, 3));
}

TEST(Align, WhatIsAlikePairsBetweenWhatIsEqual) {
  EXPECT_THAT(aligned("abc", "aBc"), ElementsAre(0, 1, 2));
}

TEST(Align, WhatHasNothingInCommonStaysAlone) {
  EXPECT_THAT(aligned("axc", "ayc"), ElementsAre(0, -1, 2));
  EXPECT_THAT(aligned("", "ab"), ElementsAre());
  EXPECT_THAT(aligned("ab", ""), ElementsAre(-1, -1));
}

TEST(Align, OfEqualOnesTheFirstIsTaken) { EXPECT_THAT(aligned("aa", "a"), ElementsAre(0, -1)); }

// Against every monotone pairing, on all pairs of words of three letters up to length four.
double best_sum(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  const double pair = a[0] == b[0] ? 1.0 : std::tolower(a[0]) == std::tolower(b[0]) ? 0.4 : 0.0;
  return std::max({pair + best_sum(a.substr(1), b.substr(1)), best_sum(a.substr(1), b),
                   best_sum(a, b.substr(1))});
}

std::vector<std::string> all_words(const std::string& letters, std::size_t longest) {
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() == longest) break;
    for (const char c : letters) words.push_back(words[i] + c);
  }
  return words;
}

TEST(Align, NoPairingIsBetter) {
  for (const std::string& a : all_words("aAb", 4)) {
    for (const std::string& b : all_words("aAb", 3)) {
      double sum = 0;
      int last = -1;
      const auto pairs = aligned(a, b);
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs[i] < 0) continue;
        EXPECT_GT(pairs[i], last);
        last = pairs[i];
        sum += a[i] == b[static_cast<std::size_t>(pairs[i])] ? 1.0 : 0.4;
      }
      EXPECT_NEAR(sum, best_sum(a, b), 1e-9) << a << " " << b;
    }
  }
}

TEST(Align, TheInverseLeadsBack) { EXPECT_THAT(inverse({0, -1, 2}, 4), ElementsAre(0, -1, 2, -1)); }

}  // namespace
}  // namespace crossfoot
