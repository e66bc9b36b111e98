#include "ocr/recognizer.h"

#include <gmock/gmock.h>

#include "tests/ocr/line_files.h"

namespace crossfoot {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

TEST(Recognizer, ReadsNumbersChineseAndLatin) {
  auto recognizer = recognizer_factory("chi_sim+eng")();
  ASSERT_TRUE(recognizer);
  const auto lines = read_line_files(CROSSFOOT_OCR_LINES);
  const auto read = (*recognizer)->recognize_lines(images_of(lines));
  ASSERT_EQ(read.size(), lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_EQ(read[i].text, lines[i].truth) << lines[i].file;
    EXPECT_GT(read[i].confidence, 0.5) << lines[i].file;
  }
}

TEST(Recognizer, SureLinesAreChineseThatIsReadRight) {
  auto recognizer = recognizer_factory("chi_sim+eng")();
  ASSERT_TRUE(recognizer);
  const auto lines = read_line_files(CROSSFOOT_OCR_LINES);
  const auto read = (*recognizer)->recognize_sure_lines(images_of(lines));
  ASSERT_EQ(read.size(), lines.size());
  int sure = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool chinese = static_cast<unsigned char>(lines[i].truth[0]) >= 0xE4;
    if (read[i].text.empty() || !chinese) continue;
    ++sure;
    EXPECT_EQ(read[i].text, lines[i].truth);
    EXPECT_GT(read[i].confidence, 0.96);
  }
  EXPECT_GE(sure, 2);
}

TEST(Recognizer, OfWordsOfLettersNoneIsSureAtLittleCost) {
  auto recognizer = recognizer_factory("eng")();
  ASSERT_TRUE(recognizer);
  const auto lines = read_line_files(CROSSFOOT_OCR_LINES);
  for (const RecognizedLine& line : (*recognizer)->recognize_sure_lines(images_of(lines))) {
    EXPECT_EQ(line.text, "");
    EXPECT_EQ(line.confidence, 0);
  }
}

TEST(Recognizer, NoLinesGiveNoLines) {
  auto recognizer = recognizer_factory("eng")();
  ASSERT_TRUE(recognizer);
  EXPECT_TRUE((*recognizer)->recognize_lines({}).empty());
}

TEST(Recognizer, BlankLineIsEmptyText) {
  auto recognizer = recognizer_factory("eng")();
  ASSERT_TRUE(recognizer);
  Raster blank{80, 40, 1, 300, 300, std::vector<std::uint8_t>(80 * 40, 255)};
  EXPECT_EQ((*recognizer)->recognize_lines({blank}).at(0).text, "");
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
