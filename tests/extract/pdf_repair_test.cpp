#include "extract/pdf_repair.h"

#include <gmock/gmock.h>

#include <cmath>

#include "extract/pdf_structure.h"
#include "tests/extract/pdf_writing.h"

namespace crossfoot {
namespace {

using test::cut;
using test::document_of;
using test::encrypted_pdf;
using test::packed_pdf;
using test::pdf_of;
using test::pdf_of_objects;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

int pages_after_repair(const DocumentBytes& input, const std::string& password = "") {
  auto sound = rewrite_pdf(input, password);
  EXPECT_TRUE(sound);
  if (!sound) return 0;
  auto structure = PdfStructure::open(*sound);
  EXPECT_TRUE(structure);
  return structure ? (*structure)->page_count() : 0;
}

TEST(RewritePdf, ALostCrossReferenceTableIsRebuilt) {
  std::string bytes = *pdf_of({{}, {}}).bytes;
  const std::size_t table = bytes.find("xref\n");
  bytes.erase(table, bytes.find("trailer") - table);
  EXPECT_EQ(pages_after_repair(document_of(bytes)), 2);
}

TEST(RewritePdf, WrongOffsetsAreFoundAgain) {
  std::string bytes = *pdf_of({{}, {}}).bytes;
  bytes.insert(bytes.find("1 0 obj"), "% a line that a careless editor added\n");
  EXPECT_EQ(pages_after_repair(document_of(bytes)), 2);
}

// "200 pt, 300 pt: its image …": the widths of the pages, with what is said of them.
std::vector<std::string> pages_of(const DocumentBytes& input) {
  std::vector<std::string> pages;
  const auto sound = rewrite_pdf(input, "");
  EXPECT_TRUE(sound);
  const auto structure = sound ? PdfStructure::open(sound.value()) : sound.error();
  EXPECT_TRUE(structure);
  for (int i = 1; structure && i <= structure.value()->page_count(); ++i) {
    const auto page = structure.value()->page(i);
    if (!page) {
      pages.push_back(page.error().message);
      continue;
    }
    pages.push_back(std::to_string(std::lround(page.value().width_pt)) + " pt");
    if (page.value().damage) pages.back() += ": " + *page.value().damage;
  }
  return pages;
}

const std::vector<test::PdfPageOptions> kTwoPages = {{200, 100, "", "q Q"}, {300, 100, "", "q Q"}};

TEST(RewritePdf, AFileCutBeforeItsTrailerKeepsItsPages) {
  const auto whole = pdf_of(kTwoPages);
  EXPECT_THAT(pages_of(cut(whole, whole.bytes->find("xref\n"))), ElementsAre("200 pt", "300 pt"));
}

TEST(RewritePdf, ObjectStreamsAreFoundWithoutTheirCrossReferenceStream) {
  const auto whole = packed_pdf(pdf_of(kTwoPages));
  const std::size_t table = whole.bytes->find("/Type /XRef");
  ASSERT_NE(table, std::string::npos);
  EXPECT_THAT(pages_of(cut(whole, table)), ElementsAre("200 pt", "300 pt"));
}

TEST(RewritePdf, WithoutACatalogThePagesAreThoseThatAreFound) {
  std::string bytes = *pdf_of(kTwoPages).bytes;
  bytes.replace(bytes.find("/Catalog"), 8, "/C^talog");
  bytes.replace(bytes.find("/Kids"), 5, "/K^ds");
  EXPECT_THAT(pages_of(document_of(bytes)),
              ElementsAre("200 pt", AllOf(HasSubstr("300 pt"), HasSubstr("may be missing"))));
}

TEST(RewritePdf, ALostPageKeepsItsPlace) {
  std::string bytes = *pdf_of(kTwoPages).bytes;
  bytes.replace(bytes.find("5 0 obj"), 7, "#######");
  const auto pages = pages_of(document_of(bytes));
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_NE(pages[0], "200 pt");
  EXPECT_EQ(pages[1], "300 pt");
}

TEST(RewritePdf, WhatTheEndOfTheFileCutsIsSaid) {
  const auto whole = pdf_of({{200, 100, "", "q Q"}, {300, 100, "", "q 1 0 0 1 0 0 cm Q"}});
  EXPECT_THAT(pages_of(cut(whole, whole.bytes->rfind(" cm Q"))),
              ElementsAre("200 pt", "300 pt: is damaged: the file ends in the middle of it"));
}

TEST(RewritePdf, PagesBecomeObjectsOfTheirOwnWithWhatTheyInherit) {
  EXPECT_THAT(pages_of(pdf_of_objects({"<</Type/Catalog/Pages 2 0 R>>",
                                       "<</Type/Pages/Count 3/MediaBox[0 0 200 100]/Kids["
                                       "<</Type/Page>> 3 0 R <</Type/Page/MediaBox[0 0 50 50]>>]>>",
                                       "<</Type/Pages/Count 1/Kids[<</Type/Page>>]>>"})),
              ElementsAre("200 pt", "200 pt", "50 pt"));
}

TEST(RewritePdf, ALoopOfPageTreesEnds) {
  EXPECT_THAT(pages_of(pdf_of_objects({"<</Type/Catalog/Pages 2 0 R>>",
                                       "<</Type/Pages/Count 9/Kids[2 0 R 3 0 R 3 0 R]>>",
                                       "<</Type/Page/MediaBox[0 0 70 70]>>"})),
              ElementsAre("70 pt", "70 pt"));
}

TEST(RewritePdf, TheRightPasswordTakesTheEncryptionAway) {
  EXPECT_EQ(pages_after_repair(encrypted_pdf(pdf_of({{}}), "open"), "open"), 1);
}

TEST(RewritePdf, WithoutPasswordAndWithAnotherTheRemedyDiffers) {
  const auto locked = encrypted_pdf(pdf_of({{}}), "open");
  const auto without = rewrite_pdf(locked, "");
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().code, ErrorCode::encrypted);
  EXPECT_EQ(without.error().message, "is encrypted");
  EXPECT_THAT(without.error().remedy, HasSubstr("--password"));
  const auto wrong = rewrite_pdf(locked, "shut");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::encrypted);
  EXPECT_EQ(wrong.error().message, "is encrypted with another password");
}

TEST(RewritePdf, WhatHoldsNoObjectsCannotBeSaved) {
  const auto nothing = rewrite_pdf(document_of("%PDF-1.4\nand nothing of one\n"), "");
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, ErrorCode::unreadable);
  EXPECT_EQ(nothing.error().file, "made.pdf");
  EXPECT_THAT(nothing.error().message, HasSubstr("is damaged"));
}

}  // namespace
}  // namespace crossfoot
