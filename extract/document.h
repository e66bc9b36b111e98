// Opens what a user hands over - a PDF, or a PNG, JPEG or TIFF image - and gives its pages as pixels
// and, where the file has them, as words. Everything that is peculiar to a file format ends here:
// PoDoFo, qpdf, poppler and Leptonica each stand behind one adapter file of this folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/raster.h"
#include "extract/result.h"
#include "reconcile/table.h"

namespace crossfoot {

// A word of a text layer. char_boxes has one box per code point of `text`, in points.
struct Word {
  std::string text;
  Box box;
  std::vector<Box> char_boxes;
};

// One page as a viewer shows it, /Rotate applied.
struct PageContent {
  int number = 0;
  double width_pt = 0, height_pt = 0;
  Raster raster;            // the whole page; a scan at the scan's own resolution, else rendered
  bool is_scan = false;     // an image covers the page (with or without a text layer above it)
  std::optional<std::string> damage;  // what is known to be lost of the page, which is not whole
  std::vector<Word> words;  // the text layer; empty when there is none
};

struct OpenOptions {
  std::string password;
  // Of an image, and of a page that is drawn; beyond it is a decompression bomb. The default is more
  // than an A3 sheet at 800 dpi.
  double most_pixels = 1.3e8;
  int render_dpi = 200;  // for pages that are not one plain image
  bool distrust = false;  // something crashed over this PDF: only poppler, after qpdf rewrote it
};

// Not thread-safe: give each thread its own Document of the same bytes.
class Document {
 public:
  virtual ~Document() = default;
  virtual int page_count() const = 0;
  // number from 1 to page_count(). A page that cannot be read is an error of that page alone.
  virtual Result<PageContent> load_page(int number) = 0;
};

// The bytes of a file, read once; `name` is what messages call it ("-" for standard input).
struct DocumentBytes {
  std::string name;
  std::shared_ptr<const std::string> bytes;
};

// The image, or page, has more pixels than OpenOptions::most_pixels.
Error too_many_pixels(const std::string& name, int page, double pixels, double most_pixels);

Result<DocumentBytes> read_input(const std::string& path);  // "-" reads standard input
bool is_pdf(const std::string& bytes);  // by the bytes, whatever the file is called
Result<std::unique_ptr<Document>> open_document(const DocumentBytes& input,
                                                const OpenOptions& options);

}  // namespace crossfoot
