#include "ocr/recognizer.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "tests/ocr/line_files.h"

namespace crossfoot {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

std::unique_ptr<TextRecognizer> recognizer_of(const char* languages) {
  auto made = recognizer_factory(languages)();
  if (!made) throw std::runtime_error(made.error().message);
  return std::move(*made);
}

TEST(Recognizer, ReadsNumbersChineseAndLatin) {
  const auto lines = read_line_files(CROSSFOOT_OCR_LINES);
  const auto read = recognizer_of("chi_sim+eng")->recognize_lines(images_of(lines));
  ASSERT_EQ(read.size(), lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_EQ(read[i].text, lines[i].truth) << lines[i].file;
    EXPECT_GT(read[i].confidence, 0.5) << lines[i].file;
  }
}

TEST(Recognizer, SureLinesOfChineseAreReadAsInFull) {
  std::vector<Raster> chinese;
  for (const LineFile& line : read_line_files(CROSSFOOT_OCR_LINES)) {
    if (static_cast<unsigned char>(line.truth[0]) >= 0xE4) chinese.push_back(line.image);
  }
  const auto recognizer = recognizer_of("chi_sim+eng");
  const auto sure = recognizer->recognize_sure_lines(chinese);
  const auto full = recognizer->recognize_lines(chinese);
  ASSERT_EQ(sure.size(), chinese.size());
  int n_sure = 0;
  for (std::size_t i = 0; i < chinese.size(); ++i) {
    if (sure[i].text.empty()) continue;
    ++n_sure;
    EXPECT_EQ(sure[i].text, full[i].text);
    EXPECT_GT(sure[i].confidence, 0.96);
  }
  EXPECT_GE(n_sure, 2);
}

TEST(Recognizer, OfWordsOfLettersNoneIsSureAtLittleCost) {
  const auto lines = images_of(read_line_files(CROSSFOOT_OCR_LINES));
  for (const RecognizedLine& line : recognizer_of("eng")->recognize_sure_lines(lines)) {
    EXPECT_EQ(line.text, "");
    EXPECT_EQ(line.confidence, 0);
  }
}

TEST(Recognizer, NoLinesGiveNoLines) {
  EXPECT_TRUE(recognizer_of("eng")->recognize_lines({}).empty());
  EXPECT_TRUE(recognizer_of("chi_sim")->recognize_sure_lines({}).empty());
}

TEST(Recognizer, BlankLineIsEmptyText) {
  Raster blank{80, 40, 1, 300, 300, std::vector<std::uint8_t>(80 * 40, 255)};
  EXPECT_EQ(recognizer_of("eng")->recognize_lines({blank}).at(0).text, "");
}

TEST(Recognizer, MissingLanguageNamesItsPackage) {
  const auto recognizer = recognizer_factory("chi_sim+xyz_abc")();
  ASSERT_FALSE(recognizer);
  EXPECT_EQ(recognizer.error().code, ErrorCode::missing_dependency);
  EXPECT_THAT(recognizer.error().remedy, HasSubstr("tesseract-ocr-xyz-abc"));
}

TEST(Recognizer, NoLanguageIsAUsageError) {
  const auto recognizer = recognizer_factory("")();
  ASSERT_FALSE(recognizer);
  EXPECT_EQ(recognizer.error().code, ErrorCode::usage);
}

TEST(Recognizer, InstalledLanguagesLeaveOutOrientation) {
  EXPECT_THAT(installed_languages(), Contains("eng"));
  EXPECT_THAT(installed_languages(), ::testing::Not(Contains("osd")));
}

}  // namespace
}  // namespace crossfoot
