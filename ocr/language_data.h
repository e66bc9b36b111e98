// The network and the characters inside a file of Tesseract's language data.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ocr/text_network.h"

namespace crossfoot {

// Classes -> UTF-8, " " among them. The network's classes are parts of characters: a letter is one
// class, a Chinese character two to five, of which the first begins no other.
using Characters = std::map<std::vector<int>, std::string>;

struct LanguageData {
  TextNetwork network;
  Characters characters;
};

// bytes: a NAME.traineddata of tessdata_fast. Nothing where it is built otherwise (float weights,
// other layers, damaged); Tesseract itself may then still read it.
std::optional<LanguageData> parse_language_data(const std::string& bytes);

}  // namespace crossfoot
