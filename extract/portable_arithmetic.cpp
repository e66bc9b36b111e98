// Cost: reading a scanned page takes a sixth longer (5.6 → 6.5 s of processor time on the sample).
// Tesseract's models are integers, whose sums are the same in every order; it has no such switch.
#include "extract/portable_arithmetic.h"

#include <opencv2/core/utility.hpp>

namespace crossfoot {

void use_portable_arithmetic() { cv::setUseOptimized(false); }

}  // namespace crossfoot
