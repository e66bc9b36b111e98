#include "extract/pdf_document.h"

#include <gmock/gmock.h>

#include "tests/extract/pdf_writing.h"

namespace crossfoot {
namespace {

using test::GrayImage;
using test::pdf_of;
using test::testdata;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

PageContent page_of(const DocumentBytes& input, int number = 1, const OpenOptions& options = {}) {
  auto document = open_pdf_document(input, options);
  EXPECT_TRUE(document);
  if (!document) return {};
  auto page = (*document)->load_page(number);
  EXPECT_TRUE(page);
  return page ? *page : PageContent{};
}

constexpr const char* kText = "BT /F1 12 Tf 20 70 Td (1,234) Tj ET";

TEST(PdfDocument, ABornDigitalPageIsRenderedAndHasItsWords) {
  OpenOptions options;
  options.render_dpi = 144;
  const PageContent page = page_of(pdf_of({{200, 100, "", kText}}), 1, options);
  EXPECT_FALSE(page.is_scan);
  EXPECT_DOUBLE_EQ(page.width_pt, 200);
  EXPECT_EQ(page.raster.width, 400);
  EXPECT_EQ(page.raster.height, 200);
  ASSERT_THAT(page.words, SizeIs(1));
  const Word& word = page.words[0];
  EXPECT_EQ(word.text, "1,234");
  EXPECT_THAT(word.char_boxes, SizeIs(5));
  // The baseline is 30 pt below the top of the displayed page.
  EXPECT_NEAR(word.box.x0, 20, 1);
  EXPECT_LT(word.box.y0, 30);
  EXPECT_GT(word.box.y1, 29);
}

TEST(PdfDocument, RotateTurnsPixelsAndWordsTogether) {
  OpenOptions options;
  options.render_dpi = 72;
  const PageContent page = page_of(pdf_of({{200, 100, "/Rotate 90", kText}}), 1, options);
  EXPECT_DOUBLE_EQ(page.width_pt, 100);
  EXPECT_DOUBLE_EQ(page.height_pt, 200);
  EXPECT_EQ(page.raster.width, 100);
  ASSERT_THAT(page.words, SizeIs(1));
  // (20, 70) of the page is 70 from the displayed left and 20 from the displayed top.
  EXPECT_NEAR(page.words[0].box.y0, 20, 2);
  EXPECT_NEAR(page.words[0].box.x0, 70, 5);
}

TEST(PdfDocument, AScanKeepsItsOwnPixels) {
  std::string samples(static_cast<std::size_t>(200) * 100, '\xFF');
  samples[5 * 200 + 7] = '\0';
  const auto pdf = pdf_of({{72, 36, "", "q 72 0 0 36 0 0 cm /Im1 Do Q"}}, {200, 100, samples});
  const PageContent page = page_of(pdf);
  EXPECT_TRUE(page.is_scan);
  EXPECT_THAT(page.words, IsEmpty());
  EXPECT_EQ(page.raster.width, 200);
  EXPECT_NEAR(page.raster.dpi_x, 200, 0.1);
  EXPECT_EQ(page.raster.row(5)[7], 0);
  EXPECT_EQ(page.raster.row(5)[8], 255);
}

TEST(PdfDocument, AScanInTwoStripsIsStillAScan) {
  const auto pdf =
      pdf_of({{72, 36, "", "q 72 0 0 18 0 18 cm /Im1 Do Q q 72 0 0 18 0 0 cm /Im1 Do Q"}},
             {200, 50, std::string(static_cast<std::size_t>(200) * 50, '\x50')});
  const PageContent page = page_of(pdf);
  EXPECT_TRUE(page.is_scan);
  EXPECT_NEAR(page.raster.dpi_x, 200, 1);  // rendered at the strips' resolution
}

TEST(PdfDocument, ASmallPictureMakesNoScan) {
  const auto pdf =
      pdf_of({{200, 100, "", std::string(kText) + " q 50 0 0 30 100 10 cm /Im1 Do Q"}});
  EXPECT_FALSE(page_of(pdf).is_scan);
}

TEST(PdfDocument, PagesOfTheTestDocuments) {
  auto text = open_pdf_document(testdata("budget-text.pdf"), {});
  ASSERT_TRUE(text);
  EXPECT_EQ((*text)->page_count(), 2);
  const PageContent scan = page_of(testdata("basic-scan-bw300.pdf"));
  EXPECT_TRUE(scan.is_scan);
  EXPECT_EQ(scan.raster.width, 2479);
  EXPECT_EQ(scan.raster.height, 3508);
  EXPECT_NEAR(scan.raster.dpi_x, 300, 0.5);
}

TEST(PdfDocument, AnEncryptedDocumentOpensWithItsPassword) {
  const auto locked = testdata("encrypted.pdf");
  const auto without = open_pdf_document(locked, {});
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().code, ErrorCode::encrypted);
  OpenOptions options;
  options.password = "shut";
  const auto wrong = open_pdf_document(locked, options);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::encrypted);
  options.password = "open";
  EXPECT_EQ(page_of(locked, 1, options).raster.pixels,
            page_of(testdata("basic-scan-bw300.pdf")).raster.pixels);
}

TEST(PdfDocument, ADocumentEncryptedForItsOwnerAloneNeedsNoPassword) {
  const auto pdf = test::encrypted_pdf(pdf_of({{200, 100, "", kText}}), "");
  EXPECT_THAT(page_of(pdf).words, SizeIs(1));
}

