#include "extract/pdf_repair.h"

#include <gmock/gmock.h>

#include "extract/pdf_structure.h"
#include "tests/extract/pdf_writing.h"

namespace crossfoot {
namespace {

using test::document_of;
using test::encrypted_pdf;
using test::pdf_of;
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
