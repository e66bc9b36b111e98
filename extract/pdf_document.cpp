// A PDF as a Document: who of the three libraries does what.
//
//   bytes ──PoDoFo──▶ structure          page boxes, /Rotate, a plain scan's own pixels
//     │ refused or encrypted: qpdf rewrites them and PoDoFo tries again
//     └───poppler──▶ renderer            text layer; pixels of every page that is no plain scan
//
// Either of the two is enough to go on: without a structure every page is rendered, without a
// renderer the plain scans are still there.
#include "extract/pdf_document.h"

#include <algorithm>
#include <cmath>

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

// A raster larger than this (an A3 sheet at 800 dpi) is not drawn; poppler would try for hours.
constexpr double kMostPixels = 1.3e8;

class PdfDocument : public Document {
 public:
  PdfDocument(DocumentBytes input, const OpenOptions& options,
              std::unique_ptr<PdfStructure> structure, std::unique_ptr<PdfRenderer> renderer)
      : input_(std::move(input)),
        options_(options),
        structure_(std::move(structure)),
        renderer_(std::move(renderer)) {}

  int page_count() const override {
    return structure_ ? structure_->page_count() : renderer_->page_count();
  }

  Result<PageContent> load_page(int number) override {
    PageContent page;
    page.number = number;
    PdfPageStructure structure;
    if (structure_) {
      auto read = structure_->page(number);
      if (!read && !renderer_) return read.error();
      if (read) structure = std::move(*read);
    }
    page.is_scan = structure.plain_scan ||
                   (structure.image_cover >= kScanCover && structure.image_dpi >= kScanDpi &&
                    !structure.visible_text);
    page.width_pt = structure.width_pt;
    page.height_pt = structure.height_pt;
    if (renderer_) {
      if (const auto size = renderer_->page_size(number)) {
        std::tie(page.width_pt, page.height_pt) = *size;
      }
    }
    if (!(page.width_pt > 0 && page.height_pt > 0)) {
      return unreadable(number, "has no size: its page boxes are broken");
    }
    if (structure.plain_scan) {
      page.raster = std::move(*structure.plain_scan);
    } else if (renderer_) {
      if (auto error = render(page, structure)) return *error;
    }
    if (page.raster.empty()) return unreadable(number, "cannot be drawn");
    if (renderer_) page.words = renderer_->words(number);
    return page;
  }

 private:
  std::optional<Error> render(PageContent& page, const PdfPageStructure& structure) {
    const double dpi = page.is_scan
                           ? std::clamp(structure.image_dpi, kLowestScanDpi, kHighestScanDpi)
                           : options_.render_dpi;
    const double pixels = page.width_pt * page.height_pt * dpi * dpi / (72 * 72);
    if (pixels > kMostPixels) {
      return unreadable(page.number, "is larger than any sheet: " +
                                         std::to_string(std::lround(page.width_pt)) + " x " +
                                         std::to_string(std::lround(page.height_pt)) + " points");
    }
    page.raster = renderer_->render(page.number, dpi, page.is_scan);
    return std::nullopt;
  }

  Error unreadable(int page, std::string message) const {
    return {ErrorCode::unreadable, input_.name, page, std::move(message),
            "the other pages are not affected"};
  }

  DocumentBytes input_;
  OpenOptions options_;
  std::unique_ptr<PdfStructure> structure_;
  std::unique_ptr<PdfRenderer> renderer_;
};

}  // namespace

Result<std::unique_ptr<Document>> open_pdf_document(const DocumentBytes& input,
                                                    const OpenOptions& options) {
  DocumentBytes sound = input;
  auto structure = PdfStructure::open(input);
  if (!structure) {
    auto rewritten = rewrite_pdf(input, options.password);
    if (!rewritten && rewritten.error().code == ErrorCode::encrypted) return rewritten.error();
    if (rewritten) {
      sound = std::move(*rewritten);
      structure = PdfStructure::open(sound);
    }
  }
  auto renderer = PdfRenderer::open(sound, options.password);
  if (!structure && !renderer) return renderer.error();
  const bool drawable = renderer.ok() && renderer.value()->page_count() > 0;
  if (!structure && !drawable) {
    return Error{ErrorCode::unreadable, input.name, std::nullopt, "has no pages that can be read",
                 "get the file again"};
  }
  return std::unique_ptr<Document>(std::make_unique<PdfDocument>(
      input, options, structure ? std::move(*structure) : nullptr,
      drawable ? std::move(*renderer) : nullptr));
}

}  // namespace crossfoot
