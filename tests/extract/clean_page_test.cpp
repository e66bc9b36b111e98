#include "extract/clean_page.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "extract/turned.h"
#include "tests/extract/drawing.h"

namespace crossfoot {
namespace {

using test::fill;
using test::is_blank;
using test::paper;
using test::tilted;
using test::write_figures;
using ::testing::DoubleNear;

// 4 x 5.3 inches at 150 dpi with figures of 14 px height.
Raster page_of_figures(std::uint8_t level = test::kWhite) {
  Raster page = paper(600, 800, 150, level);
  write_figures(page, {60, 60, 540, 740});
  return page;
}

const PixelBox kFoot{0, 745, 600, 800};  // white below the figures

CleanPage cleaned(const Raster& scan, bool straighten = false) {
  return clean_page(scan, {.straighten = straighten});
}

int count_ink(const Raster& ink) {
  return static_cast<int>(std::count(ink.pixels.begin(), ink.pixels.end(), std::uint8_t{255}));
}

TEST(CleanPage, ACleanPageStaysAsItIs) {
  const Raster scan = page_of_figures();
  const CleanPage page = cleaned(scan);
  EXPECT_EQ(page.dpi, 150);
  EXPECT_EQ(page.turned_deg, 0);
  EXPECT_EQ(page.skew_deg, 0);
  EXPECT_EQ(page.ink.pixels, test::ink_of(scan).pixels);
  EXPECT_EQ(page.gray.pixels, scan.pixels);
}

TEST(CleanPage, TextHeightIsThatOfTheDigits) {
  Raster scan = page_of_figures();
  test::write_text(scan, 60, 10, "1234567", 5);  // a heading does not count
  EXPECT_THAT(cleaned(scan).text_height_px, DoubleNear(14, 1));
}

TEST(CleanPage, AnEmptyPageHasADefaultTextHeightAndNoInk) {
  const CleanPage page = cleaned(paper(600, 800, 150), true);
  EXPECT_GT(page.text_height_px, 5);
  EXPECT_EQ(count_ink(page.ink), 0);
  EXPECT_EQ(page.skew_deg, 0);
}

TEST(CleanPage, SpecksGoAndPunctuationStays) {
  const Raster figures = page_of_figures();
  Raster scan = figures;
  fill(scan, {300, 760, 301, 761});  // dirt
  fill(scan, {400, 770, 403, 773});  // as large as a full stop, but with no glyph near
  const CleanPage page = cleaned(scan);
  EXPECT_TRUE(is_blank(page.ink, kFoot, 0));
  EXPECT_TRUE(is_blank(page.gray, kFoot, 255));
  EXPECT_EQ(page.ink.pixels, test::ink_of(figures).pixels);
}

TEST(CleanPage, ADashAndARowOfDotsAreNoSpecks) {
  Raster scan = page_of_figures();
  fill(scan, {300, 770, 308, 772});
  for (int x = 100; x < 200; x += 12) fill(scan, {x, 770, x + 3, 773});
  const CleanPage page = cleaned(scan);
  EXPECT_TRUE(is_blank(page.ink, {300, 770, 308, 772}, 255));
  EXPECT_TRUE(is_blank(page.ink, {148, 770, 151, 773}, 255));
}

TEST(CleanPage, ARaggedDashIsNoSpeck) {
  Raster scan = page_of_figures();
  fill(scan, {300, 771, 306, 774});
  fill(scan, {302, 770, 303, 771});
  EXPECT_TRUE(is_blank(cleaned(scan).ink, {300, 771, 306, 774}, 255));
}

TEST(CleanPage, ADottedRulingIsNoSpecks) {
  Raster scan = page_of_figures();
  for (int y = 750; y < 790; y += 5) fill(scan, {560, y, 563, y + 3});
  const CleanPage page = cleaned(scan);
  EXPECT_TRUE(is_blank(page.ink, {560, 770, 563, 773}, 255));
}

TEST(CleanPage, DotsSmallerThanAFullStopAreNoDirtInARuling) {
  Raster scan = page_of_figures();
  for (int x = 100; x < 200; x += 3) fill(scan, {x, 770, x + 1, 771});
  for (int y = 740; y < 790; y += 3) fill(scan, {300, y, 301, y + 1});
  const CleanPage page = cleaned(scan);
  EXPECT_TRUE(is_blank(page.ink, {148, 770, 149, 771}, 255));
  EXPECT_TRUE(is_blank(page.ink, {300, 767, 301, 768}, 255));
}

TEST(CleanPage, BlackEdgesOfTheScannerGo) {
  const Raster figures = page_of_figures();
  Raster scan = figures;
  fill(scan, {0, 0, 25, 800});
  fill(scan, {0, 780, 600, 800});
  const CleanPage page = cleaned(scan);
  EXPECT_TRUE(is_blank(page.ink, {0, 0, 40, 800}, 0));
  EXPECT_TRUE(is_blank(page.ink, kFoot, 0));
  EXPECT_EQ(page.ink.pixels, test::ink_of(figures).pixels);
}

TEST(CleanPage, LightBecomesEven) {
  Raster scan = page_of_figures();
  for (int y = 0; y < scan.height; ++y) {
    for (int x = 0; x < scan.width; ++x) {
      // From full light on the left to half of it on the right.
      scan.row(y)[x] = static_cast<std::uint8_t>(scan.row(y)[x] * (1200 - x) / 1200);
    }
  }
  const CleanPage page = cleaned(scan);
  EXPECT_EQ(page.ink.pixels, test::ink_of(page_of_figures()).pixels);
  EXPECT_GE(page.gray.row(770)[20], 250);
  EXPECT_GE(page.gray.row(770)[580], 250);
}

TEST(CleanPage, AColouredSealFadesAndBlackTextStays) {
  const Raster gray = page_of_figures();
  Raster scan{gray.width, gray.height, 3, 150, 150, {}};
  for (const std::uint8_t level : gray.pixels) scan.pixels.insert(scan.pixels.end(), 3, level);
  for (int y = 755; y < 795; ++y) {
    for (int x = 300; x < 380; ++x) {
      std::uint8_t* pixel = scan.row(y) + static_cast<std::ptrdiff_t>(3) * x;
      pixel[0] = 235, pixel[1] = 40, pixel[2] = 40;
    }
  }
  const CleanPage page = cleaned(scan);
  EXPECT_EQ(page.gray.channels, 1);
  EXPECT_EQ(page.ink.pixels, test::ink_of(gray).pixels);
}

TEST(CleanPage, AFaxGetsSquarePixels) {
  Raster scan = paper(408, 196, 204);
  scan.dpi_y = 98;
  const CleanPage page = cleaned(scan);
  EXPECT_EQ(page.dpi, 204);
  EXPECT_EQ(page.gray.width, 408);
  EXPECT_EQ(page.gray.height, 408);
  EXPECT_EQ(page.ink.height, 408);
}

TEST(CleanPage, TiltUpToThreeDegreesIsRemoved) {
  Raster upright = paper(1200, 1200, 150);
  write_figures(upright, {120, 120, 1080, 1080});
  for (const double tilt : {-3.0, -1.0, 0.0, 0.4, 3.0}) {
    const CleanPage page = cleaned(tilted(upright, tilt), true);
    EXPECT_EQ(page.turned_deg, 0) << tilt;
    EXPECT_THAT(page.skew_deg, DoubleNear(tilt, 0.06));
    // What is left of the tilt is found by looking again.
    EXPECT_THAT(cleaned(page.gray, true).skew_deg, DoubleNear(0, 0.06)) << tilt;
  }
}

TEST(CleanPage, APageIsTheSameToThePixelWhicheverWayItLay) {
  // Under a lamp that leaves a side dim, tilted, its sides no multiple of any reduction.
  Raster lit = paper(601, 803, 150, 250);
  write_figures(lit, {60, 60, 540, 740});
  lit = tilted(lit, 1.0);
  for (int y = 0; y < lit.height; ++y) {
    for (int x = 0; x < lit.width; ++x) {
      std::uint8_t& level = lit.pixels[static_cast<std::size_t>(y) * lit.width + x];
      level = static_cast<std::uint8_t>(level * (600 + x) / 1201);
    }
  }
  const CleanPage upright = cleaned(lit, true);
  ASSERT_EQ(upright.turned_deg, 0);
  for (const int turn : {90, 180, 270}) {
    const CleanPage page = cleaned(turned(lit, turn), true);
    EXPECT_EQ(page.turned_deg, turn);
    EXPECT_EQ(page.gray.pixels, upright.gray.pixels) << turn;
    EXPECT_EQ(page.ink.pixels, upright.ink.pixels) << turn;
  }
}

TEST(CleanPage, APageThatNeedsNoStraighteningIsLeftTilted) {
  EXPECT_EQ(cleaned(tilted(page_of_figures(), 2)).skew_deg, 0);
}

TEST(CleanPage, AFlatPageHasNoBend) {
  EXPECT_FALSE(cleaned(test::table_page(), true).bend);
  EXPECT_FALSE(cleaned(tilted(test::table_page(), 1.3), true).bend);
}

TEST(CleanPage, ABendIsRemovedAndBoxesAreThoseOfTheBentPage) {
  Raster flat = test::table_page();
  fill(flat, {110, 1065, 200, 1085});  // a mark on the last rule, which the fold takes down by 22 px
  const Raster scan = test::warped(flat, test::at_a_fold(1200, 1200, -36));
  for (const int turn : {0, 90, 180, 270}) {
    const Raster displayed = turned(scan, turn);
    const CleanPage page = cleaned(displayed, true);
    ASSERT_EQ(page.turned_deg, turn);
    ASSERT_TRUE(page.bend) << turn;
    // The last rule is straight: the ink of one line of pixels, from end to end.
    int foot = page.ink.height - 1;
    const auto is_rule = [&](int y) {
      return std::count(page.ink.row(y), page.ink.row(y) + page.ink.width, 255) > 980;
    };
    while (foot > 0 && !is_rule(foot)) --foot;
    ASSERT_GT(foot, 1000) << turn;
    // The box of the mark on the straight page is ink where the page is displayed.
    const Box box = to_page_box(page, {140, foot - 20, 170, foot - 14});
    const double scale = 150 / 72.0;
    const PixelBox seen{static_cast<int>(box.x0 * scale), static_cast<int>(box.y0 * scale),
                        static_cast<int>(box.x1 * scale), static_cast<int>(box.y1 * scale)};
    EXPECT_TRUE(is_blank(displayed, seen, test::kBlack)) << turn;
  }
}

TEST(CleanPage, TheDarkAroundABentPageGoes) {
  Raster scan = test::warped(test::table_page(), test::at_an_angle(1200, 1200, 0.08));
  fill(scan, {0, 0, 25, 1200});
  const CleanPage page = cleaned(scan, true);
  ASSERT_TRUE(page.bend);
  EXPECT_TRUE(is_blank(page.ink, {0, 0, 60, 1200}, 0));
}

TEST(ToPageBox, ScalesToPoints) {
  CleanPage page = test::clean_page_of(paper(600, 800, 144), 14);
  EXPECT_EQ(to_page_box(page, {20, 40, 60, 100}), (Box{10, 20, 30, 50}));
}

TEST(ToPageBox, UndoesQuarterTurns) {
  // The upright page is 600 x 800; its top left corner as the displayed page shows it.
  CleanPage page = test::clean_page_of(paper(600, 800, 72), 14);
  const PixelBox corner{0, 0, 10, 20};
  page.turned_deg = 90;  // displayed 800 x 600, the corner at the top right
  EXPECT_EQ(to_page_box(page, corner), (Box{780, 0, 800, 10}));
  page.turned_deg = 180;
  EXPECT_EQ(to_page_box(page, corner), (Box{590, 780, 600, 800}));
  page.turned_deg = 270;
  EXPECT_EQ(to_page_box(page, corner), (Box{0, 590, 20, 600}));
}

TEST(ToPageBox, UndoesTheTilt) {
  // A mark drawn on a tilted page is found by the box of where cleaning put it.
  Raster upright = page_of_figures();
  fill(upright, {500, 100, 530, 130});
  CleanPage page = test::clean_page_of(upright, 14);
  page.skew_deg = 3;
  const Box box = to_page_box(page, {500, 100, 530, 130});
  const Raster displayed = tilted(upright, 3);
  const double scale = page.dpi / 72;
  const int x = static_cast<int>((box.x0 + box.x1) / 2 * scale);
  const int y = static_cast<int>((box.y0 + box.y1) / 2 * scale);
  EXPECT_TRUE(is_blank(displayed, {x - 10, y - 10, x + 10, y + 10}, 0));
  EXPECT_NEAR(box.width() * scale, 30 * (0.9986 + 0.0523), 0.5);  // the hull: cos 3 + sin 3
}

TEST(TurnUpsideDown, TwiceIsNothing) {
  const CleanPage before = test::clean_page_of(page_of_figures(), 14);
  CleanPage page = before;
  turn_upside_down(page);
  EXPECT_EQ(page.turned_deg, 180);
  EXPECT_NE(page.gray.pixels, before.gray.pixels);
  turn_upside_down(page);
  EXPECT_EQ(page.turned_deg, 0);
  EXPECT_EQ(page.gray.pixels, before.gray.pixels);
  EXPECT_EQ(page.ink.pixels, before.ink.pixels);
}

TEST(TurnUpsideDown, TheBendTurnsWithThePage) {
  CleanPage page = test::clean_page_of(paper(600, 800, 72), 14);
  page.bend = Bend{600, 800, {}, {}};
  page.bend->rows.terms[0][0] = 20;
  const PixelBox box{500, 100, 530, 120};
  const Box before = to_page_box(page, box);
  turn_upside_down(page);
  const Box after = to_page_box(page, {70, 680, 100, 700});
  EXPECT_NEAR(after.x0, before.x0, 1e-6);
  EXPECT_NEAR(after.y0, before.y0, 1e-6);
  EXPECT_NEAR(after.y1, before.y1, 1e-6);
}

}  // namespace
}  // namespace crossfoot
