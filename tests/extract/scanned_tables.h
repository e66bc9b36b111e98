// Scans of tables whose printed lines are rows of strokes, and a recogniser that reads them from a
// script: a line of n strokes is the n-th text. What is read does not depend on when it is read.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "extract/document.h"
#include "extract/text_recognizer.h"

namespace crossfoot::test {

// A page of 900 x 700 px at 150 dpi with a ruled table at (100, 200); each cell holds one line of
// so many strokes, 0 for none. `heading` strokes stand centred above the table.
Raster scanned_table(const std::vector<std::vector<int>>& rows, int heading = 0);

// One page for each raster, one channel, without loss.
DocumentBytes tiff_of(const std::vector<Raster>& pages);

// script[n]: what a line of n strokes reads; a line beyond the script throws std::runtime_error.
// made: counts the recognisers that were made.
RecognizerFactory scripted_recognizer(std::vector<RecognizedLine> script,
                                      std::shared_ptr<std::atomic<int>> made = nullptr);

}  // namespace crossfoot::test
