// Scans whose image data are damaged in the middle, in each of the codings that scanners use.
#include <gmock/gmock.h>
#include <leptonica/allheaders.h>

#include <memory>
#include <random>

#include "extract/pdf_document.h"
#include "tests/extract/jbig2_writing.h"
#include "tests/extract/pdf_writing.h"

namespace crossfoot {
namespace {

using ::testing::HasSubstr;
using ::testing::Optional;

constexpr int kWidth = 640, kHeight = 480;  // px at 200 dpi

struct PixFree {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Image = std::unique_ptr<PIX, PixFree>;

// Bars of ink at random places, so that data fill some kilobytes in any coding.
Image print() {
  Image image(pixCreate(kWidth, kHeight, 1));
  std::mt19937 random(7);
  for (int i = 0; i < 600; ++i) {
    const auto up_to = [&](int limit) { return static_cast<l_int32>(random() % limit); };
    const l_int32 x = up_to(kWidth), y = up_to(kHeight), length = 3 + up_to(20);
    pixRasterop(image.get(), x, y, length, 3, PIX_SET, nullptr, 0, 0);
  }
  return image;
}

std::string packed(const Image& image, int leptonica_coding) {
  L_COMP_DATA* data = nullptr;
  EXPECT_EQ(pixGenerateCIData(image.get(), leptonica_coding, 75, 0, &data), 0);
  std::string bytes(reinterpret_cast<const char*>(data->datacomp), data->nbytescomp);
  l_CIDataDestroy(&data);
  return bytes;
}

std::string arithmetic(const Image& image) {
  return test::arithmetic_jbig2(kWidth, kHeight, [&](int x, int y) {
    l_uint32 ink = 0;
    pixGetPixel(image.get(), x, y, &ink);
    return ink != 0;
  });
}

struct Coding {
  std::string filter;
  int bits = 0;
  bool notices_changes = false;  // else any bytes are some picture
  std::string data;
  std::string parameters = {};
};

std::vector<Coding> codings() {
  const Image ink = print(), gray(pixConvertTo8(ink.get(), 0)),
              white(pixInvert(nullptr, ink.get()));
  const std::string fax = packed(ink, L_G4_ENCODE);
  return {{"CCITTFaxDecode", 1, true, fax,
           "/DecodeParms<</K -1/Columns " + std::to_string(kWidth) + ">>"},
          {"JBIG2Decode", 1, true, test::jbig2_of_fax(fax, kWidth, kHeight)},
          {"JBIG2Decode", 1, true, arithmetic(ink)},
          {"FlateDecode", 1, true, packed(white, L_FLATE_ENCODE)},
          {"JPXDecode", 8, false, packed(gray, L_JP2K_ENCODE)},
          {"DCTDecode", 8, false, packed(gray, L_JPEG_ENCODE)}};
}

DocumentBytes scan(const Coding& coding, const std::string& data) {
  return test::pdf_of_objects(
      {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 230.4 172.8]/Contents 4 0 R"
       "/Resources<</XObject<</Im1 5 0 R>>>>>>",
       "<</Length 36>>\nstream\nq 230.4 0 0 172.8 0 0 cm /Im1 Do Q\nendstream",
       "<</Type/XObject/Subtype/Image/Width " + std::to_string(kWidth) + "/Height " +
           std::to_string(kHeight) + "/ColorSpace/DeviceGray/BitsPerComponent " +
           std::to_string(coding.bits) + "/Filter/" + coding.filter + coding.parameters +
           "/Length " + std::to_string(data.size()) + ">>\nstream\n" + data + "\nendstream"});
}

Result<PageContent> page_of(const DocumentBytes& pdf) {
  return open_pdf_document(pdf, {}).value()->load_page(1);
}

TEST(DamagedImages, AWholeImageIsWhole) {
  for (const Coding& coding : codings()) {
    SCOPED_TRACE(coding.filter);
    const auto page = page_of(scan(coding, coding.data));
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->is_scan);
    EXPECT_EQ(page->damage, std::nullopt);
    ASSERT_EQ(page->raster.width, kWidth);
    int ink = 0;
    for (const std::uint8_t level : page->raster.pixels) ink += level < 128;
    l_int32 printed = 0;
    pixCountPixels(print().get(), &printed, nullptr);
    EXPECT_NEAR(ink / page->raster.channels, printed, 0.02 * printed);
  }
}

TEST(DamagedImages, AMissingPieceIsTold) {
  for (const Coding& coding : codings()) {
    SCOPED_TRACE(coding.filter);
    std::string data = coding.data;
    data.erase(data.size() / 2, 40);
    const auto page = page_of(scan(coding, data));
    ASSERT_TRUE(page);
    EXPECT_THAT(page->damage, Optional(HasSubstr("its image is damaged")));
    EXPECT_FALSE(page->raster.empty());  // what there is of it
  }
}

// The image's dictionary says less.
TEST(DamagedImages, Jbig2OfTooManyPixelsIsNotDecoded) {
  const Coding bomb{"JBIG2Decode", 1, false, test::jbig2_of_fax("", 100'000, 100'000)};
  const auto page = page_of(scan(bomb, bomb.data));
  ASSERT_FALSE(page);
  EXPECT_THAT(page.error().message, HasSubstr("10000 million pixels, more than 130"));
}

// Decoders take the header of a JBIG2 file, which a PDF must not have, for a segment and skip it.
TEST(DamagedImages, Jbig2WithTheHeaderOfAFileIsNotTakenForALargeOne) {
  const std::string header("\x97JB2\r\n\x1A\n\x01\0\0\0\x01", 13);
  const Coding coding{"JBIG2Decode", 1, true,
                      header + test::jbig2_of_fax(packed(print(), L_G4_ENCODE), kWidth, kHeight)};
  const auto page = page_of(scan(coding, coding.data));
  ASSERT_TRUE(page);
  EXPECT_THAT(page->damage, Optional(HasSubstr("its image is damaged")));
}

TEST(DamagedImages, ChangedBytesAreToldWhereTheCodingNoticesThem) {
  for (const Coding& coding : codings()) {
    if (!coding.notices_changes) continue;
    SCOPED_TRACE(coding.filter);
    std::string data = coding.data;
    for (std::size_t at = data.size() / 2; at < data.size() / 2 + 8; ++at) data[at] ^= '\x55';
    const auto page = page_of(scan(coding, data));
    ASSERT_TRUE(page);
    EXPECT_THAT(page->damage, Optional(HasSubstr("its image is damaged")));
  }
}

}  // namespace
}  // namespace crossfoot
