#include "ocr/view_variants.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

namespace crossfoot {
namespace {

using testing::Each;
using testing::ElementsAre;

// One stroke, 4 columns wide, with gray edges.
LineView stroke() {
  LineView view{100, std::vector<float>(LineView::kRows * 100, 0)};
  for (int y = 4; y < 28; ++y) {
    const float ink[] = {0.5F, 1, 1, 0.5F};
    std::copy(ink, ink + 4, view.ink.begin() + y * 100 + 50);
  }
  return view;
}

double ink_of(const LineView& view) {
  return std::accumulate(view.ink.begin(), view.ink.end(), 0.0);
}

TEST(ViewVariants, AreThinnerThickerNarrowerAndWider) {
  const double ink = ink_of(stroke());
  const auto variants = variants_of(stroke());
  ASSERT_EQ(variants.size(), 4U);
  EXPECT_LT(ink_of(variants[0]), ink);
  EXPECT_GT(ink_of(variants[1]), ink);
  EXPECT_THAT((std::vector{variants[2].width, variants[3].width}), ElementsAre(92, 108));
  EXPECT_NEAR(ink_of(variants[2]), 0.92 * ink, 0.05 * ink);
  EXPECT_NEAR(ink_of(variants[3]), 1.08 * ink, 0.05 * ink);
}

TEST(ViewVariants, BlankPaperStaysBlank) {
  for (const LineView& variant : variants_of({40, std::vector<float>(LineView::kRows * 40, 0)})) {
    EXPECT_EQ(variant.ink.size(), static_cast<std::size_t>(variant.width) * LineView::kRows);
    EXPECT_THAT(variant.ink, Each(0));
  }
}

}  // namespace
}  // namespace crossfoot
