// One line out of two readings of a figure, with the probability that it is right.
#pragma once

#include <string>

#include "extract/text_recognizer.h"
#include "ocr/number_reader.h"

namespace crossfoot {

// What the network alone says: its reading and alternatives, its confidence calibrated.
RecognizedLine network_line(const NumberReading& network);

// True where a second reading is worth its time.
bool needs_second_reader(const NumberReading& network);

// The same with Tesseract's digits-only reading beside it; "" where Tesseract read nothing.
RecognizedLine vote(const NumberReading& network, const std::string& tesseract);

}  // namespace crossfoot
