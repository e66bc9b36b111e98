#pragma once

#include "extract/document.h"

namespace crossfoot {

// True when the bytes begin like an image that open_image_document can read: PNG, JPEG, TIFF, BMP,
// PNM, GIF, WebP.
bool is_image(const std::string& bytes);

// Each image of the file (TIFF may hold several) is a page. Nothing is decoded before load_page.
Result<std::unique_ptr<Document>> open_image_document(const DocumentBytes& input,
                                                      const OpenOptions& options);

}  // namespace crossfoot
