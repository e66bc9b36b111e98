#include "extract/pdf_structure.h"

#include <gmock/gmock.h>

#include "tests/extract/pdf_writing.h"

namespace crossfoot {
namespace {

using test::pdf_of;
using test::PdfPageOptions;
using ::testing::ElementsAre;

// 1 2
// 3 4
const test::GrayImage kFour{2, 2, "\x01\x02\x03\x04"};

PdfPageStructure structure_of(const PdfPageOptions& page) {
  auto structure = PdfStructure::open(pdf_of({page}, kFour));
  EXPECT_TRUE(structure);
  if (!structure) return {};
  auto first = (*structure)->page(1);
  EXPECT_TRUE(first);
  return first ? *first : PdfPageStructure{};
}

constexpr const char* kWholePage = "q 200 0 0 100 0 0 cm /Im1 Do Q";

TEST(PdfStructure, CountsPages) {
  auto structure = PdfStructure::open(pdf_of({{}, {}, {}}));
  ASSERT_TRUE(structure);
  EXPECT_EQ((*structure)->page_count(), 3);
}

TEST(PdfStructure, SizeIsThatOfTheCropBoxAsDisplayed) {
  const auto upright = structure_of({200, 100, "/CropBox[10 10 110 90]", ""});
  EXPECT_DOUBLE_EQ(upright.width_pt, 100);
  EXPECT_DOUBLE_EQ(upright.height_pt, 80);
  const auto sideways = structure_of({200, 100, "/CropBox[10 10 110 90]/Rotate 90", ""});
  EXPECT_DOUBLE_EQ(sideways.width_pt, 80);
  EXPECT_DOUBLE_EQ(sideways.height_pt, 100);
}

TEST(PdfStructure, RotateIsCountedFrom0To270) {
  EXPECT_EQ(structure_of({200, 100, "", ""}).rotate_deg, 0);
  EXPECT_EQ(structure_of({200, 100, "/Rotate 450", ""}).rotate_deg, 90);
  EXPECT_EQ(structure_of({200, 100, "/Rotate -90", ""}).rotate_deg, 270);
}

TEST(PdfStructure, AnImageOverThePageIsAPlainScanWithItsOwnPixels) {
  const auto page = structure_of({200, 100, "", kWholePage});
  EXPECT_EQ(page.n_images, 1);
  EXPECT_NEAR(page.image_cover, 1, 1e-6);
  EXPECT_NEAR(page.image_dpi, 1.44, 1e-6);  // 2 px over 100 pt
  ASSERT_TRUE(page.plain_scan);
  EXPECT_EQ(page.plain_scan->width, 2);
  EXPECT_THAT(page.plain_scan->pixels, ElementsAre(1, 2, 3, 4));
  EXPECT_NEAR(page.plain_scan->dpi_x, 0.72, 1e-6);
  EXPECT_NEAR(page.plain_scan->dpi_y, 1.44, 1e-6);
}

TEST(PdfStructure, APlainScanIsTurnedAsItIsDisplayed) {
  const auto page = structure_of({200, 100, "/Rotate 90", kWholePage});
  ASSERT_TRUE(page.plain_scan);
  EXPECT_THAT(page.plain_scan->pixels, ElementsAre(3, 1, 4, 2));
}

TEST(PdfStructure, InvisibleTextOverAScanIsNoText) {
  const std::string hidden = std::string(kWholePage) + " BT 3 Tr /F1 12 Tf 20 20 Td (1,234) Tj ET";
  const auto page = structure_of({200, 100, "", hidden});
  EXPECT_FALSE(page.visible_text);
  EXPECT_TRUE(page.plain_scan);
}

TEST(PdfStructure, MarksBesideTheImageMakeAPageNoPlainScan) {
  const std::string image = kWholePage;
  const auto text = structure_of({200, 100, "", image + " BT /F1 12 Tf 20 20 Td (1,234) Tj ET"});
  EXPECT_TRUE(text.visible_text);
  EXPECT_FALSE(text.plain_scan);
  EXPECT_FALSE(structure_of({200, 100, "", image + " 10 10 m 90 10 l S"}).plain_scan);
  EXPECT_FALSE(structure_of({200, 100, "", image + " " + image}).plain_scan);
  EXPECT_FALSE(structure_of({200, 100, "", "q 50 0 0 50 0 0 cm /Im1 Do Q"}).plain_scan);
  EXPECT_FALSE(structure_of({200, 100, "", "q 0 100 -200 0 200 0 cm /Im1 Do Q"}).plain_scan);
}

TEST(PdfStructure, LeavesEncryptedAndDamagedFilesToQpdf) {
  const auto pdf = pdf_of({{}});
  const auto encrypted = PdfStructure::open(test::encrypted_pdf(pdf, "open"));
  ASSERT_FALSE(encrypted);
  EXPECT_EQ(encrypted.error().code, ErrorCode::encrypted);
  const auto damaged =
      PdfStructure::open(test::document_of(pdf.bytes->substr(0, pdf.bytes->find("xref"))));
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::unreadable);
}

}  // namespace
}  // namespace crossfoot
