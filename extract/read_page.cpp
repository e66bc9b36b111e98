#include "extract/read_page.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <memory>

#include "extract/captions.h"
#include "extract/cut_words.h"
#include "extract/erase_free_rules.h"
#include "extract/erase_rulings.h"
#include "extract/find_rulings.h"
#include "extract/ink_words.h"
#include "extract/lattice_grid.h"
#include "extract/paragraphs.h"
#include "extract/piece_cuts.h"
#include "extract/settle_orientation.h"
#include "extract/refine_grid.h"
#include "extract/text_source.h"
#include "extract/trust_layer.h"
#include "extract/unruled_tables.h"

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
  facts.turned_deg = page.turned_deg;
  facts.skew_deg = page.skew_deg;
  facts.source = from_layer ? PageSource::text : PageSource::scan;
  facts.dpi = static_cast<int>(std::lround(page.dpi));
  return facts;
}

struct PlacedTable {
  PixelBox box;
  PageTable table;
};

// What erasing leaves of a rule looks like a dash: flat, and at the height of the rule.
bool is_left_of_rule(const PixelBox& word, const std::vector<Ruling>& rulings, double text_height) {
  constexpr double kFlat = 0.3, kOnRule = 0.3, kBeside = 1.0;  // in text heights
  if (word.height() > kFlat * text_height) return false;
  const double x = (word.x0 + word.x1) / 2.0, y = (word.y0 + word.y1) / 2.0;
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& rule) {
    return rule.direction == Direction::horizontal && std::abs(rule.at(x) - y) <= kOnRule * text_height &&
           x >= rule.from - kBeside * text_height && x <= rule.to + kBeside * text_height;
  });
}

// No ruling near its foot, along most of it.
bool is_open_below(const PixelBox& table, const std::vector<Ruling>& rulings, double text_height) {
  constexpr double kNear = 1.6, kMost = 0.5;  // text heights; a share of the width
  double ruled = 0;
  for (const Ruling& rule : rulings) {
    const double from = std::max<double>(rule.from, table.x0);
    const double to = std::min<double>(rule.to, table.x1);
    if (rule.direction != Direction::horizontal || to <= from) continue;
    if (std::abs(rule.at((from + to) / 2) - table.y1) <= kNear * text_height) ruled += to - from;
  }
  return ruled < kMost * table.width();
}

std::vector<TextLine> read_pieces(TextSource& source, const std::vector<PixelBox>& taken,
                                  const std::vector<Ruling>& rulings, double text_height) {
  std::vector<PixelBox> words = source.words_outside(taken);
  std::erase_if(words, [&](const PixelBox& word) { return is_left_of_rule(word, rulings, text_height); });
  std::vector<PixelBox> boxes;
  for (const std::vector<int>& piece : cut_pieces(words, text_height)) {
    PixelBox box = words[piece.front()];
    for (const int i : piece) {
      box = {std::min(box.x0, words[i].x0), std::min(box.y0, words[i].y0),
             std::max(box.x1, words[i].x1), std::max(box.y1, words[i].y1)};
    }
    boxes.push_back(box);
  }
  return source.read(boxes);
}

// Cells whose text was read, not guessed from strokes and hatching: a figure, or two letters.
std::vector<Held> held_by(const Table& table) {
  constexpr double kGuessed = 0.7;  // a figure; one cell in fifty of faxes and photographs is read with less
  constexpr double kGuessedWord = 0.9;  // what Tesseract makes of strokes has 0.7 to 0.9
  std::vector<Held> held;
  for (const Cell& cell : table.cells) {
    const auto letters = std::count_if(cell.text.begin(), cell.text.end(), [](unsigned char c) {
      return std::isalnum(c) != 0 || c >= 0xC0;
    });
    const bool figure = cell.text.find_first_of("0123456789") != std::string::npos;
    const bool read =
        figure ? cell.confidence >= kGuessed : letters > 1 && cell.confidence >= kGuessedWord;
    held.push_back(!read ? Held::nothing : figure ? Held::figure : Held::words);
  }
  return held;
}

// Among the other lines, which are in order from the top: strokes of a picture that were taken for
// signs, or a table so badly read that it shows none; what was read of it stays to be seen.
void put_back(const std::vector<std::vector<TextLine>>& cells, std::vector<TextLine>& rest) {
  for (const std::vector<TextLine>& lines : cells) {
    for (const TextLine& line : lines) {
      const auto below = std::find_if(rest.begin(), rest.end(), [&](const TextLine& other) {
        return other.box.y0 > line.box.y0;
      });
      rest.insert(below, line);
    }
  }
}

