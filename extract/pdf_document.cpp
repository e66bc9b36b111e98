// A PDF as a Document: who of the three libraries does what.
//
//   bytes ──PoDoFo──▶ structure          page boxes, /Rotate, a plain scan's own pixels
//     └───poppler──▶ renderer            text layer; pixels of every page that is no plain scan
//
// Either of the two is enough to go on: without a structure every page is rendered, without a
// renderer the plain scans are still there.
//
// What PoDoFo refuses and what is encrypted is rewritten by qpdf first. What something crashed over
// (OpenOptions::distrust) is, too, and then left to poppler alone: PoDoFo is the one that crashes.
// Where a file seemed sound and a page cannot be had from it, or not whole, that page is taken from
// the file as qpdf rewrites it, if it has as many pages. What qpdf refuses is left to poppler alone.
#include "extract/pdf_document.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/pdf_render.h"
#include "extract/pdf_repair.h"
#include "extract/pdf_structure.h"

namespace crossfoot {
namespace {

// Images of a scan that is cut up or layered are rendered at their own resolution within these.
constexpr double kLowestScanDpi = 150, kHighestScanDpi = 400;

// Share of the page that images cover on a scan, and the least resolution that they have there: a
// background picture or a letterhead has less.
constexpr double kScanCover = 0.6, kScanDpi = 70;

// An image's place per the page's, in length: poppler goes over all of it, for minutes where a
// damaged matrix says 1e92. Letterheads that bleed and strips of a scan stay below 2.
constexpr double kFarthestImage = 1000;

// The same bytes in two libraries, either of which may have refused them.
struct Reading {
  std::unique_ptr<PdfStructure> structure;
  std::unique_ptr<PdfRenderer> renderer;

  bool has_pages() const { return structure || renderer; }
  int page_count() const {
    return structure ? structure->page_count() : renderer ? renderer->page_count() : 0;
  }
};

std::unique_ptr<PdfStructure> structure_of(const DocumentBytes& input, double most_pixels) {
  auto structure = PdfStructure::open(input, most_pixels);
  return structure ? std::move(*structure) : nullptr;
}

std::unique_ptr<PdfRenderer> renderer_of(const DocumentBytes& input, const std::string& password) {
  auto renderer = PdfRenderer::open(input, password);
  return renderer && (*renderer)->page_count() > 0 ? std::move(*renderer) : nullptr;
}

class PdfDocument : public Document {
 public:
  // rewritten: `reading` is of the input as qpdf rewrites it.
  PdfDocument(DocumentBytes input, const OpenOptions& options, Reading reading, bool rewritten)
      : input_(std::move(input)),
        options_(options),
        reading_(std::move(reading)),
        tried_rewriting_(rewritten) {}

  int page_count() const override { return reading_.page_count(); }

  Result<PageContent> load_page(int number) override {
    auto page = load_from(reading_, number);
    if (page && !page->damage) return page;
    if (!std::exchange(tried_rewriting_, true)) {
      if (const auto sound = rewrite_pdf(input_, options_.password)) {
        rewritten_ = {structure_of(sound.value(), options_.most_pixels),
                      renderer_of(sound.value(), "")};
      }
    }
    if (rewritten_.page_count() != page_count()) return page;
    auto saved = load_from(rewritten_, number);
    return saved && (!page || !saved->damage) ? std::move(saved) : std::move(page);
  }

 private:
  Result<PageContent> load_from(const Reading& reading, int number) const {
    PageContent page;
    page.number = number;
    PdfPageStructure structure;
    if (reading.structure) {
      auto read = reading.structure->page(number);
      if (!read && !reading.renderer) return read.error();
      if (read) structure = std::move(*read);
    }
    // poppler would decode it all, for hours.
    if (structure.most_image_pixels > options_.most_pixels) {
      return too_many_pixels(input_.name, number, structure.most_image_pixels,
                             options_.most_pixels);
    }
    if (structure.content_filter) {
      return unreadable(number, "is damaged: its content is compressed as an image (" +
                                    *structure.content_filter +
                                    "), which --max-pixels cannot bound");
    }
    page.is_scan = structure.plain_scan ||
                   (structure.image_cover >= kScanCover && structure.image_dpi >= kScanDpi &&
                    !structure.visible_text);
    page.damage = std::move(structure.damage);
    page.width_pt = structure.width_pt;
    page.height_pt = structure.height_pt;
    if (reading.renderer) {
      if (const auto size = reading.renderer->page_size(number)) {
        std::tie(page.width_pt, page.height_pt) = *size;
      }
    }
    if (!(page.width_pt > 0 && page.height_pt > 0)) {
      return unreadable(number, "has no size: its page boxes are broken");
    }
    if (structure.image_reach > kFarthestImage) {
      return unreadable(number, "is damaged: it draws an image far larger than itself");
    }
    if (structure.plain_scan) {
      page.raster = std::move(*structure.plain_scan);
      // poppler tells damage that Leptonica passes over in silence.
      if (structure.is_unchecked && reading.renderer) {
        note_damage(page, reading.renderer->render(number, kListeningDpi, false));
      }
    } else if (reading.renderer) {
      if (auto error = render(*reading.renderer, page, structure)) return *error;
    }
    if (page.raster.empty()) return unreadable(number, "cannot be drawn");
    if (reading.renderer) page.words = reading.renderer->words(number);
    return page;
  }

  std::optional<Error> render(PdfRenderer& renderer, PageContent& page,
                              const PdfPageStructure& structure) const {
    const double dpi = page.is_scan
                           ? std::clamp(structure.image_dpi, kLowestScanDpi, kHighestScanDpi)
                           : options_.render_dpi;
    const double pixels = page.width_pt * page.height_pt * dpi * dpi / (72 * 72);
    if (pixels > options_.most_pixels) {
      return too_many_pixels(input_.name, page.number, pixels, options_.most_pixels);
    }
    DrawnPage drawn = renderer.render(page.number, dpi, page.is_scan);
    // Beside text the image may be a letterhead.
    if (!structure.visible_text) note_damage(page, drawn);
    page.raster = std::move(drawn.raster);
    return std::nullopt;
  }

  static void note_damage(PageContent& page, const DrawnPage& drawn) {
    if (drawn.image_damage && !page.damage) page.damage = "its image is damaged";
  }

  Error unreadable(int page, std::string message) const {
    return {ErrorCode::unreadable, input_.name, page, std::move(message), ""};
  }

  DocumentBytes input_;
  OpenOptions options_;
  Reading reading_, rewritten_;
  bool tried_rewriting_;
};

}  // namespace

Result<std::unique_ptr<Document>> open_pdf_document(const DocumentBytes& input,
                                                    const OpenOptions& options) {
  Reading reading;
  std::optional<Error> problem;
  if (!options.distrust) reading.structure = structure_of(input, options.most_pixels);
  const bool rewritten = !reading.structure;
  if (rewritten) {
    if (const auto sound = rewrite_pdf(input, options.password)) {
      if (!options.distrust) {
        reading.structure = structure_of(sound.value(), options.most_pixels);
      }
      reading.renderer = renderer_of(sound.value(), "");
    } else {
      problem = sound.error();
    }
  }
  if (!reading.renderer) reading.renderer = renderer_of(input, options.password);
  if (!reading.has_pages()) {
    return problem.value_or(Error{ErrorCode::unreadable, input.name, std::nullopt,
                                  "has no pages that can be read", "get the file again"});
  }
  return std::unique_ptr<Document>(
      std::make_unique<PdfDocument>(input, options, std::move(reading), rewritten));
}

}  // namespace crossfoot
