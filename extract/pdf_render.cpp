#include "extract/pdf_render.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>
#include <utility>

namespace crossfoot {
namespace {

Box to_box(const poppler::rectf& rect) {
  return {rect.left(), rect.top(), rect.right(), rect.bottom()};
}

std::string to_utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

// Whether a message of poppler's is a complaint about an image's data. Of JPX data it tries three
// readings, and the last to fail is told with a full stop. Two complaints about JBIG2 do not name it,
// and one is none: the segment of a page's end, which a PDF should not have, is of an unknown type.
bool is_about_image_data(std::string_view message) {
  const auto has = [&](std::string_view part) { return message.find(part) != message.npos; };
  constexpr std::string_view kSigns[] = {"CCITTFax", "JBIG2", "opening JPX Stream.",
                                         "extraneous byte", "segment handler read too many"};
  return !has("Unknown segment type") && std::any_of(std::begin(kSigns), std::end(kSigns), has);
}

// The number in "poppler/error (9): 4 extraneous bytes after segment".
std::optional<int> left_over_in(const std::string& message) {
  const std::size_t end = message.find(" extraneous byte");
  if (end == message.npos || end == 0) return std::nullopt;
  const std::size_t begin = message.rfind(' ', end - 1) + 1;
  int count = 0;
  const auto read = std::from_chars(message.data() + begin, message.data() + end, count);
  return read.ec == std::errc() ? std::optional(count) : std::nullopt;
}

// poppler has one listener for all documents and calls it on the thread that draws.
thread_local DrawnPage heard;

void listen(const std::string& message, void*) {
  heard.image_damage = heard.image_damage || is_about_image_data(message);
  if (const auto count = left_over_in(message)) heard.left_over.push_back(*count);
}

class PopplerRenderer : public PdfRenderer {
 public:
  PopplerRenderer(DocumentBytes input, std::unique_ptr<poppler::document> document)
      : input_(std::move(input)), document_(std::move(document)) {}

  int page_count() const override { return document_->pages(); }

  std::optional<std::pair<double, double>> page_size(int number) override {
    const std::unique_ptr<poppler::page> page(document_->create_page(number - 1));
    if (!page) return std::nullopt;
    const poppler::rectf rect = page->page_rect();
    const auto orientation = page->orientation();
    const bool sideways =
        orientation == poppler::page::landscape || orientation == poppler::page::seascape;
    std::pair size(rect.width(), rect.height());
    if (sideways) std::swap(size.first, size.second);
    return size;
  }

  DrawnPage render(int number, double dpi, bool colour) override {
    const std::unique_ptr<poppler::page> page(document_->create_page(number - 1));
    if (!page) return {};
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    // Hairlines keep a full pixel of ink, so that thin rulings are as black as thick ones.
    renderer.set_line_mode(poppler::page_renderer::line_solid);
    renderer.set_image_format(colour ? poppler::image::format_rgb24 : poppler::image::format_gray8);
    heard = {};
    const poppler::image image = renderer.render_page(page.get(), dpi, dpi);
    DrawnPage drawn = std::exchange(heard, {});
    if (!image.is_valid()) return drawn;
    Raster& raster = drawn.raster;
    raster = {image.width(), image.height(), colour ? 3 : 1, dpi, dpi, {}};
    raster.pixels.resize(raster.stride() * static_cast<std::size_t>(raster.height));
    for (int y = 0; y < raster.height; ++y) {
      std::memcpy(raster.row(y),
                  image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row(),
                  raster.stride());
    }
    return drawn;
  }

  std::vector<Word> words(int number) override {
    const std::unique_ptr<poppler::page> page(document_->create_page(number - 1));
    std::vector<Word> words;
    if (!page) return words;
    for (const poppler::text_box& box : page->text_list()) {
      Word word{to_utf8(box.text()), to_box(box.bbox()), {}};
      for (std::size_t i = 0; i < box.text().size(); ++i) {
        const Box glyph = to_box(box.char_bbox(i));
        // Some scripts have fewer glyphs than code points; poppler then gives an empty box.
        if (glyph.width() == 0 && glyph.height() == 0) break;
        word.char_boxes.push_back(glyph);
      }
      words.push_back(std::move(word));
    }
    return words;
  }

 private:
  DocumentBytes input_;  // poppler reads from these bytes as it goes
  std::unique_ptr<poppler::document> document_;
};

}  // namespace

Result<std::unique_ptr<PdfRenderer>> PdfRenderer::open(const DocumentBytes& input,
                                                       const std::string& password) {
  // What else poppler has to say about damaged files is said by the page's own error.
  poppler::set_debug_error_function(listen, nullptr);
  std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(
      input.bytes->data(), static_cast<int>(input.bytes->size()), password, password));
  if (!document) {
    return Error{ErrorCode::unreadable, input.name, std::nullopt, "is damaged beyond repair",
                 "get the file again"};
  }
  if (document->is_locked()) {
    return Error{ErrorCode::encrypted, input.name, std::nullopt, "is encrypted",
                 "give its password with --password"};
  }
  return std::unique_ptr<PdfRenderer>(
      std::make_unique<PopplerRenderer>(input, std::move(document)));
}

}  // namespace crossfoot
