#include "ocr/text_reader.h"

#include <gtest/gtest.h>

#include "tests/ocr/line_files.h"

namespace crossfoot {
namespace {

class TextReaderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto engine = TesseractEngine::load("chi_sim");
    ASSERT_TRUE(engine);
    reader_ = load_text_reader(*engine);
    ASSERT_TRUE(reader_);
  }
  std::vector<std::optional<TesseractReading>> read(const std::vector<Raster>& images) const {
    std::vector<const Raster*> lines;
    for (const Raster& image : images) lines.push_back(&image);
    return reader_->read(lines);
  }
  std::optional<TextReader> reader_;
};

TEST_F(TextReaderTest, WhatItIsSureOfIsPrinted) {
  const auto lines = read_line_files(CROSSFOOT_OCR_LINES);
  const auto readings = read(images_of(lines));
  ASSERT_EQ(readings.size(), lines.size());
  int sure = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool chinese = static_cast<unsigned char>(lines[i].truth[0]) >= 0xE4;
    if (!readings[i] || !chinese) continue;
    ++sure;
    EXPECT_EQ(readings[i]->text, lines[i].truth);
    EXPECT_GT(readings[i]->confidence, 0.96);
  }
  EXPECT_GE(sure, 2);
}

TEST_F(TextReaderTest, PaperAndDirtAreNothing) {
  Raster blank{80, 40, 1, 300, 300, std::vector<std::uint8_t>(80 * 40, 255)};
  Raster speck = blank;
  speck.row(20)[40] = 0;
  const auto readings = read({blank, speck, Raster{}});
  for (const auto& reading : readings) EXPECT_FALSE(reading);
}

TEST_F(TextReaderTest, WordsOfLettersAreTesseracts) {
  EXPECT_FALSE(load_text_reader(*TesseractEngine::load("eng")));
}

TEST_F(TextReaderTest, NoLinesGiveNoReadings) { EXPECT_TRUE(read({}).empty()); }

}  // namespace
}  // namespace crossfoot
