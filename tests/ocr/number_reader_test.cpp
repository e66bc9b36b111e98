#include "ocr/number_reader.h"

#include <gmock/gmock.h>

#include <string_view>

#include "ocr/number_symbols.h"
#include "tests/ocr/line_files.h"

namespace crossfoot {
namespace {

bool is_number(const std::string& text) {
  return text.find_first_not_of("0123456789,.-()%") == std::string::npos || text == "£1,234" ||
         text == "—";
}

TEST(NumberNetwork, HasAClassForEachSymbol) {
  LineView view{64, std::vector<float>(LineView::kRows * 64, 0)};
  const auto scores = NumberNetwork().run({view});
  ASSERT_EQ(scores.size(), 1U);
  EXPECT_EQ(scores[0].classes, static_cast<int>(kNumberSymbols.size()) + 1);
  EXPECT_GE(scores[0].columns, 16);
}

TEST(NumberNetwork, BatchesGiveWhatSingleLinesGive) {
  NumberReader reader;
  const auto lines = read_line_files(CROSSFOOT_OCR_LINES);
  const auto together = reader.read(images_of(lines));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto alone = reader.read({lines[i].image});
    EXPECT_EQ(together[i].text, alone[0].text) << lines[i].file;
  }
}

TEST(NumberReader, ReadsNumbersAndRejectsText) {
  // One letter among twenty digits may be taken for a digit, but not surely; then Tesseract is asked.
  constexpr std::string_view kLongCode = "50017433T000000128604";
  constexpr double kSure = 0.9;
  const auto lines = read_line_files(CROSSFOOT_OCR_LINES);
  ASSERT_FALSE(lines.empty());
  const auto readings = NumberReader().read(images_of(lines));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_number(lines[i].truth)) {
      EXPECT_EQ(readings[i].text, lines[i].truth);
      EXPECT_FALSE(readings[i].foreign) << lines[i].truth;
    } else if (lines[i].truth == kLongCode) {
      EXPECT_TRUE(readings[i].foreign || readings[i].probability < kSure) << readings[i].text;
    } else {
      EXPECT_TRUE(readings[i].foreign) << lines[i].truth << " read as " << readings[i].text;
    }
  }
}

TEST(NumberReader, AlternativesAreRankedAndLeaveOutTheText) {
  const auto lines = read_line_files(CROSSFOOT_OCR_LINES);
  for (const NumberReading& reading : NumberReader().read(images_of(lines))) {
    double before = 0;
    for (const Alternative& alternative : reading.alternatives) {
      EXPECT_NE(alternative.text, reading.text);
      EXPECT_GE(alternative.cost, before);
      before = alternative.cost;
    }
  }
}

TEST(NumberReader, BlankPaperIsSaidToBeBlank) {
  Raster blank{80, 40, 1, 300, 300, std::vector<std::uint8_t>(80 * 40, 255)};
  const auto readings = NumberReader().read({blank});
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].text, "");
  EXPECT_TRUE(readings[0].blank);
}

}  // namespace
}  // namespace crossfoot
