#include "tests/extract/pdf_writing.h"

#include <gtest/gtest.h>

// qpdf 11 asks which of its two pointer types the caller means: the standard ones.
#define POINTERHOLDER_TRANSITION 4
#include <cstdio>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace crossfoot::test {
namespace {

std::string stream(const std::string& dictionary, const std::string& data) {
  return "<<" + dictionary + "/Length " + std::to_string(data.size()) + ">>\nstream\n" + data +
         "\nendstream";
}

DocumentBytes written(QPDFWriter& writer) {
  writer.setOutputMemory();
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return document_of(
      std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()));
}

}  // namespace

DocumentBytes document_of(std::string bytes) {
  return {"made.pdf", std::make_shared<std::string>(std::move(bytes))};
}

DocumentBytes pdf_of(const std::vector<PdfPageOptions>& pages, const GrayImage& image) {
  std::string kids;
  std::vector<std::string> objects(4);
  for (const PdfPageOptions& page : pages) {
    const std::size_t number = objects.size() + 1;
    kids += std::to_string(number) + " 0 R ";
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + std::to_string(page.width_pt) +
                      " " + std::to_string(page.height_pt) + "]" + page.more +
                      "/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 4 0 R>>>>/Contents " +
                      std::to_string(number + 1) + " 0 R>>");
    objects.push_back(stream("", page.content));
  }
  objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
  objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";
  objects[2] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
  objects[3] =
      stream("/Type/XObject/Subtype/Image/Width " + std::to_string(image.width) + "/Height " +
                 std::to_string(image.height) + "/ColorSpace/DeviceGray/BitsPerComponent 8",
             image.samples);
  return pdf_of_objects(objects);
}

DocumentBytes pdf_of_objects(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", pdf.size());
    table += entry;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1), at = std::to_string(pdf.size());
  return document_of(pdf + "xref\n0 " + size + "\n0000000000 65535 f \n" + table +
                     "trailer\n<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n");
}

DocumentBytes encrypted_pdf(const DocumentBytes& pdf, const std::string& password) {
  QPDF document;
  document.processMemoryFile("plain", pdf.bytes->data(), pdf.bytes->size());
  QPDFWriter writer(document);
  writer.setR6EncryptionParameters(password.c_str(), "owner", true, true, true, true, true, true,
                                   qpdf_r3p_full, true);
  return written(writer);
}

DocumentBytes packed_pdf(const DocumentBytes& pdf) {
  QPDF document;
  document.processMemoryFile("plain", pdf.bytes->data(), pdf.bytes->size());
  QPDFWriter writer(document);
  writer.setObjectStreamMode(qpdf_o_generate);
  return written(writer);
}

DocumentBytes cut(const DocumentBytes& document, std::size_t size) {
  return document_of(document.bytes->substr(0, size));
}

DocumentBytes testdata(const std::string& name) {
  auto input = read_input(std::string(CROSSFOOT_TESTDATA) + "/" + name);
  EXPECT_TRUE(input) << name;
  return input ? *input : document_of("");
}

}  // namespace crossfoot::test
