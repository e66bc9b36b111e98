#include "extract/read_page.h"

#include <cmath>
#include <memory>

#include "extract/captions.h"
#include "extract/erase_rulings.h"
#include "extract/find_rulings.h"
#include "extract/lattice_grid.h"
#include "extract/paragraphs.h"
#include "extract/text_source.h"
#include "extract/trust_layer.h"

namespace crossfoot {
namespace {

bool use_layer(const PageContent& content, const CleanPage& page, OcrMode ocr) {
  if (ocr == OcrMode::automatic) return !content.is_scan && is_trustworthy(content.words, page);
  return ocr == OcrMode::never;
}

Page page_facts(const PageContent& content, const CleanPage& page, bool from_layer) {
  Page facts;
  facts.number = content.number;
  facts.width_pt = content.width_pt;
  facts.height_pt = content.height_pt;
  facts.skew_deg = page.skew_deg;
  facts.source = from_layer ? PageSource::text : PageSource::scan;
  facts.dpi = static_cast<int>(std::lround(page.dpi));
  return facts;
}

}  // namespace

Result<PageReading> read_page(const PageContent& content, OcrMode ocr,
                              const RecognizerSource& recognizer,
                              const std::function<void(const PageTrace&)>& trace) {
  CleanPage page = clean_page(content.raster, {.deskew = content.is_scan});
  const bool from_layer = use_layer(content, page, ocr);
  const Rulings rulings = find_rulings(page);
  const std::vector<Grid> grids = lattice_grids(rulings.lines, page.text_height_px);
  erase_rulings(page, rulings, grids);
  std::unique_ptr<TextSource> source;
  if (from_layer) {
    source = std::make_unique<LayerText>(page, content.words);
  } else {
    auto engine = recognizer();
    if (!engine) return engine.error();
    source = std::make_unique<RecognizedText>(page, **engine);
  }

  PageReading reading;
  reading.page = page_facts(content, page, from_layer);
  std::vector<TextLine> outside;
  int top = 0;
  for (const Grid& grid : grids) {
    const PixelBox box = grid.box();
    const std::vector<TextLine> above =
        source->pieces_in({0, top, page.gray.width, std::max(top, box.y0)});
    PageTable table = read_table(grid, page, content.number, *source);
    const Caption caption = find_caption(above, box);
    table.table.title = caption.title;
    table.table.unit = caption.unit;
    table.has_heading = !above.empty();
    table.first_on_page = reading.tables.empty();
    reading.tables.push_back(std::move(table));
    outside.insert(outside.end(), above.begin(), above.end());
    top = std::max(top, box.y1);
  }
  const std::vector<TextLine> below =
      source->pieces_in({0, top, page.gray.width, page.gray.height});
  outside.insert(outside.end(), below.begin(), below.end());
  if (!reading.tables.empty()) reading.tables.back().last_on_page = true;
  reading.text = join_paragraphs(outside, page, content.number);
  if (trace) trace({page, rulings.lines, grids, reading});
  return reading;
}

}  // namespace crossfoot
