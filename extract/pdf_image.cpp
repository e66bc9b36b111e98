// PoDoFo hands out the bytes of an image; Leptonica decodes them. CCITT data have no container of
// their own, so they get a TIFF header of eight entries (TIFF 6.0, section 2; T4Options section 10).
#include "extract/pdf_image.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "extract/jbig2_check.h"
#include "extract/leptonica_pix.h"

namespace crossfoot {
namespace {

using PoDoFo::PdfName;
using PoDoFo::PdfObject;

struct PodofoBuffer {
  char* data = nullptr;
  PoDoFo::pdf_long size = 0;
  PodofoBuffer() = default;
  PodofoBuffer(const PodofoBuffer&) = delete;
  PodofoBuffer& operator=(const PodofoBuffer&) = delete;
  ~PodofoBuffer() { PoDoFo::podofo_free(data); }
  const l_uint8* bytes() const { return reinterpret_cast<const l_uint8*>(data); }
};

// The only filter of the stream, "" without one, nothing where there are several.
std::optional<std::string> only_filter(const PdfObject& image) {
  const PdfObject* filter = image.GetIndirectKey("Filter");
  if (filter == nullptr) return "";
  if (filter->IsName()) return filter->GetName().GetName();
  if (!filter->IsArray() || filter->GetArray().size() > 1) return std::nullopt;
  if (filter->GetArray().empty()) return "";
  const PdfObject& first = filter->GetArray()[0];
  if (!first.IsName()) return std::nullopt;
  return first.GetName().GetName();
}

const PdfObject* decode_parameters(const PdfObject& image) {
  const PdfObject* parameters = image.GetIndirectKey("DecodeParms");
  if (parameters != nullptr && parameters->IsArray()) {
    if (parameters->GetArray().empty()) return nullptr;
    parameters = &parameters->GetArray()[0];
  }
  return parameters != nullptr && parameters->IsDictionary() ? parameters : nullptr;
}

// Components of the plain colour spaces: 1, 3; 0 for any other.
int components(const PdfObject& image) {
  const PdfObject* space = image.GetIndirectKey("ColorSpace");
  if (space == nullptr) return 0;
  if (space->IsName()) {
    const std::string& name = space->GetName().GetName();
    return name == "DeviceGray" || name == "CalGray" ? 1 : name == "DeviceRGB" ? 3 : 0;
  }
  if (!space->IsArray() || space->GetArray().size() < 2 || !space->GetArray()[0].IsName()) return 0;
  const std::string& name = space->GetArray()[0].GetName().GetName();
  if (name == "CalGray") return 1;
  if (name == "CalRGB") return 3;
  if (name != "ICCBased") return 0;
  const PdfObject* profile = &space->GetArray()[1];
  if (profile->IsReference()) {
    profile = image.GetOwner() != nullptr
                  ? image.GetOwner()->GetObject(profile->GetReference())
                  : nullptr;
  }
  if (profile == nullptr || !profile->IsDictionary()) return 0;
  const auto n = profile->GetIndirectKeyAsLong("N");
  return n == 1 || n == 3 ? static_cast<int>(n) : 0;
}

template <class T>
void put(std::string& out, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

// A little-endian TIFF of one strip around CCITT data.
std::string tiff_of_ccitt(const PodofoBuffer& data, const PdfObject* parameters, int width,
                          int height) {
  const auto entry = [&](const char* key) {
    return parameters != nullptr ? parameters->GetIndirectKeyAsLong(key) : 0;
  };
  const auto k = entry("K");
  const bool black_is_1 =
      parameters != nullptr && parameters->GetIndirectKeyAsBool("BlackIs1", false);
  struct Entry {
    std::uint16_t tag, type;
    std::uint32_t value;
  };
  constexpr std::uint16_t kShort = 3, kLong = 4;
  constexpr std::uint32_t kHeaderBytes = 8, kEntries = 9;
  constexpr std::uint32_t kDataAt = kHeaderBytes + 2 + kEntries * 12 + 4;
  const Entry entries[kEntries] = {
      {256, kLong, static_cast<std::uint32_t>(width)},
      {257, kLong, static_cast<std::uint32_t>(height)},
      {258, kShort, 1},
      {259, kShort, k < 0 ? 4U : 3U},
      {262, kShort, black_is_1 ? 1U : 0U},
      {273, kLong, kDataAt},
      {278, kLong, static_cast<std::uint32_t>(height)},
      {279, kLong, static_cast<std::uint32_t>(data.size)},
      {292, kLong, k > 0 ? 1U : 0U},
  };
  std::string tiff("II");
  put<std::uint16_t>(tiff, 42);
  put<std::uint32_t>(tiff, kHeaderBytes);
  put<std::uint16_t>(tiff, kEntries);
  for (const Entry& e : entries) {
    put(tiff, e.tag);
    put(tiff, e.type);
    put<std::uint32_t>(tiff, 1);
    put(tiff, e.value);
  }
  put<std::uint32_t>(tiff, 0);
  tiff.append(data.data, static_cast<std::size_t>(data.size));
  return tiff;
}

PlainImage decode_ccitt(const PdfObject& image, int width, int height) {
  const PdfObject* parameters = decode_parameters(image);
  if (parameters != nullptr) {
    // TIFF cannot say these.
    if (parameters->GetIndirectKeyAsBool("EncodedByteAlign", false)) return {};
    constexpr int kDefaultColumns = 1728;
    if (parameters->GetIndirectKeyAsLong("Columns", kDefaultColumns) != width) return {};
  }
  PodofoBuffer data;
  image.GetStream()->GetCopy(&data.data, &data.size);
  const std::string tiff = tiff_of_ccitt(data, parameters, width, height);
  const PixPtr pix(pixReadMemTiff(reinterpret_cast<const l_uint8*>(tiff.data()), tiff.size(), 0));
  if (!pix) return {};
  return {to_raster(pix.get(), 0, 0), false, true};
}

// What the decoder had to invent: it complains, and the marker of the end is not there. Complaints
// alone come from whole images too.
bool ends_early(const PodofoBuffer& jpeg, l_int32 complaints) {
  constexpr std::string_view kEndOfImage = "\xFF\xD9";
  const std::string_view bytes(jpeg.data, static_cast<std::size_t>(jpeg.size));
  return complaints > 0 && bytes.rfind(kEndOfImage) == std::string_view::npos;
}

PlainImage decode_jpeg(const PdfObject& image, int width, int height) {
  PodofoBuffer data;
  image.GetStream()->GetCopy(&data.data, &data.size);
  l_int32 complaints = 0;
  const PixPtr pix(pixReadMemJpeg(data.bytes(), static_cast<std::size_t>(data.size), 0, 1,
                                  &complaints, 0));
  const bool is_damaged = !pix || ends_early(data, complaints);
  if (!pix || pixGetWidth(pix.get()) != width || pixGetHeight(pix.get()) != height) {
    return {std::nullopt, is_damaged};
  }
  return {to_raster(pix.get(), 0, 0), is_damaged};
}

// Rows of 1-bit gray, or of 8-bit gray or RGB, as Flate or nothing leaves them.
PlainImage decode_flat(const PdfObject& image, bool is_deflated, int width, int height,
                       int channels, int bits) {
  PodofoBuffer stored, unpacked;
  image.GetStream()->GetCopy(&stored.data, &stored.size);
  if (is_deflated) {
    // Not GetFilteredCopy: it takes the image's bits for those of a predictor and refuses 1.
    const PdfObject* parameters = decode_parameters(image);
    const std::unique_ptr<PoDoFo::PdfFilter> filter(
        PoDoFo::PdfFilterFactory::Create(PoDoFo::ePdfFilter_FlateDecode));
    try {
      filter->Decode(stored.data, stored.size, &unpacked.data, &unpacked.size,
                     parameters != nullptr ? &parameters->GetDictionary() : nullptr);
    } catch (const PoDoFo::PdfError& error) {
      return {std::nullopt, error.GetError() == PoDoFo::ePdfError_Flate};
    }
  }
  const PodofoBuffer& data = is_deflated ? unpacked : stored;
  Raster raster{width, height, channels, 0, 0, {}};
  const std::size_t row_bytes = (raster.stride() * bits + 7) / 8;
  if (static_cast<std::size_t>(data.size) < row_bytes * static_cast<std::size_t>(height)) {
    return {std::nullopt, true};
  }
  raster.pixels.resize(raster.stride() * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    const l_uint8* source = data.bytes() + static_cast<std::size_t>(y) * row_bytes;
    std::uint8_t* row = raster.row(y);
    if (bits == 8) {
      std::memcpy(row, source, row_bytes);
    } else {
      for (int x = 0; x < width; ++x) row[x] = (source[x / 8] >> (7 - x % 8) & 1) != 0 ? 255 : 0;
    }
  }
  return {std::move(raster)};
}

bool is_jbig2(const PdfObject& image) {
  return image.HasStream() && only_filter(image) == "JBIG2Decode";
}

std::string stored_data(const PdfObject& image) {
  PodofoBuffer data;
  image.GetStream()->GetCopy(&data.data, &data.size);
  return {data.data, static_cast<std::size_t>(data.size)};
}

}  // namespace

PlainImage decode_plain_image(PdfObject& image) {
  silence_leptonica();
  if (!image.HasStream()) return {};
  for (const char* key : {"SMask", "Mask", "Decode"}) {
    if (image.GetIndirectKey(key) != nullptr) return {};
  }
  if (image.GetIndirectKeyAsBool("ImageMask", false)) return {};
  const auto width = image.GetIndirectKeyAsLong("Width");
  const auto height = image.GetIndirectKeyAsLong("Height");
  const auto bits = image.GetIndirectKeyAsLong("BitsPerComponent");
  const auto filter = only_filter(image);
  const int channels = components(image);
  constexpr PoDoFo::pdf_int64 kLongestSide = 1 << 20;
  if (!filter || channels == 0 || width < 1 || height < 1 || width > kLongestSide ||
      height > kLongestSide) {
    return {};
  }
  const int w = static_cast<int>(width), h = static_cast<int>(height);
  if (*filter == "DCTDecode") return decode_jpeg(image, w, h);
  if (*filter == "CCITTFaxDecode" && channels == 1 && bits == 1) return decode_ccitt(image, w, h);
  const bool is_deflated = *filter == "FlateDecode";
  if ((is_deflated || filter->empty()) && (bits == 8 || (bits == 1 && channels == 1))) {
    return decode_flat(image, is_deflated, w, h, channels, static_cast<int>(bits));
  }
  return {};
}

double pixels_of(const PdfObject& image) {
  const double stated = static_cast<double>(image.GetIndirectKeyAsLong("Width")) *
                        static_cast<double>(image.GetIndirectKeyAsLong("Height"));
  return is_jbig2(image) ? std::max(stated, jbig2_pixels(stored_data(image))) : stated;
}

bool has_silent_damage(const PdfObject& image) {
  if (!is_jbig2(image)) return false;
  const PdfObject* parameters = decode_parameters(image);
  const PdfObject* globals =
      parameters != nullptr ? parameters->GetIndirectKey("JBIG2Globals") : nullptr;
  PodofoBuffer shared;
  if (globals != nullptr && globals->HasStream()) {
    globals->GetStream()->GetFilteredCopy(&shared.data, &shared.size);
  }
  return jbig2_overruns(stored_data(image), {shared.data, static_cast<std::size_t>(shared.size)},
                        static_cast<int>(image.GetIndirectKeyAsLong("Width")),
                        static_cast<int>(image.GetIndirectKeyAsLong("Height")));
}

}  // namespace crossfoot
