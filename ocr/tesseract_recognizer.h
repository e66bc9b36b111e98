// Former name of recognizer.h, for callers that still use it.
#pragma once

#include "ocr/recognizer.h"

namespace crossfoot {

inline RecognizerFactory tesseract_factory(const std::string& languages) {
  return recognizer_factory(languages);
}

}  // namespace crossfoot
