#pragma once

#include "extract/document.h"

namespace crossfoot {

Result<std::unique_ptr<Document>> open_pdf_document(const DocumentBytes& input,
                                                    const OpenOptions& options);

}  // namespace crossfoot