// In the order of the page, each with the text between it and the table above.
std::vector<PageTable> with_captions(std::vector<PlacedTable> tables,
                                     const std::vector<TextLine>& text, const CleanPage& page,
                                     int page_number) {
  std::stable_sort(tables.begin(), tables.end(), [](const PlacedTable& a, const PlacedTable& b) {
    return std::pair(a.box.y0, a.box.x0) < std::pair(b.box.y0, b.box.x0);
  });
  std::vector<PageTable> done;
  int top = 0;
  for (PlacedTable& placed : tables) {
    std::vector<TextLine> above;
    for (const TextLine& line : text) {
      const int middle = (line.box.y0 + line.box.y1) / 2;
      if (middle >= top && middle < placed.box.y0) above.push_back(line);
    }
    const Caption caption = find_caption(above, placed.box);
    placed.table.table.title = caption.title;
    placed.table.table.unit = caption.unit;
    for (TextLine& line : above) {
      placed.table.above.push_back(
          {page_number, to_page_box(page, line.box), std::move(line.text)});
    }
    placed.table.first_on_page = done.empty();
    done.push_back(std::move(placed.table));
    top = std::max(top, placed.box.y1);
  }
  if (!done.empty()) done.back().last_on_page = true;
  return done;
}

}  // namespace

Result<PageReading> read_page(const PageContent& content, OcrMode ocr,
                              const RecognizerSource& recognizer,
                              const std::function<void(const PageTrace&)>& trace) {
  // Boxes of a text layer are those of the page as it is displayed.
  CleanPage page = clean_page(content.raster,
                              {.straighten = content.is_scan && ocr != OcrMode::never});
  const bool from_layer = use_layer(content, page, ocr);
  Rulings rulings = find_rulings(page);
  TextRecognizer* engine = nullptr;
  if (!from_layer) {
    auto made = recognizer();
    if (!made) return made.error();
    engine = *made;
    if (!page.up_is_sure) settle_orientation(page, rulings, *engine);
  }
  std::vector<Grid> grids = lattice_grids(rulings.lines, page.text_height_px);
  erase_rulings(page, rulings, grids);
  erase_free_rules(page, rulings, grids);
  std::unique_ptr<TextSource> source;
  if (from_layer) {
    source = std::make_unique<LayerText>(page, content.words);
  } else {
    source = std::make_unique<RecognizedText>(page, *engine);
  }

  PageReading reading;
  reading.page = page_facts(content, page, from_layer);
  std::vector<PlacedTable> tables;
  std::vector<PixelBox> taken;
  std::vector<PixelBox> drawings = pictures(page.ink, page.text_height_px);
  const std::vector<PixelBox> words = source->words_outside({});
  for (Grid& grid : grids) {
    grid = refined(std::move(grid), words, page.text_height_px);
    if (is_frame_around_rows(grid, words, page.text_height_px)) continue;
    // On a scan words may be missed, so that only what was read tells a drawing.
    if (!content.is_scan && is_drawing(grid, words)) {
      drawings.push_back(grid.box());
      continue;
    }
    // A text layer knows the words that it puts on either side.
    const std::vector<bool> cut = engine != nullptr ? holds_cut_word(grid, words, page)
                                                    : std::vector<bool>(grid.cells.size(), false);
    PageTable table = read_table(grid, page, content.number, *source, cut);
    if (engine != nullptr && is_drawing(grid, held_by(table.table))) {
      drawings.push_back(grid.box());
      continue;
    }
    taken.push_back(grid.box());
    tables.push_back({grid.box(), std::move(table)});
  }
  UnruledReading unruled = unruled_tables(read_pieces(*source, taken, rulings.lines, page.text_height_px),
                                          rulings.lines, taken, drawings, page.text_height_px);
  for (const UnruledTable& found : unruled.tables) {
    PageTable table = table_of(found.grid, found.lines, page, content.number);
    if (engine != nullptr && is_drawing(found.grid, held_by(table.table))) {
      put_back(found.lines, unruled.rest);
      continue;
    }
    table.table.header_rows = found.header_rows;
    tables.push_back({found.grid.box(), std::move(table)});
  }
  for (PlacedTable& placed : tables) {
    placed.table.open_below = is_open_below(placed.box, rulings.lines, page.text_height_px);
  }
  reading.tables = with_captions(std::move(tables), unruled.rest, page, content.number);
  reading.text = join_paragraphs(unruled.rest, page, content.number);
  if (trace) trace({page, rulings.lines, grids, reading});
  return reading;
}

}  // namespace crossfoot
