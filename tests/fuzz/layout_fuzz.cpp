// A page drawn by the input's bytes - rules, figures, blots, gray, a tilt, words of a text layer -
// through cleaning, layout, assembly and reconciliation.
#include <fuzzer/FuzzedDataProvider.h>

#include "extract/read_page.h"
#include "extract/stitch_pages.h"
#include "reconcile/check.h"
#include "tests/extract/drawing.h"
#include "tests/fuzz/must.h"

namespace {

using namespace crossfoot;

constexpr int kSide = 400;  // px; some milliseconds for a page
constexpr double kDpi = 100;

PixelBox made_box(FuzzedDataProvider& bytes, const Raster& page) {
  const int x = bytes.ConsumeIntegralInRange(0, page.width - 1);
  const int y = bytes.ConsumeIntegralInRange(0, page.height - 1);
  return {x, y, x + bytes.ConsumeIntegralInRange(1, page.width),
          y + bytes.ConsumeIntegralInRange(1, page.height)};
}

void draw(FuzzedDataProvider& bytes, Raster& page) {
  const PixelBox box = made_box(bytes, page);
  switch (bytes.ConsumeIntegralInRange(0, 5)) {
    case 0:
      return test::fill(page, {box.x0, box.y0, box.x1, box.y0 + 2});
    case 1:
      return test::fill(page, {box.x0, box.y0, box.x0 + 2, box.y1});
    case 2:
      return test::write_figures(page, box, 1);
    case 3:
      return test::write_text(page, box.x0, box.y0, "1,234.50");
    case 4:
      return test::fill(page, box, bytes.ConsumeIntegral<std::uint8_t>());
    default: {  // a ruled grid with a figure in each cell
      const int rows = bytes.ConsumeIntegralInRange(1, 8), cols = bytes.ConsumeIntegralInRange(1, 5);
      const int pitch_y = bytes.ConsumeIntegralInRange(8, 40);
      const int pitch_x = bytes.ConsumeIntegralInRange(20, 90);
      const int x1 = box.x0 + cols * pitch_x, y1 = box.y0 + rows * pitch_y;
      for (int row = 0; row <= rows; ++row) {
        const int y = box.y0 + row * pitch_y;
        test::fill(page, {box.x0, y, x1, y + 1});
        for (int col = 0; row < rows && col < cols; ++col) {
          test::write_text(page, box.x0 + col * pitch_x + 4, y + 3, "10.00", 1);
        }
      }
      for (int col = 0; col <= cols; ++col) {
        test::fill(page, {box.x0 + col * pitch_x, box.y0, box.x0 + col * pitch_x + 1, y1});
      }
    }
  }
}

std::vector<Word> made_words(FuzzedDataProvider& bytes, const PageContent& page) {
  std::vector<Word> words;
  for (int n = bytes.ConsumeIntegralInRange(0, 20); n > 0; --n) {
    const PixelBox at = made_box(bytes, page.raster);
    const double scale = 72 / kDpi;
    const Box box{at.x0 * scale, at.y0 * scale, at.x1 * scale, at.y1 * scale};
    words.push_back({"10", box, {box, box}});
  }
  return words;
}

PageContent made_page(FuzzedDataProvider& bytes) {
  PageContent page;
  page.number = 1;
  page.is_scan = bytes.ConsumeBool();
  page.raster = test::paper(bytes.ConsumeIntegralInRange(1, kSide),
                            bytes.ConsumeIntegralInRange(1, kSide), kDpi);
  page.width_pt = page.raster.width * 72 / kDpi;
  page.height_pt = page.raster.height * 72 / kDpi;
  const int tilt = bytes.ConsumeIntegralInRange(-5, 5);
  if (bytes.ConsumeBool()) page.words = made_words(bytes, page);
  while (bytes.remaining_bytes() > 0) draw(bytes, page.raster);
  if (tilt != 0) page.raster = test::tilted(page.raster, tilt);
  return page;
}

// Reads what the ink's amount makes it read: now nothing, now a label, now a figure.
class InkRecognizer : public TextRecognizer {
 public:
  std::vector<RecognizedLine> recognize_lines(const std::vector<Raster>& lines) override {
    constexpr const char* kReadings[] = {"", "合计", "10.00", "项目", "20", "1,2", "其他"};
    std::vector<RecognizedLine> read;
    for (const Raster& line : lines) {
      test::must(line.channels == 1 && !line.empty(), "a line to read has pixels");
      std::size_t dark = 0;
      for (const std::uint8_t pixel : line.pixels) dark += pixel < 128;
      read.push_back({kReadings[dark % std::size(kReadings)], dark % 2 == 0 ? 1.0 : 0.5, {}});
    }
    return read;
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const PageContent page = made_page(bytes);
  InkRecognizer recognizer;
  const auto reading = read_page(page, OcrMode::automatic,
                                 [&]() -> Result<TextRecognizer*> { return &recognizer; });
  test::must(reading.ok(), "a page is read where there is a recogniser");
  TableDocument document = stitch_pages({*reading, *reading});
  for (const Table& table : document.tables) {
    test::must(!tiling_defect(table.cells, table.n_rows, table.n_cols),
               "the cells of a table tile its grid");
    test::must(table.header_rows >= 0 && table.header_rows <= table.n_rows,
               "header rows are rows of the table");
  }
  check(std::move(document));
  return 0;
}
