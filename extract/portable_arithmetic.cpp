// Cost: reading scanned pages takes a fiftieth longer (3.63 → 3.70 s of processor time for eight). The
// networks are integers, whose sums are the same in every order; Tesseract has no such switch.
#include "extract/portable_arithmetic.h"

#include <opencv2/core/utility.hpp>

namespace crossfoot {

void use_portable_arithmetic() { cv::setUseOptimized(false); }

}  // namespace crossfoot
