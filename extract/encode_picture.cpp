// By Leptonica, which is there for decoding anyway. OpenCV's own encoders stand in a library that
// depends on GDAL and sixty more; to load those costs every process a fifth of a second.
#include "extract/encode_picture.h"

#include "extract/leptonica_pix.h"

namespace crossfoot {
namespace {

PixPtr to_pix(const Raster& image) {
  PixPtr pix(pixCreate(image.width, image.height, image.channels == 3 ? 32 : 8));
  for (int y = 0; pix && y < image.height; ++y) {
    const std::uint8_t* row = image.row(y);
    l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    for (int x = 0; x < image.width; ++x) {
      if (image.channels == 3) {
        composeRGBPixel(row[3 * x], row[3 * x + 1], row[3 * x + 2], line + x);
      } else {
        SET_DATA_BYTE(line, x, row[x]);
      }
    }
  }
  return pix;
}

// What `write` puts into memory that Leptonica allocates.
template <typename Write>
std::string written(const Raster& image, Write write) {
  const PixPtr pix = to_pix(image);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  std::string bytes;
  if (pix && write(&data, &size, pix.get()) == 0) bytes.assign(data, data + size);
  lept_free(data);
  return bytes;
}

}  // namespace

std::string png_bytes(const Raster& image) {
  return written(image, [](l_uint8** data, std::size_t* size, PIX* pix) {
    return pixWriteMemPng(data, size, pix, 0);
  });
}

std::string jpeg_bytes(const Raster& image, int quality) {
  return written(image, [quality](l_uint8** data, std::size_t* size, PIX* pix) {
    return pixWriteMemJpeg(data, size, pix, quality, 0);
  });
}

}  // namespace crossfoot
