// The TextRecognizer of the product: a number network before two kinds of Tesseract engines.
#pragma once

#include <string>
#include <vector>

#include "extract/text_recognizer.h"

namespace crossfoot {

// languages: Tesseract names joined by '+', "chi_sim+eng". Loads network and engines on the first
// call of the factory in each thread. A language that is not installed is Error missing_dependency
// whose remedy names the Debian package.
RecognizerFactory recognizer_factory(const std::string& languages);

std::string tesseract_version();                 // "5.3.0"
std::vector<std::string> installed_languages();  // ascending, without osd

}  // namespace crossfoot
