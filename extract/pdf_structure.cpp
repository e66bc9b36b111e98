// PoDoFo's part: page boxes, /Rotate, and a scan's pixels as they stand in the file.
//
// A page is one plain image when it draws a single image upright over nearly all of its crop box and
// nothing else but invisible text. Its pixels are then put on a canvas of the crop box at the image's
// own resolution and turned by /Rotate, without any resampling. PoDoFo's types stay in
// the pdf_*.cpp files (written for 0.9.8, whose names 0.10 changed).
#include "extract/pdf_structure.h"

#include <algorithm>
#include <cmath>
#include <istream>
#include <streambuf>

#include "extract/pdf_content.h"
#include "extract/pdf_image.h"
#include "extract/pdf_repair.h"
#include "extract/turned.h"

namespace crossfoot {
namespace {

// Share of the crop box that the only image must cover for the page to be a scan.
constexpr double kWholePage = 0.9;

// Share of an image's width that it may be sheared by and still count as upright.
constexpr double kUpright = 0.002;

struct PlacedBox {
  double x0, y0, x1, y1;  // user space, y up
};

PlacedBox box_of(const PdfMatrix& m) {
  const double xs[] = {m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]};
  const double ys[] = {m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]};
  return {*std::min_element(xs, xs + 4), *std::min_element(ys, ys + 4),
          *std::max_element(xs, xs + 4), *std::max_element(ys, ys + 4)};
}

