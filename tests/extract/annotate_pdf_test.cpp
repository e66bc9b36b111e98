#include "extract/annotate_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/extract/pdf_writing.h"

namespace crossfoot {
namespace {

using test::pdf_of;
using testing::Contains;
using testing::ElementsAre;

constexpr Rgb kRed{1, 0, 0};

DocumentBytes annotated(const DocumentBytes& pdf, const PdfAdditions& additions,
                        const std::string& password = "") {
  auto bytes = annotate_pdf(pdf, password, additions);
  EXPECT_TRUE(bytes) << bytes.error().to_string();
  return test::document_of(bytes ? *bytes : std::string());
}

PageContent page_of(const DocumentBytes& pdf, int number = 1) {
  auto document = open_document(pdf, {});
  EXPECT_TRUE(document);
  auto page = (*document)->load_page(number);
  EXPECT_TRUE(page);
  return std::move(*page);
}

bool is_dark(const PageContent& page, double x_pt, double y_pt) {
  const Raster& raster = page.raster;
  const int x = static_cast<int>(x_pt / 72 * raster.dpi_x);
  const int y = static_cast<int>(y_pt / 72 * raster.dpi_y);
  return raster.row(y)[x * raster.channels] < 200;
}

std::vector<std::string> words_of(const DocumentBytes& pdf) {
  std::vector<std::string> words;
  for (const Word& word : page_of(pdf).words) words.push_back(word.text);
  return words;
}

std::string with_object_streams(const DocumentBytes& pdf) {
  QPDF document;
  document.processMemoryFile("x", pdf.bytes->data(), pdf.bytes->size());
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::vector<std::string> outline_of(const DocumentBytes& pdf) {
  QPDF document;
  document.processMemoryFile("x", pdf.bytes->data(), pdf.bytes->size());
  QPDFOutlineDocumentHelper outlines(document);
  std::vector<std::string> titles;
  for (auto& top : outlines.getTopLevelOutlines()) {
    titles.push_back(top.getTitle());
    for (auto& kid : top.getKids()) titles.push_back("  " + kid.getTitle());
  }
  return titles;
}

TEST(AnnotatePdf, TheOriginalStandsUnchangedBeforeTheAdditions) {
  const DocumentBytes pdf = test::testdata("budget-text.pdf");
  const auto bytes = annotate_pdf(pdf, "", {{{1, {50, 50, 80, 60}, kRed, "失败"}}, "", {}, {}});
  ASSERT_TRUE(bytes);
  EXPECT_TRUE(bytes->starts_with(*pdf.bytes));
  EXPECT_LT(bytes->size(), pdf.bytes->size() * 1.1);
}

TEST(AnnotatePdf, AMarkStandsWhereThePageIsDisplayed) {
  for (const char* turn : {"", "/Rotate 90", "/Rotate 180", "/Rotate 270"}) {
    const DocumentBytes pdf = pdf_of({{.more = turn}});
    const DocumentBytes marked = annotated(pdf, {{{1, {20, 30, 60, 50}, kRed, "x"}}, "", {}, {}});
    EXPECT_FALSE(is_dark(page_of(pdf), 40, 30.5)) << turn;
    const PageContent page = page_of(marked);
    EXPECT_TRUE(is_dark(page, 40, 30.5)) << turn;  // upper edge
    EXPECT_TRUE(is_dark(page, 20.5, 40)) << turn;  // left edge
    EXPECT_FALSE(is_dark(page, 40, 40)) << turn;  // inside
  }
}

TEST(AnnotatePdf, HiddenTextIsFoundAndNotSeen) {
  const DocumentBytes pdf = pdf_of({{}});
  const DocumentBytes searchable = annotated(
      pdf, {{},
            "",
            {},
            {{1, {10, 10, 90, 22}, 0, "部门收入总表"}, {1, {100, 10, 190, 22}, 0, "1,234.50"}}});
  EXPECT_THAT(words_of(searchable), ElementsAre("部门收入总表", "1,234.50"));
  const PageContent before = page_of(pdf), after = page_of(searchable);
  EXPECT_EQ(after.raster.pixels, before.raster.pixels);
  const Box& box = after.words[0].box;
  EXPECT_NEAR(box.x0, 10, 8);
  EXPECT_NEAR(box.x1, 90, 8);
  EXPECT_NEAR((box.y0 + box.y1) / 2, 16, 3);
}

TEST(AnnotatePdf, HiddenTextOfNeighboursStaysApart) {
  const DocumentBytes searchable = annotated(
      pdf_of({{}}),
      {{}, "", {}, {{1, {10, 10, 60, 22}, 0, "1.00"}, {1, {60, 10, 110, 22}, 0, "2.00"}}});
  EXPECT_THAT(words_of(searchable), ElementsAre("1.00", "2.00"));
}

TEST(AnnotatePdf, HiddenTextLiesOverTextThatIsTurned) {
  for (const char* turn : {"", "/Rotate 90", "/Rotate 180", "/Rotate 270"}) {
    for (const int turned_deg : {0, 90, 180, 270}) {
      const DocumentBytes searchable = annotated(
          pdf_of({{.more = turn}}), {{}, "", {}, {{1, {20, 20, 60, 60}, turned_deg, "合计"}}});
      const PageContent page = page_of(searchable);
      ASSERT_EQ(page.words.size(), 1u) << turn << " " << turned_deg;
      EXPECT_EQ(page.words[0].text, "合计");
      const Box& box = page.words[0].box;
      EXPECT_NEAR((box.x0 + box.x1) / 2, 40, 6) << turn << " " << turned_deg;
      EXPECT_NEAR((box.y0 + box.y1) / 2, 40, 6) << turn << " " << turned_deg;
    }
  }
}

TEST(AnnotatePdf, WhatThePageDrewStaysWhereItIs) {
  const DocumentBytes pdf =
      pdf_of({{.content = "0.5 0 0 0.5 20 20 cm BT /F1 20 Tf 20 20 Td (Total) Tj ET"}});
  const DocumentBytes searchable =
      annotated(pdf, {{}, "", {}, {{1, {100, 10, 190, 22}, 0, "5.00"}}});
  EXPECT_THAT(words_of(searchable), testing::UnorderedElementsAre("Total", "5.00"));
  EXPECT_EQ(page_of(searchable).raster.pixels, page_of(pdf).raster.pixels);
}

TEST(AnnotatePdf, BookmarksStandUnderOneOfTheirOwn) {
  const PdfAdditions additions{
      {}, "crossfoot: 1 finding", {{"合计: -5.00", 1, {10, 10, 20, 20}}}, {}};
  const DocumentBytes once = annotated(pdf_of({{}}), additions);
  EXPECT_THAT(outline_of(once), ElementsAre("crossfoot: 1 finding", "  合计: -5.00"));
  // Those that were there stay.
  EXPECT_THAT(outline_of(annotated(once, additions)),
              ElementsAre("crossfoot: 1 finding", "  合计: -5.00", "crossfoot: 1 finding",
                          "  合计: -5.00"));
}

TEST(AnnotatePdf, DocumentsWithObjectStreams) {
  const DocumentBytes pdf =
      test::document_of(with_object_streams(test::testdata("budget-text.pdf")));
  const DocumentBytes marked = annotated(
      pdf, {{{1, {20, 300, 60, 320}, kRed, "x"}}, "", {}, {{2, {20, 300, 90, 320}, 0, "找得到"}}});
  EXPECT_TRUE(is_dark(page_of(marked), 40, 300));
  std::vector<std::string> words;
  for (const Word& word : page_of(marked, 2).words) words.push_back(word.text);
  EXPECT_THAT(words, Contains("找得到"));
}

TEST(AnnotatePdf, AnEncryptedDocumentComesBackOpen) {
  const DocumentBytes pdf = test::encrypted_pdf(pdf_of({{}}), "secret");
  const PdfAdditions additions{{}, "", {}, {{1, {10, 10, 90, 22}, 0, "合计"}}};
  EXPECT_THAT(words_of(annotated(pdf, additions, "secret")), ElementsAre("合计"));
  EXPECT_EQ(annotate_pdf(pdf, "wrong", additions).error().code, ErrorCode::encrypted);
}

TEST(AnnotatePdf, WhatIsNoPdfIsAnError) {
  EXPECT_FALSE(annotate_pdf(test::document_of("%PDF-1.4 nothing"), "", {}));
}

TEST(AnnotatePdf, PagesThatAreNotThereAreLeftOut) {
  const DocumentBytes same = annotated(
      pdf_of({{}}), {{{7, {}, kRed, "x"}}, "t", {{"y", 0, {}}}, {{9, {0, 0, 9, 9}, 0, "z"}}});
  EXPECT_THAT(words_of(same), ElementsAre());
}

}  // namespace
}  // namespace crossfoot
