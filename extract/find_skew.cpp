#include "extract/find_skew.h"

#include <leptonica/allheaders.h>

#include <bit>
#include <cstdint>
#include <cstring>

namespace crossfoot {
namespace {

// Eight pixels of ink, 0 or 255, as the bits of a byte, the leftmost highest: each byte's highest bit
// is multiplied to its place in the top byte of the product.
std::uint8_t bits_of(const std::uint8_t* pixels) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t eight = 0;
  std::memcpy(&eight, pixels, sizeof eight);
  return static_cast<std::uint8_t>(((eight >> 7) & 0x0101010101010101U) * 0x8040201008040201U >> 56);
}

}  // namespace

double find_skew_deg(const cv::Mat& ink) {
  PIX* pix = pixCreate(ink.cols, ink.rows, 1);
  if (pix == nullptr) return 0;
  for (int y = 0; y < ink.rows; ++y) {
    const std::uint8_t* row = ink.ptr<std::uint8_t>(y);
    l_uint32* line = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
    int x = 0;
    for (; x + 8 <= ink.cols; x += 8) SET_DATA_BYTE(line, x / 8, bits_of(row + x));
    for (; x < ink.cols; ++x) {
      if (row[x] != 0) SET_DATA_BIT(line, x);
    }
  }
  l_float32 angle = 0, confidence = 0;
  const bool found = pixFindSkew(pix, &angle, &confidence) == 0;
  pixDestroy(&pix);
  // Ratio of the best to the worst score; Leptonica's own limit for a page that has lines at all.
  constexpr l_float32 kSure = 3.0;
  if (!found || confidence < kSure) return 0;
  // Leptonica gives the clockwise turn that makes the page upright: the tilt the other way round.
  return angle;
}

}  // namespace crossfoot
