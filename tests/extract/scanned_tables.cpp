#include "tests/extract/scanned_tables.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <cstdlib>
#include <stdexcept>

#include "tests/extract/drawing.h"

namespace crossfoot::test {
namespace {

constexpr int kStrokeWidth = 4, kStrokeHeight = 14, kStrokePitch = 10;
constexpr int kLeft = 100, kTop = 200, kTableWidth = 700, kRowHeight = 40, kRule = 2;

void draw_line(Raster& page, int x, int y, int strokes) {
  for (int i = 0; i < strokes; ++i, x += kStrokePitch) {
    fill(page, {x, y, x + kStrokeWidth, y + kStrokeHeight});
  }
}

int count_strokes(const Raster& line) {
  int strokes = 0;
  bool inside = false;
  for (int x = 0; x < line.width; ++x) {
    int dark = 0;
    for (int y = 0; y < line.height; ++y) dark += line.row(y)[x] < 128 ? 1 : 0;
    const bool stroke = 2 * dark > kStrokeHeight;
    if (stroke && !inside) ++strokes;
    inside = stroke;
  }
  return strokes;
}

class ScriptedRecognizer : public TextRecognizer {
 public:
  explicit ScriptedRecognizer(std::vector<RecognizedLine> script) : script_(std::move(script)) {}

  std::vector<RecognizedLine> recognize_lines(const std::vector<Raster>& lines) override {
    std::vector<RecognizedLine> read;
    for (const Raster& line : lines) {
      const auto strokes = static_cast<std::size_t>(count_strokes(line));
      if (strokes >= script_.size()) throw std::runtime_error("not in the script");
      read.push_back(script_[strokes]);
    }
    return read;
  }

 private:
  std::vector<RecognizedLine> script_;
};

}  // namespace

Raster scanned_table(const std::vector<std::vector<int>>& rows, int heading) {
  Raster page = paper(900, 700, 150);
  draw_line(page, kLeft + (kTableWidth - heading * kStrokePitch) / 2, kTop - 40, heading);
  const int n_rows = static_cast<int>(rows.size()), n_cols = static_cast<int>(rows[0].size());
  const int width = kTableWidth / n_cols;
  const int bottom = kTop + n_rows * kRowHeight, right = kLeft + n_cols * width;
  for (int row = 0; row <= n_rows; ++row) {
    const int y = kTop + row * kRowHeight;
    fill(page, {kLeft, y, right + kRule, y + kRule});
  }
  for (int col = 0; col <= n_cols; ++col) {
    const int x = kLeft + col * width;
    fill(page, {x, kTop, x + kRule, bottom + kRule});
  }
  for (int row = 0; row < n_rows; ++row) {
    for (int col = 0; col < n_cols; ++col) {
      const int strokes = rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(col)];
      draw_line(page, kLeft + col * width + 20, kTop + row * kRowHeight + 13, strokes);
    }
  }
  return page;
}

DocumentBytes tiff_of(const std::vector<Raster>& pages) {
  PIXA* pixa = pixaCreate(0);
  for (const Raster& page : pages) {
    PIX* pix = pixCreate(page.width, page.height, 8);
    for (int y = 0; y < page.height; ++y) {
      for (int x = 0; x < page.width; ++x) pixSetPixel(pix, x, y, page.row(y)[x]);
    }
    pixSetResolution(pix, static_cast<int>(page.dpi_x), static_cast<int>(page.dpi_y));
    pixaAddPix(pixa, pix, L_INSERT);
  }
  l_uint8* data = nullptr;
  std::size_t size = 0;
  EXPECT_EQ(pixaWriteMemMultipageTiff(&data, &size, pixa), 0);
  pixaDestroy(&pixa);
  auto bytes = std::make_shared<std::string>(reinterpret_cast<const char*>(data), size);
  std::free(data);
  return {"scan.tif", std::move(bytes)};
}

RecognizerFactory scripted_recognizer(std::vector<RecognizedLine> script,
                                      std::shared_ptr<std::atomic<int>> made) {
  return [script = std::move(script),
          made = std::move(made)]() -> Result<std::unique_ptr<TextRecognizer>> {
    if (made) ++*made;
    return std::unique_ptr<TextRecognizer>(std::make_unique<ScriptedRecognizer>(script));
  };
}

}  // namespace crossfoot::test