PlacedBox intersection(const PlacedBox& a, const PlacedBox& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

double area(const PlacedBox& box) {
  return std::max(0.0, box.x1 - box.x0) * std::max(0.0, box.y1 - box.y0);
}

// Pixels per point along the image's own x and y.
std::pair<double, double> resolution(const PlacedImage& image) {
  const PdfMatrix& m = image.to_page;
  const double width = std::hypot(m[0], m[1]), height = std::hypot(m[2], m[3]);
  if (width <= 0 || height <= 0) return {0, 0};
  return {static_cast<double>(image.object->GetIndirectKeyAsLong("Width")) / width,
          static_cast<double>(image.object->GetIndirectKeyAsLong("Height")) / height};
}

// The crop box as a white canvas with the image on it, at the image's resolution.
Raster on_canvas(const Raster& image, const PlacedBox& place, const PlacedBox& crop,
                 double px_per_pt_x, double px_per_pt_y) {
  const auto px = [](double v) { return static_cast<int>(std::lround(v)); };
  const int left = px((place.x0 - crop.x0) * px_per_pt_x);
  const int top = px((crop.y1 - place.y1) * px_per_pt_y);
  Raster canvas{px((crop.x1 - crop.x0) * px_per_pt_x), px((crop.y1 - crop.y0) * px_per_pt_y),
                image.channels, px_per_pt_x * 72, px_per_pt_y * 72, {}};
  canvas.pixels.assign(canvas.stride() * static_cast<std::size_t>(canvas.height), 255);
  const int x0 = std::max(0, left), x1 = std::min(canvas.width, left + image.width);
  for (int y = std::max(0, top); y < std::min(canvas.height, top + image.height); ++y) {
    if (x1 <= x0) break;
    std::copy(image.row(y - top) + static_cast<std::ptrdiff_t>(x0 - left) * image.channels,
              image.row(y - top) + static_cast<std::ptrdiff_t>(x1 - left) * image.channels,
              canvas.row(y) + static_cast<std::ptrdiff_t>(x0) * image.channels);
  }
  return canvas;
}

// Bytes as a stream without a copy; PoDoFo's own way makes two.
class BytesView : public std::streambuf {
 public:
  explicit BytesView(const std::string& bytes) {
    char* begin = const_cast<char*>(bytes.data());  // which are only read
    setg(begin, begin, begin + bytes.size());
  }

 protected:
  pos_type seekoff(off_type offset, std::ios_base::seekdir from, std::ios_base::openmode) override {
    const char* base = from == std::ios_base::beg ? eback() : from == std::ios_base::end ? egptr() : gptr();
    const off_type place = base - eback() + offset;
    if (place < 0 || place > egptr() - eback()) return pos_type(off_type(-1));
    setg(eback(), eback() + place, egptr());
    return place;
  }
  pos_type seekpos(pos_type place, std::ios_base::openmode mode) override {
    return seekoff(off_type(place), std::ios_base::beg, mode);
  }
};

class PodofoStructure : public PdfStructure {
 public:
  // Loads the bytes, which stay alive as long as the document. Throws PoDoFo::PdfError.
  PodofoStructure(DocumentBytes input, double most_pixels)
      : input_(std::move(input)),
        most_pixels_(most_pixels),
        view_(*input_.bytes),
        stream_(&view_) {
    document_.LoadFromDevice(PoDoFo::PdfRefCountedInputDevice(new PoDoFo::PdfInputDevice(&stream_)));
  }

  bool encrypted() { return document_.GetEncrypted(); }
  int page_count() const override { return document_.GetPageCount(); }

  Result<PdfPageStructure> page(int number) override {
    try {
      PoDoFo::PdfPage* page = document_.GetPage(number - 1);
      if (page == nullptr) return failed(number, "is missing in the page tree");
      return structure_of(*page);
    } catch (const PoDoFo::PdfError& error) {
      const char* name = PoDoFo::PdfError::ErrorName(error.GetError());
      return failed(number, std::string("cannot be parsed: ") + (name != nullptr ? name : "?"));
    }
  }

 private:
  Error failed(int page, std::string message) const {
    return {ErrorCode::unreadable, input_.name, page, std::move(message), ""};
  }

  static PlacedBox crop_box(const PoDoFo::PdfPage& page) {
    const PoDoFo::PdfRect media = page.GetMediaBox(), crop = page.GetCropBox();
    const auto corners = [](const PoDoFo::PdfRect& r) {
      return PlacedBox{r.GetLeft(), r.GetBottom(), r.GetLeft() + r.GetWidth(),
                       r.GetBottom() + r.GetHeight()};
    };
    const PlacedBox both = intersection(corners(media), corners(crop));
    return area(both) > 0 ? both : corners(media);
  }

  PdfPageStructure structure_of(PoDoFo::PdfPage& page) const {
    PdfPageStructure result;
    const PlacedBox crop = crop_box(page);
    result.rotate_deg = ((page.GetRotation() % 360) + 360) % 360;
    result.width_pt = crop.x1 - crop.x0;
    result.height_pt = crop.y1 - crop.y0;
    if (result.rotate_deg % 180 != 0) std::swap(result.width_pt, result.height_pt);
    const PdfContent content = read_content(page);
    result.content_filter = content.image_filter;
    result.visible_text = content.visible_text;
    result.n_images = static_cast<int>(content.images.size());
    for (const PlacedImage& image : content.images) {
      const auto [x, y] = resolution(image);
      result.image_dpi = std::max({result.image_dpi, x * 72, y * 72});
      result.most_image_pixels = std::max(result.most_image_pixels, pixels_of(*image.object));
      const PlacedBox place = box_of(image.to_page);
      const double side = std::max(place.x1 - place.x0, place.y1 - place.y0);
      result.image_reach = std::max(result.image_reach,
                                    side / std::max({1.0, result.width_pt, result.height_pt}));
      if (area(crop) > 0) {
        result.image_cover += area(intersection(place, crop)) / area(crop);
      }
    }
    PlainImage image;
    if (content.images.size() == 1 && !content.visible_text && !content.other_marks &&
        result.most_image_pixels <= most_pixels_) {
      image = plain_scan(content.images.front(), crop, result.rotate_deg);
    }
    const bool is_silent =
        !content.visible_text && result.most_image_pixels <= most_pixels_ &&
        std::any_of(content.images.begin(), content.images.end(),
                    [](const PlacedImage& placed) { return has_silent_damage(*placed.object); });
    result.damage = damage_of(page, content, image.is_damaged || is_silent);
    result.plain_scan = std::move(image.raster);
    result.is_unchecked = image.is_unchecked;
    return result;
  }

  static std::optional<std::string> note_on(const PoDoFo::PdfObject* object) {
    const PoDoFo::PdfObject* note =
        object != nullptr && object->IsDictionary() ? object->GetIndirectKey(kDamageKey) : nullptr;
    if (note == nullptr || !note->IsString()) return std::nullopt;
    return note->GetString().GetStringUtf8();
  }

  static std::optional<std::string> damage_of(const PoDoFo::PdfPage& page,
                                              const PdfContent& content, bool is_damaged) {
    for (const PlacedImage& image : content.images) {
      if (const auto note = note_on(image.object)) return "its image is damaged: " + *note;
    }
    if (is_damaged) return "its image is damaged or ends too early";
    // Beside text it may be a letterhead.
    if (content.lost_image && !content.visible_text) return "its image is missing in the file";
    if (const auto note = note_on(page.GetObject()->GetIndirectKey("Contents"))) {
      return "is damaged: " + *note;
    }
    return note_on(page.GetObject());
  }

  // The displayed page, where this image alone makes it.
  static PlainImage plain_scan(const PlacedImage& image, const PlacedBox& crop, int rotate_deg) {
    const PdfMatrix& m = image.to_page;
    const bool upright = m[0] > 0 && m[3] > 0 && std::abs(m[1]) <= kUpright * m[0] &&
                         std::abs(m[2]) <= kUpright * m[3];
    const PlacedBox place = box_of(m);
    if (!upright || area(intersection(place, crop)) < kWholePage * area(crop)) return {};
    PlainImage plain = decode_plain_image(*image.object);
    if (!plain.raster) return plain;
    const auto [x, y] = resolution(image);
    const Raster sheet = on_canvas(*plain.raster, place, crop, x, y);
    if (sheet.empty()) return {};  // a page box of no size at this resolution
    plain.raster = turned(sheet, rotate_deg);
    return plain;
  }

  DocumentBytes input_;
  double most_pixels_;
  BytesView view_;
  std::istream stream_;  // outlives the document, which reads from it as it goes
  PoDoFo::PdfMemDocument document_;
};

}  // namespace

Result<std::unique_ptr<PdfStructure>> PdfStructure::open(const DocumentBytes& input,
                                                         double most_pixels) {
  PoDoFo::PdfError::EnableDebug(false);
  PoDoFo::PdfError::EnableLogging(false);
  const auto refused = [&](ErrorCode code, const char* message) {
    return Error{code, input.name, std::nullopt, message, ""};
  };
  try {
    auto structure = std::make_unique<PodofoStructure>(input, most_pixels);
    if (structure->encrypted()) return refused(ErrorCode::encrypted, "is encrypted");
    if (structure->page_count() < 1) return refused(ErrorCode::unreadable, "has no pages");
    return std::unique_ptr<PdfStructure>(std::move(structure));
  } catch (const PoDoFo::PdfError& error) {
    const bool password = error.GetError() == PoDoFo::ePdfError_InvalidPassword;
    return refused(password ? ErrorCode::encrypted : ErrorCode::unreadable, "is damaged");
  }
}

}  // namespace crossfoot
