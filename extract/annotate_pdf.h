// Writes into a copy of a PDF: marks, bookmarks, and text that is there but not seen.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"

namespace crossfoot {

struct Rgb {
  double red = 0, green = 0, blue = 0;  // 0..1
};

// A coloured frame with a note; the author is crossfoot.
struct PdfMark {
  int page = 0;
  Box box;  // points of the displayed page
  Rgb colour;
  std::string note;
};

// An entry of the outline, under one entry of crossfoot's own.
struct PdfBookmark {
  std::string title;
  int page = 0;
  Box box;
};

// One line of text that fills a box.
struct PdfHiddenText {
  int page = 0;
  Box box;
  int turned_deg = 0;  // the text stands turned clockwise by this much on the displayed page
  std::string text;
};

struct PdfAdditions {
  std::vector<PdfMark> marks;
  std::string bookmarks_title;
  std::vector<PdfBookmark> bookmarks;
  std::vector<PdfHiddenText> text;
};

// The bytes of the document with the additions behind them: an incremental update, so that every
// byte of the original stays. Only what PoDoFo refuses (encrypted, damaged) is rewritten by qpdf
// first; the copy is then without its password. Errors: encrypted, unreadable.
Result<std::string> annotate_pdf(const DocumentBytes& input, const std::string& password,
                                 const PdfAdditions& additions);

}  // namespace crossfoot
