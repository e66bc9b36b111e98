#include <gmock/gmock.h>

#include "extract/document.h"
#include "tests/extract/pdf_writing.h"

namespace crossfoot {
namespace {

using test::document_of;
using ::testing::HasSubstr;

TEST(ReadInput, AMissingFileSaysWhy) {
  const auto input = read_input("no/such/file.pdf");
  ASSERT_FALSE(input);
  EXPECT_EQ(input.error().code, ErrorCode::unreadable);
  EXPECT_EQ(input.error().file, "no/such/file.pdf");
  EXPECT_THAT(input.error().message, HasSubstr("No such file"));
}

TEST(ReadInput, AFolderIsNoFile) { EXPECT_FALSE(read_input(CROSSFOOT_TESTDATA)); }

TEST(ReadInput, AnEmptyFileIsEmpty) {
  const auto input = read_input("/dev/null");
  ASSERT_FALSE(input);
  EXPECT_EQ(input.error().message, "is empty");
}

TEST(ReadInput, GivesAllBytesUnderTheNameOfTheCaller) {
  const std::string path = std::string(CROSSFOOT_TESTDATA) + "/other.json";
  const auto input = read_input(path);
  ASSERT_TRUE(input);
  EXPECT_EQ(input->name, path);
  EXPECT_EQ(input->bytes->size(), 22U);
}

TEST(OpenDocument, WhatIsNeitherPdfNorImageIsRefused) {
  for (const char* bytes : {"", "x", "item,sum\na,1\nb,2\n", "{\"schema\": \"other\"}"}) {
    const auto document = open_document(document_of(bytes), {});
    ASSERT_FALSE(document) << bytes;
    EXPECT_EQ(document.error().code, ErrorCode::unreadable);
    EXPECT_EQ(document.error().message, "is neither a PDF nor an image");
    EXPECT_EQ(document.error().remedy, "give a PDF, PNG, JPEG or TIFF file");
  }
}

TEST(OpenDocument, APdfHeaderAloneIsNoDocument) {
  const auto document = open_document(document_of("%PDF-1.4\nand nothing of one\n"), {});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::unreadable);
  EXPECT_EQ(document.error().file, "made.pdf");
}

TEST(OpenDocument, APdfMayComeBehindTheHeaderOfAMail) {
  const auto pdf = test::pdf_of({{}});
  auto document = open_document(document_of("Subject: report\n\n" + *pdf.bytes), {});
  ASSERT_TRUE(document);
  EXPECT_EQ((*document)->page_count(), 1);
}

TEST(OpenDocument, APdfIsKnownWithoutItsHeader) {
  std::string bytes = *test::pdf_of({{}}).bytes;
  bytes.replace(0, 8, "########");
  auto document = open_document(document_of(bytes), {});
  ASSERT_TRUE(document);
  EXPECT_EQ((*document)->page_count(), 1);
}

}  // namespace
}  // namespace crossfoot
