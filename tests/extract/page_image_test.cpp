#include "extract/page_image.h"

#include <gtest/gtest.h>

#include <random>

namespace crossfoot {
namespace {

// Noise, which JPEG cannot make small.
Raster noise(int width, int height, int channels, double dpi) {
  Raster page{width, height, channels, dpi, dpi, {}};
  std::mt19937 random(1);
  page.pixels.resize(page.stride() * static_cast<std::size_t>(height));
  for (auto& pixel : page.pixels) pixel = static_cast<std::uint8_t>(random());
  return page;
}

// The size in the frame header of a baseline JPEG.
std::pair<int, int> size_of(const std::string& jpeg) {
  const std::size_t frame = jpeg.find("\xff\xc0");
  EXPECT_NE(frame, std::string::npos);
  const auto at = [&](std::size_t i) {
    return static_cast<unsigned char>(jpeg[frame + i]) * 256 +
           static_cast<unsigned char>(jpeg[frame + i + 1]);
  };
  return {at(7), at(5)};
}

TEST(PageJpeg, At150Dpi) {
  EXPECT_EQ(size_of(page_jpeg(noise(400, 200, 1, 300), 1'000'000)), std::pair(200, 100));
  EXPECT_EQ(size_of(page_jpeg(noise(400, 200, 3, 300), 1'000'000)), std::pair(200, 100));
}

TEST(PageJpeg, EachDirectionByItsOwnResolution) {
  Raster fax = noise(400, 200, 1, 200);
  fax.dpi_y = 100;
  const auto [width, height] = size_of(page_jpeg(fax, 1'000'000));
  EXPECT_EQ(width, 300);
  EXPECT_EQ(height, 200);  // never more pixels than there are
}

TEST(PageJpeg, CoarserWhereItWouldBeTooLarge) {
  const Raster page = noise(1200, 1200, 1, 150);
  const std::string fine = page_jpeg(page, 10'000'000), coarse = page_jpeg(page, fine.size() / 2);
  EXPECT_LE(coarse.size(), fine.size() / 2);
  EXPECT_LT(size_of(coarse).first, size_of(fine).first);
}

}  // namespace
}  // namespace crossfoot
