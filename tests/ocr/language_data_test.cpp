#include "ocr/language_data.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "ocr/tesseract_engine.h"

namespace crossfoot {
namespace {

std::string installed(const std::string& language) {
  const auto engine = TesseractEngine::load(language);
  if (!engine) throw std::runtime_error("no language data for " + language);
  std::ifstream file(engine->data_file(), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(LanguageData, ChineseHasItsNetworkAndCharacters) {
  const auto data = parse_language_data(installed("chi_sim"));
  ASSERT_TRUE(data);
  EXPECT_EQ(data->network.height, 48);
  EXPECT_EQ(data->network.along.back().states, 512);
  EXPECT_GT(data->characters.size(), 4000U);
  std::size_t longest = 0;
  bool has_branch = false;
  for (const auto& [classes, character] : data->characters) {
    longest = std::max(longest, classes.size());
    has_branch |= character == "支";
    for (const int c : classes) {
      EXPECT_GT(c, 0);
      EXPECT_LT(c, data->network.softmax.rows);
    }
  }
  EXPECT_TRUE(has_branch);
  EXPECT_GT(longest, 1U);
}

// Else a line of classes could be spelled in two ways.
TEST(LanguageData, WhatBeginsACharacterStandsNowhereElse) {
  const auto data = parse_language_data(installed("chi_sim"));
  ASSERT_TRUE(data);
  for (const auto& [classes, character] : data->characters) {
    for (std::size_t i = 1; i < classes.size(); ++i) {
      const auto next = data->characters.lower_bound({classes[i]});
      EXPECT_FALSE(next != data->characters.end() && next->first.front() == classes[i])
          << character;
    }
  }
}

TEST(LanguageData, LatinIsReadToo) {
  const auto data = parse_language_data(installed("eng"));
  ASSERT_TRUE(data);
  EXPECT_EQ(data->network.height, 36);
  EXPECT_GT(data->characters.size(), 80U);
}

TEST(LanguageData, WhatIsDamagedOrAnotherThingIsNothing) {
  EXPECT_FALSE(parse_language_data(""));
  EXPECT_FALSE(parse_language_data("%PDF-1.7"));
  const std::string whole = installed("eng");
  for (std::size_t cut = 1; cut < 400'000; cut = cut * 3 / 2 + 1) {
    EXPECT_FALSE(parse_language_data(whole.substr(0, cut))) << cut;
  }
  // Bytes of the head: the parts begin elsewhere, or layers are of another kind.
  for (std::size_t at = 0; at < 600; ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
    (void)parse_language_data(damaged);
  }
}

}  // namespace
}  // namespace crossfoot
