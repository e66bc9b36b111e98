// PDF files made in the test, object by object.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"

namespace crossfoot::test {

struct PdfPageOptions {
  double width_pt = 200, height_pt = 100;
  std::string more = {};     // further entries of the page's dictionary, "/Rotate 90"
  std::string content = {};  // the content stream; /F1 is Helvetica, /Im1 a gray image
};

struct GrayImage {
  int width = 0, height = 0;
  std::string samples;  // width x height bytes
};

// A document of these pages with a sound cross-reference table.
DocumentBytes pdf_of(const std::vector<PdfPageOptions>& pages,
                     const GrayImage& image = {1, 1, "\x7F"});

// These bodies as objects 1, 2, …, the first of them the catalog, with a sound cross-reference table.
DocumentBytes pdf_of_objects(const std::vector<std::string>& bodies);

// The same document with its dictionaries in object streams.
DocumentBytes packed_pdf(const DocumentBytes& pdf);

// The first `size` bytes.
DocumentBytes cut(const DocumentBytes& document, std::size_t size);

// The same document behind a password, AES-256.
DocumentBytes encrypted_pdf(const DocumentBytes& pdf, const std::string& password);

// The bytes of a file of testdata/.
DocumentBytes testdata(const std::string& name);

DocumentBytes document_of(std::string bytes);

}  // namespace crossfoot::test
