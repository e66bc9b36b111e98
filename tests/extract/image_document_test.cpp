#include "extract/image_document.h"

#include <gmock/gmock.h>
#include <leptonica/allheaders.h>

#include <cstdlib>
#include <memory>

#include "tests/extract/drawing.h"
#include "tests/extract/scanned_tables.h"

namespace crossfoot {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;

struct PixFree {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Image = std::unique_ptr<PIX, PixFree>;

// A gray image of one level.
Image gray_image(int width, int height, int level, int dpi) {
  Image image(pixCreate(width, height, 8));
  pixSetAllArbitrary(image.get(), static_cast<l_uint32>(level));
  pixSetResolution(image.get(), dpi, dpi);
  return image;
}

DocumentBytes encoded(PIX* image, int format) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  EXPECT_EQ(pixWriteMem(&data, &size, image, format), 0);
  auto bytes = std::make_shared<std::string>(reinterpret_cast<const char*>(data), size);
  std::free(data);
  return {"scan", std::move(bytes)};
}

PageContent page_of(const DocumentBytes& input, int number = 1) {
  auto document = open_image_document(input, {});
  EXPECT_TRUE(document);
  if (!document) return {};
  auto page = (*document)->load_page(number);
  EXPECT_TRUE(page);
  return page ? *page : PageContent{};
}

TEST(ImageDocument, LeptonicaItselfSaysNothing) {
  const DocumentBytes cut{"scan", std::make_shared<std::string>("P5\n300 600\n255\nand no pixels")};
  testing::internal::CaptureStderr();
  const auto page = open_image_document(cut, {}).value()->load_page(1);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_FALSE(page);
}

TEST(ImageDocument, APngIsOnePageAtItsOwnResolution) {
  const auto png = encoded(gray_image(300, 600, 90, 150).get(), IFF_PNG);
  auto document = open_image_document(png, {});
  ASSERT_TRUE(document);
  EXPECT_EQ((*document)->page_count(), 1);
  const PageContent page = page_of(png);
  EXPECT_EQ(page.number, 1);
  EXPECT_TRUE(page.is_scan);
  EXPECT_TRUE(page.words.empty());
  EXPECT_EQ(page.raster.channels, 1);
  EXPECT_NEAR(page.raster.dpi_x, 150, 0.1);  // PNG counts pixels per metre
  EXPECT_NEAR(page.width_pt, 144, 0.1);
  EXPECT_NEAR(page.height_pt, 288, 0.1);
  EXPECT_THAT(page.raster.pixels, Each(90));
}

TEST(ImageDocument, EachImageOfATiffIsAPage) {
  std::vector<Raster> images;
  for (const int level : {10, 20, 30}) {
    images.push_back(test::paper(40, 20 + level, 200, static_cast<std::uint8_t>(level)));
  }
  const auto tiff = test::tiff_of(images);
  auto document = open_image_document(tiff, {});
  ASSERT_TRUE(document);
  EXPECT_EQ((*document)->page_count(), 3);
  for (const int number : {3, 1, 2}) {
    const PageContent page = page_of(tiff, number);
    EXPECT_EQ(page.number, number);
    EXPECT_EQ(page.raster.height, 20 + 10 * number);
    EXPECT_THAT(page.raster.pixels, Each(10 * number));
  }
}

TEST(ImageDocument, ColourStaysInTheOrderRedGreenBlue) {
  Image image(pixCreate(2, 8, 32));
  l_uint32 orange = 0;
  composeRGBPixel(250, 120, 10, &orange);
  pixSetAllArbitrary(image.get(), orange);
  const PageContent page = page_of(encoded(image.get(), IFF_PNG));
  ASSERT_EQ(page.raster.channels, 3);
  EXPECT_EQ(page.raster.pixels[0], 250);
  EXPECT_EQ(page.raster.pixels[1], 120);
  EXPECT_EQ(page.raster.pixels[2], 10);
}

TEST(ImageDocument, ABilevelImageIsBlackOnWhite) {
  Image image(pixCreate(16, 16, 1));
  pixSetPixel(image.get(), 3, 5, 1);  // Leptonica's 1 is black
  const PageContent page = page_of(encoded(image.get(), IFF_TIFF_G4));
  ASSERT_EQ(page.raster.channels, 1);
  EXPECT_EQ(page.raster.row(5)[3], 0);
  EXPECT_EQ(page.raster.row(5)[4], 255);
}

TEST(ImageDocument, AnImplausibleResolutionBecomesThatOfASheet) {
  // A camera's 72 dpi would be a sheet of a metre; A4 is 8.27 inches wide.
  const PageContent page = page_of(encoded(gray_image(2481, 3508, 255, 72).get(), IFF_PNG));
  EXPECT_NEAR(page.raster.dpi_x, 300, 1);
  EXPECT_NEAR(page.width_pt, 595, 1);
  const PageContent unknown = page_of(encoded(gray_image(2481, 3508, 255, 0).get(), IFF_PNG));
  EXPECT_NEAR(unknown.width_pt, 595, 1);
}

TEST(ImageDocument, AnImageOfTooManyPixelsIsNotDecoded) {
  OpenOptions options;
  options.most_pixels = 300 * 300;
  for (const int format : {IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF_LZW, IFF_BMP, IFF_PNM}) {
    const auto input = encoded(gray_image(300, 300, 90, 150).get(), format);
    EXPECT_TRUE(open_image_document(input, options).value()->load_page(1)) << format;
    OpenOptions fewer = options;
    fewer.most_pixels -= 1;
    const auto refused = open_image_document(input, fewer).value()->load_page(1);
    ASSERT_FALSE(refused) << format;
    EXPECT_EQ(refused.error().remedy, "raise --max-pixels");
  }
}

TEST(ImageDocument, AnImageThatEndsInTheMiddleIsAnErrorOfItsPage) {
  DocumentBytes png = encoded(gray_image(300, 300, 90, 150).get(), IFF_PNG);
  png.bytes = std::make_shared<std::string>(png.bytes->substr(0, 60));
  auto document = open_image_document(png, {});
  ASSERT_TRUE(document);
  const auto page = (*document)->load_page(1);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::unreadable);
  EXPECT_EQ(page.error().page, 1);
  EXPECT_THAT(page.error().message, HasSubstr("cannot be decoded"));
}

TEST(IsImage, GoesByTheFirstBytes) {
  EXPECT_TRUE(is_image(*encoded(gray_image(8, 8, 0, 72).get(), IFF_PNG).bytes));
  EXPECT_TRUE(is_image(*encoded(gray_image(8, 8, 0, 72).get(), IFF_JFIF_JPEG).bytes));
  EXPECT_TRUE(is_image(*encoded(gray_image(8, 8, 0, 72).get(), IFF_TIFF_LZW).bytes));
  EXPECT_TRUE(is_image(*encoded(gray_image(8, 8, 0, 72).get(), IFF_BMP).bytes));
  EXPECT_FALSE(is_image(""));
  EXPECT_FALSE(is_image("\x89PNG"));
  EXPECT_FALSE(is_image("item,sum\na,1\nb,2\n"));
  EXPECT_FALSE(is_image("%PDF-1.4 and so on"));
}

}  // namespace
}  // namespace crossfoot
