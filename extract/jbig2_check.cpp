// Tells damage in JBIG2 images that decoders pass over, and sizes that they do not.
//
//   … code …  C3 FF AC                       the end of a region's code, and its marker
//   … code …  C3 FF 7F FF 7F FF 7F …         the same, the marker replaced by ones
//
// An arithmetic decoder (T.88, annex E) makes a picture of any bytes. But behind a changed byte it
// is out of step: what it expects of each pixel no longer comes, so that each costs more code than
// the encoder spent, and the code does not last. The decoder then supplies ones for what is
// missing, and says nothing. Here the ones are put behind the code; poppler tells how many bytes of
// a segment are left over, and so how many of the ones were used: 2 or 3 by a whole image, since
// decoders read ahead, 895 or more by 48 images of A4 with one changed bit or a hole of 512 bytes.
//
// Why not a decoder of our own: it would be one for four kinds of segments, to learn one number.
//
// Limits: symbols in a dictionary, refinements and halftones are not looked at; a change in the
// last bytes of the code is not told. Codes of faxes and Huffman's are left out, as poppler itself
// tells where they make no sense.
#include "extract/jbig2_check.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/pdf_render.h"

namespace crossfoot {
namespace {

// Ones behind each code, in bytes, and how many of them a whole image may use. Encoders may leave
// out ones at the end of their code.
constexpr int kOnes = 512, kReadAhead = 32;

std::uint32_t number_at(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return value;
}

struct Segment {
  int type = 0;
  std::size_t length_at = 0;       // of the four bytes that say how long its data are
  std::size_t begin = 0, end = 0;  // of its data
  bool is_whole = true;            // else it says that it goes on behind the last byte
};

// The segment whose header begins at `at` (T.88, 7.2); nothing where the bytes end within the
// header.
std::optional<Segment> segment_at(std::string_view bytes, std::size_t at) {
  constexpr std::size_t kShortestHeader = 11;
  if (at + kShortestHeader > bytes.size()) return std::nullopt;
  const std::uint32_t number = number_at(bytes, at, 4), flags = number_at(bytes, at + 4, 1);
  std::size_t referred = number_at(bytes, at + 5, 1) >> 5;
  std::size_t place = at + 6;
  if (referred > 4) {
    referred = number_at(bytes, at + 5, 4) & 0x1FFFFFFF;
    place = at + 9 + (referred + 8) / 8;
  }
  place += referred * (number <= 256 ? 1U : number <= 65536 ? 2U : 4U);
  place += (flags & 0x40) != 0 ? 4 : 1;  // the page it is on
  if (place + 4 > bytes.size()) return std::nullopt;
  const std::size_t size = number_at(bytes, place, 4);
  const bool is_whole = size <= bytes.size() - place - 4;
  return Segment{static_cast<int>(flags & 0x3F), place, place + 4,
                 is_whole ? place + 4 + size : bytes.size(), is_whole};
}

bool is_arithmetic_region(const Segment& segment, std::string_view bytes) {
  constexpr std::size_t kRegion = 17;  // bytes that say where it is; the flags follow
  if (segment.end < segment.begin + kRegion + 2) return false;
  const bool text = segment.type == 6 || segment.type == 7;  // two bytes of flags
  const bool generic = segment.type == 38 || segment.type == 39;
  const std::size_t flags_at = segment.begin + kRegion + (text ? 1 : 0);
  return (text || generic) && (number_at(bytes, flags_at, 1) & 1) == 0;
}

struct Padded {
  std::string data;
  std::size_t regions = 0;  // to which ones were added
};

Padded padded(std::string_view bytes) {
  Padded result;
  std::size_t done = 0;
  while (const auto segment = segment_at(bytes, done)) {
    if (segment->is_whole && is_arithmetic_region(*segment, bytes)) {
      std::string_view code = bytes.substr(segment->begin, segment->end - segment->begin);
      constexpr std::string_view kMarker = "\xFF\xAC";
      if (code.substr(code.size() - 2) == kMarker) code.remove_suffix(1);
      std::string ones(kOnes, '\x7F');
      for (std::size_t i = code.back() == '\xFF' ? 1 : 0; i < ones.size(); i += 2) ones[i] = '\xFF';
      const std::size_t size = code.size() + ones.size();
      result.data += bytes.substr(done, segment->length_at - done);
      for (int shift = 24; shift >= 0; shift -= 8) result.data += static_cast<char>(size >> shift);
      result.data += code;
      result.data += ones;
      ++result.regions;
    } else {
      result.data += bytes.substr(done, segment->end - done);
    }
    done = segment->end;
  }
  result.data += bytes.substr(done);
  return result;
}

std::string stream(const std::string& entries, const std::string& data) {
  return "<<" + entries + "/Length " + std::to_string(data.size()) + ">>stream\n" + data +
         "\nendstream";
}

// A page of one inch with the image on it.
DocumentBytes pdf_of(const std::string& data, const std::string& globals, int width, int height) {
  const std::string objects[] = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count 1/Kids[3 0 R]>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R"
      "/Resources<</XObject<</I 5 0 R>>>>>>",
      stream("", "72 0 0 72 0 0 cm /I Do"),
      stream("/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 1/Width " +
                 std::to_string(width) + "/Height " + std::to_string(height) +
                 "/Filter/JBIG2Decode/DecodeParms<</JBIG2Globals 6 0 R>>",
             data),
      stream("", globals)};
  std::string pdf = "%PDF-1.5\n", table;
  for (std::size_t i = 0; i < std::size(objects); ++i) {
    const std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string table_at = std::to_string(pdf.size());
  pdf += "xref\n0 7\n0000000000 65535 f \n" + table + "trailer<</Size 7/Root 1 0 R>>\nstartxref\n" +
         table_at + "\n%%EOF\n";
  return {"", std::make_shared<std::string>(std::move(pdf))};
}

}  // namespace

double jbig2_pixels(const std::string& data) {
  // Regions of text, halftone, any pixels and refinement, and pages (T.88, 7.3). Decoders skip other
  // types, whatever stands where these have their size.
  constexpr int kSized[] = {4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48};
  double most = 0;
  std::size_t done = 0;
  while (const auto segment = segment_at(data, done)) {
    const bool has_size =
        std::find(std::begin(kSized), std::end(kSized), segment->type) != std::end(kSized);
    if (has_size && segment->begin + 8 <= segment->end) {
      const std::uint32_t width = number_at(data, segment->begin, 4);
      const std::uint32_t height = number_at(data, segment->begin + 4, 4);
      constexpr std::uint32_t kUnknown = 0xFFFFFFFF;  // a page in stripes, each with its size
      if (height != kUnknown) most = std::max(most, static_cast<double>(width) * height);
    }
    done = segment->end;
  }
  return most;
}

bool jbig2_overruns(const std::string& data, const std::string& globals, int width, int height) {
  const Padded longer = padded(data);
  if (longer.regions == 0) return false;
  const auto renderer = PdfRenderer::open(pdf_of(longer.data, globals, width, height), "");
  if (!renderer) return false;
  const std::vector<int> left = (*renderer)->render(1, kListeningDpi, false).left_over;
  const auto enough = std::count_if(left.begin(), left.end(),
                                    [](int bytes) { return bytes >= kOnes - kReadAhead; });
  return static_cast<std::size_t>(enough) < longer.regions;
}

}  // namespace crossfoot
