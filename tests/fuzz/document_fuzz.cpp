// Any bytes as a PDF or an image: opened, and the first pages taken out of it.
#include <cstdint>
#include <memory>

#include "extract/document.h"
#include "tests/fuzz/must.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossfoot;
  constexpr int kPages = 2;
  OpenOptions options;
  options.render_dpi = 20;  // that a page is drawn at all is what matters, and drawing is slow
  const DocumentBytes bytes{
      "fuzz", std::make_shared<std::string>(reinterpret_cast<const char*>(data), size)};
  const auto document = open_document(bytes, options);
  if (!document) return 0;
  for (int page = 1; page <= std::min(kPages, (*document)->page_count()); ++page) {
    const auto content = (*document)->load_page(page);
    if (!content) continue;
    const Raster& raster = content->raster;
    test::must(raster.pixels.size() == raster.stride() * static_cast<std::size_t>(raster.height),
               "a raster has the pixels of its size");
    test::must(raster.dpi_x > 0 && raster.dpi_y > 0, "a raster has a resolution");
    test::must(content->width_pt > 0 && content->height_pt > 0, "a page has a size");
  }
  return 0;
}
