#include <gmock/gmock.h>

#include "extract/extract.h"
#include "tests/extract/scanned_tables.h"

namespace crossfoot {
namespace {

using test::scanned_table;
using test::scripted_recognizer;
using test::tiff_of;

TEST(DrawTrace, OnePictureAStageInTheSizeOfThePage) {
  std::vector<StagePicture> stages;
  ExtractOptions options;
  options.recognizer = scripted_recognizer(
      {{"", 0, {}}, {"item", 1, {}}, {"sum", 1, {}}, {"rent", 0.8, {}}, {"1,250", 0.3, {}}});
  options.pictures.stages = true;
  options.take_pictures = [&](const PagePictures& pictures) { stages = pictures.stages; };
  ASSERT_TRUE(extract_tables(tiff_of({scanned_table({{1, 2}, {3, 4}})}), options));
  std::vector<std::string> names;
  std::string before;
  for (const StagePicture& stage : stages) {
    names.push_back(stage.name);
    auto document = open_document({stage.name, std::make_shared<std::string>(stage.png)}, {});
    ASSERT_TRUE(document) << stage.name;
    auto page = (*document)->load_page(1);
    ASSERT_TRUE(page) << stage.name;
    EXPECT_EQ(page->raster.width, 900);
    EXPECT_EQ(page->raster.height, 700);
    EXPECT_NE(stage.png, before) << stage.name << " shows no more than the picture before it";
    before = stage.png;
  }
  EXPECT_THAT(names, testing::ElementsAre("page-001-1-cleaned.png", "page-001-2-rulings.png",
                                          "page-001-3-grid.png", "page-001-4-cells.png"));
}

}  // namespace
}  // namespace crossfoot
