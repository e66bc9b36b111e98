#pragma once

#include "extract/document.h"

namespace crossfoot {

// What a page is made of, as far as its content stream says.
struct PdfPageStructure {
  double width_pt = 0, height_pt = 0;  // of the crop box as displayed, /Rotate applied
  int rotate_deg = 0;                  // /Rotate: 0, 90, 180 or 270, clockwise
  int n_images = 0;
  double image_cover = 0;    // share of the page that its images cover, 0..1 (overlaps count twice)
  double image_reach = 0;    // the longest side of an image's place per that of the page
  double image_dpi = 0;      // the finest resolution among them; 0 without images
  double most_image_pixels = 0;  // of the largest among them
  bool visible_text = false;
  std::optional<std::string> content_filter;  // "JBIG2Decode": the content is compressed as an image
  std::optional<std::string> damage;  // what of the page is lost: "its image is missing in the file"
  std::optional<Raster> plain_scan;  // the displayed page, when it is one plain image
  bool is_unchecked = false;  // the decoder of plain_scan says nothing of damage
};

// The objects of a PDF, through PoDoFo. Not thread-safe.
class PdfStructure {
 public:
  // Error encrypted for a document with any encryption, unreadable for what PoDoFo refuses; both
  // are for qpdf to rewrite. Images of more pixels than most_pixels are not decoded.
  static Result<std::unique_ptr<PdfStructure>> open(
      const DocumentBytes& input, double most_pixels = OpenOptions().most_pixels);
  virtual ~PdfStructure() = default;
  virtual int page_count() const = 0;
  virtual Result<PdfPageStructure> page(int number) = 0;
};

}  // namespace crossfoot
