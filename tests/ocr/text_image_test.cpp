#include "ocr/text_image.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crossfoot {
namespace {

// Upright strokes, `ink` on `paper`, height px high in a margin of half that.
Raster strokes(int height, int count, std::uint8_t ink, std::uint8_t paper) {
  const int margin = height / 2, step = height / 2, width = 2 * margin + count * step;
  Raster line{width, height + 2 * margin, 1, 300, 300, {}};
  line.pixels.assign(static_cast<std::size_t>(line.width) * line.height, paper);
  for (int i = 0; i < count; ++i) {
    for (int y = margin; y < margin + height; ++y) {
      std::fill_n(line.row(y) + margin + i * step, step / 3, ink);
    }
  }
  return line;
}

TEST(TextImage, InkFillsTheHeightButForAMargin) {
  for (const int height : {26, 60, 200}) {
    const TextImage image = text_image(strokes(height, 5, 20, 240), 48);
    ASSERT_GT(image.width, 0) << height;
    EXPECT_EQ(image.pixels.size(), static_cast<std::size_t>(image.width) * 48);
    int first = 48, last = -1;
    for (int y = 0; y < 48; ++y) {
      const auto row = image.pixels.begin() + static_cast<std::ptrdiff_t>(y) * image.width;
      if (*std::min_element(row, row + image.width) > 0) continue;
      first = std::min(first, y);
      last = y;
    }
    EXPECT_NEAR(first, 48 * 4 / 34.0, 1.5) << height;
    EXPECT_NEAR(last, 48 * 30 / 34.0, 1.5) << height;
  }
}

TEST(TextImage, FaintAndDarkPrintLookAlike) {
  const TextImage faint = text_image(strokes(52, 5, 120, 200), 48);
  const TextImage dark = text_image(strokes(52, 5, 0, 255), 48);
  ASSERT_EQ(faint.width, dark.width);
  for (std::size_t i = 0; i < dark.pixels.size(); ++i) {
    EXPECT_NEAR(faint.pixels[i], dark.pixels[i], 6);
  }
}

TEST(TextImage, BlankPaperHasNoWidth) {
  EXPECT_EQ(text_image(strokes(40, 0, 0, 250), 48).width, 0);
  EXPECT_EQ(text_image({}, 48).width, 0);
}

TEST(TextImage, LinesAreNeverEnlargedBeforeTheirInkIsMeasured) {
  EXPECT_EQ(with_ink_height(strokes(20, 3, 0, 255), 26).rows, 40);
  EXPECT_EQ(with_ink_height(strokes(52, 3, 0, 255), 26).rows, 52);
}

TEST(TextImage, SmallPrintIsTheSameInEverySize) {
  for (const double size : {0.85, 1.0, 1.15}) {
    EXPECT_FALSE(differs_in_size(strokes(20, 5, 20, 240), size)) << size;
    EXPECT_TRUE(differs_in_size(strokes(60, 5, 20, 240), size)) << size;
  }
  EXPECT_TRUE(differs_in_size(strokes(24, 5, 20, 240), 0.85));
  EXPECT_FALSE(differs_in_size(strokes(24, 5, 20, 240), 1.15));
}

}  // namespace
}  // namespace crossfoot