TEST(PdfDocument, ALostCrossReferenceTableIsRepaired) {
  std::string bytes = *pdf_of({{200, 100, "", kText}, {}}).bytes;
  const std::size_t table = bytes.find("xref\n");
  bytes.erase(table, bytes.find("trailer") - table);
  const auto damaged = test::document_of(bytes);
  auto document = open_pdf_document(damaged, {});
  ASSERT_TRUE(document);
  EXPECT_EQ((*document)->page_count(), 2);
  ASSERT_THAT(page_of(damaged).words, SizeIs(1));
}

TEST(PdfDocument, AScanThatTheEndOfTheFileCutsIsGivenAndSaidToBeDamaged) {
  const GrayImage image{200, 100, std::string(200 * 100, '\x50')};
  const auto whole = pdf_of({{72, 36, "", "q 72 0 0 36 0 0 cm /Im1 Do Q"}}, image);
  EXPECT_FALSE(page_of(whole).damage);
  // The image after its page, as scanners write it.
  std::string bytes = *whole.bytes;
  const std::size_t begin = bytes.find("4 0 obj"), end = bytes.find("5 0 obj");
  const std::string object = bytes.substr(begin, end - begin);
  bytes.erase(begin, end - begin);
  bytes.resize(bytes.find("xref\n"));
  const PageContent page = page_of(test::document_of(bytes + object.substr(0, object.size() / 2)));
  EXPECT_TRUE(page.is_scan);
  EXPECT_FALSE(page.raster.empty());
  EXPECT_EQ(page.damage, "its image is damaged: the file ends in the middle of it");
}

TEST(PdfDocument, AScanWhoseImageIsNotInTheFileIsNoEmptyPage) {
  EXPECT_EQ(page_of(pdf_of({{72, 36, "", "q 72 0 0 36 0 0 cm /Im9 Do Q"}})).damage,
            "its image is missing in the file");
  EXPECT_FALSE(page_of(pdf_of({{200, 100, "", std::string(kText) + " /Im9 Do"}})).damage);
}

// PoDoFo finds the page, poppler does not.
TEST(PdfDocument, APageThatTheFileDoesNotGiveIsTakenFromItAsRewritten) {
  const auto pdf = test::pdf_of_objects(
      {"<</Type/Catalog/Pages 2 0 R>>",
       "<</Type/Pages/Count 1/Kids[<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>]>>"});
  EXPECT_EQ(page_of(pdf).width_pt, 200);
}

TEST(PdfDocument, AnImageOfTooManyPixelsIsNotDecoded) {
  const GrayImage image{200, 100, std::string(200 * 100, '\x50')};
  OpenOptions options;
  options.most_pixels = 200 * 100;
  for (const char* content : {"q 72 0 0 36 0 0 cm /Im1 Do Q", "q 9 0 0 9 0 0 cm /Im1 Do Q 0 0 m 9 9 l S"}) {
    const auto pdf = pdf_of({{72, 36, "", content}}, image);
    EXPECT_FALSE(page_of(pdf, 1, options).raster.empty());
    OpenOptions fewer = options;
    fewer.most_pixels -= 1;
    const auto refused = open_pdf_document(pdf, fewer).value()->load_page(1);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("million pixels, more than"));
    EXPECT_EQ(refused.error().remedy, "raise --max-pixels");
  }
}

TEST(PdfDocument, AnImageThousandsOfTimesThePageIsNotDrawn) {
  const GrayImage image{20, 10, std::string(20 * 10, '\x50')};
  const auto draw = [&](const std::string& shear) {
    const std::string content = "q 72 " + shear + " 0 36 0 0 cm /Im1 Do Q";
    return open_pdf_document(pdf_of({{72, 36, "", content}}, image), {}).value()->load_page(1);
  };
  EXPECT_TRUE(draw("2"));
  const auto page = draw("8" + std::string(90, '0'));
  ASSERT_FALSE(page);
  EXPECT_THAT(page.error().message, HasSubstr("far larger"));
}

// The first part of its content says JBIG2, where 60 bytes may stand for 10^10 pixels.
TEST(PdfDocument, AContentCompressedAsAnImageIsNotDecoded) {
  const std::string part = "<</Filter/JBIG2Decode/Length 3>>\nstream\n\0\0\0\nendstream";
  const auto pdf = [&](const std::string& contents, const std::string& form) {
    return test::pdf_of_objects(
        {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
         "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents " + contents +
             "/Resources<</XObject<</Fm1 6 0 R>>>>>>",
         "<</Length 7>>\nstream\n/Fm1 Do\nendstream", part,
         "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]" + form + "/Length 2>>\nstream\nq \nendstream"});
  };
  EXPECT_TRUE(open_pdf_document(pdf("4 0 R", ""), {}).value()->load_page(1));
  for (const auto& bomb : {pdf("5 0 R", ""), pdf("[4 0 R 5 0 R]", ""),
                           pdf("4 0 R", "/Filter[/JBIG2Decode]")}) {
    const auto page = open_pdf_document(bomb, {}).value()->load_page(1);
    ASSERT_FALSE(page);
    EXPECT_THAT(page.error().message, HasSubstr("compressed as an image (JBIG2Decode)"));
    EXPECT_THAT(page.error().message, HasSubstr("--max-pixels"));
  }
}

TEST(PdfDocument, ABadPageDoesNotCostTheOthers) {
  auto document = open_pdf_document(testdata("damaged-page.pdf"), {});
  ASSERT_TRUE(document);
  ASSERT_EQ((*document)->page_count(), 2);
  EXPECT_TRUE((*document)->load_page(1));
  const auto bad = (*document)->load_page(2);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, ErrorCode::unreadable);
  EXPECT_EQ(bad.error().page, 2);
  EXPECT_THAT(bad.error().message, HasSubstr("million pixels, more than 130"));
}

}  // namespace
}  // namespace crossfoot
