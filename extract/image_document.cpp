// Images as documents, through Leptonica.
//
// The page's size follows from the resolution in the file. Cameras and screen captures write 72 or
// nothing, which would make a sheet of a metre; then the short side is taken for that of A4.
//
// Limits: a file that is cut, and damage that a decoder gives up over, is an error; bytes changed in
// the middle of fax data or of a JPEG give some picture, and nothing is said.
#include "extract/image_document.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "extract/leptonica_pix.h"

namespace crossfoot {
namespace {

constexpr double kA4ShortSideIn = 8.27;

// Short sides beyond this are no sheet that an office scans (A2 has 16.5 inches).
constexpr double kLargestShortSideIn = 17;

const l_uint8* data_of(const std::string& bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

int format_of(const std::string& bytes) {
  // Leptonica looks at the first 12 bytes without being told where they end.
  constexpr std::size_t kSniffed = 12;
  if (bytes.size() < kSniffed) return IFF_UNKNOWN;
  l_int32 format = IFF_UNKNOWN;
  findFileFormatBuffer(data_of(bytes), &format);
  return format;
}

bool is_tiff(int format) { return format >= IFF_TIFF && format <= IFF_TIFF_ZIP; }

int count_pages(const std::string& bytes, int format) {
  if (!is_tiff(format)) return 1;
  FILE* file = fmemopen(const_cast<char*>(bytes.data()), bytes.size(), "r");
  if (file == nullptr) return 0;
  l_int32 count = 0;
  tiffGetCount(file, &count);
  std::fclose(file);
  return count;
}

// Of the image as its header says, without decoding it; 0 where Leptonica cannot tell.
double pixels_of(const std::string& bytes, int format, int number) {
  l_int32 width = 0, height = 0;
  const bool failed =
      is_tiff(format) ? readHeaderMemTiff(data_of(bytes), bytes.size(), number - 1, &width, &height,
                                          nullptr, nullptr, nullptr, nullptr, nullptr) != 0
                      : pixReadHeaderMem(data_of(bytes), bytes.size(), nullptr, &width, &height,
                                         nullptr, nullptr, nullptr) != 0;
  return failed ? 0 : static_cast<double>(width) * height;
}

// The resolution that makes a plausible sheet of the image; x and y keep their ratio.
std::pair<double, double> plausible_dpi(int width, int height, double dpi_x, double dpi_y) {
  if (dpi_x <= 0 || dpi_y <= 0) dpi_x = dpi_y = 1;
  const double short_side_in = std::min(width / dpi_x, height / dpi_y);
  if (short_side_in <= kLargestShortSideIn) return {dpi_x, dpi_y};
  const double scale = short_side_in / kA4ShortSideIn;
  return {dpi_x * scale, dpi_y * scale};
}

class ImageDocument : public Document {
 public:
  ImageDocument(DocumentBytes input, int format, int pages, double most_pixels)
      : input_(std::move(input)), format_(format), pages_(pages), most_pixels_(most_pixels) {}

  int page_count() const override { return pages_; }

  Result<PageContent> load_page(int number) override {
    const std::string& bytes = *input_.bytes;
    const double pixels = pixels_of(bytes, format_, number);
    if (pixels > most_pixels_) return too_many_pixels(input_.name, number, pixels, most_pixels_);
    const PixPtr pix(is_tiff(format_)
                         ? pixReadMemTiff(data_of(bytes), bytes.size(), number - 1)
                         : pixReadMem(data_of(bytes), bytes.size()));
    if (!pix) return unreadable(number, "the image cannot be decoded", "save or scan it again");
    const auto [dpi_x, dpi_y] = plausible_dpi(pixGetWidth(pix.get()), pixGetHeight(pix.get()),
                                              pixGetXRes(pix.get()), pixGetYRes(pix.get()));
    PageContent page;
    page.number = number;
    page.is_scan = true;
    page.raster = to_raster(pix.get(), dpi_x, dpi_y);
    if (page.raster.empty()) return unreadable(number, "the image cannot be decoded", "");
    page.width_pt = page.raster.width * 72 / dpi_x;
    page.height_pt = page.raster.height * 72 / dpi_y;
    return page;
  }

 private:
  Error unreadable(int page, std::string message, std::string remedy) const {
    return {ErrorCode::unreadable, input_.name, page, std::move(message), std::move(remedy)};
  }

  DocumentBytes input_;
  int format_;
  int pages_;
  double most_pixels_;
};

}  // namespace

bool is_image(const std::string& bytes) {
  const int format = format_of(bytes);
  return is_tiff(format) || format == IFF_PNG || format == IFF_JFIF_JPEG || format == IFF_BMP ||
         format == IFF_PNM || format == IFF_GIF || format == IFF_WEBP;
}

Result<std::unique_ptr<Document>> open_image_document(const DocumentBytes& input,
                                                      const OpenOptions& options) {
  silence_leptonica();
  const int format = format_of(*input.bytes);
  const int pages = count_pages(*input.bytes, format);
  if (pages < 1) {
    return Error{ErrorCode::unreadable, input.name, std::nullopt, "holds no image that can be read",
                 "save or scan it again"};
  }
  return std::unique_ptr<Document>(
      std::make_unique<ImageDocument>(input, format, pages, options.most_pixels));
}

}  // namespace crossfoot
