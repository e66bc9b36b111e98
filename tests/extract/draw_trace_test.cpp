#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "extract/extract.h"
#include "tests/extract/scanned_tables.h"

namespace crossfoot {
namespace {

using test::scanned_table;
using test::scripted_recognizer;
using test::tiff_of;

// Draws the trace of a page with a table of two by two cells into a folder.
std::optional<Error> draw_a_page(const std::string& folder) {
  std::optional<Error> error;
  ExtractOptions options;
  options.recognizer = scripted_recognizer(
      {{"", 0, {}}, {"item", 1, {}}, {"sum", 1, {}}, {"rent", 0.8, {}}, {"1,250", 0.3, {}}});
  options.trace = [&](const PageTrace& trace) { error = draw_trace(trace, folder); };
  EXPECT_TRUE(extract_tables(tiff_of({scanned_table({{1, 2}, {3, 4}})}), options));
  return error;
}

TEST(DrawTrace, OnePictureAStageInTheSizeOfThePage) {
  const auto folder = std::filesystem::path(testing::TempDir()) /
                      ("crossfoot_draw_trace_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  EXPECT_FALSE(draw_a_page(folder.string()));
  std::string before;
  for (const char* name : {"page-001-1-cleaned.png", "page-001-2-rulings.png",
                           "page-001-3-grid.png", "page-001-4-cells.png"}) {
    const auto picture = read_input((folder / name).string());
    ASSERT_TRUE(picture) << name;
    auto document = open_document(*picture, {});
    ASSERT_TRUE(document) << name;
    auto page = (*document)->load_page(1);
    ASSERT_TRUE(page) << name;
    EXPECT_EQ(page->raster.width, 900);
    EXPECT_EQ(page->raster.height, 700);
    EXPECT_NE(*picture->bytes, before) << name << " shows no more than the picture before it";
    before = *picture->bytes;
  }
  std::filesystem::remove_all(folder);
}

TEST(DrawTrace, AFolderThatIsMissingIsAnError) {
  const auto error = draw_a_page("no/such/folder");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::unwritable);
  EXPECT_EQ(error->file, "no/such/folder/page-001-1-cleaned.png");
}

}  // namespace
}  // namespace crossfoot
