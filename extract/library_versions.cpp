#include "extract/library_versions.h"

#include <leptonica/allheaders.h>
#include <podofo/base/PdfDefines.h>
#include <poppler/cpp/poppler-version.h>

#include <memory>
#include <opencv2/core.hpp>
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>

namespace crossfoot {

std::vector<std::string> library_versions() {
  const std::unique_ptr<char, decltype(&lept_free)> leptonica(getLeptonicaVersion(), &lept_free);
  return {"PoDoFo " + std::to_string(PODOFO_VERSION_MAJOR) + "." +
              std::to_string(PODOFO_VERSION_MINOR) + "." + std::to_string(PODOFO_VERSION_PATCH),
          "qpdf " + QPDF::QPDFVersion(), "poppler " + poppler::version_string(),
          // "leptonica-1.82.0"
          "Leptonica " + std::string(leptonica.get()).substr(std::string("leptonica-").size()),
          "OpenCV " + cv::getVersionString()};
}

}  // namespace crossfoot
