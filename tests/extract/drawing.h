// Small worlds for the tests of extract/: pages drawn pixel by pixel, without any imaging library.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/clean_page.h"
#include "extract/raster.h"

namespace crossfoot::test {

constexpr std::uint8_t kBlack = 0, kWhite = 255;

Raster paper(int width, int height, double dpi, std::uint8_t level = kWhite);

// Paints a rectangle, cut at the edges of the raster. One channel.
void fill(Raster& raster, const PixelBox& box, std::uint8_t level = kBlack);

// Digits and , . - in a dot matrix of 5 x 7, each dot a square of dot x dot pixels, 6 dots from
// character to character; a comma hangs a dot below the foot. (x, y): top left of the text.
void write_text(Raster& raster, int x, int y, std::string_view text, int dot = 2);

// A block of text: numbers with commas and points in lines, 14 dots from line to line.
void write_figures(Raster& raster, const PixelBox& box, int dot = 2);

// Where on a flat page, in px, what is seen at (x, y) comes from.
using Places = std::function<std::pair<double, double>(double x, double y)>;

// The raster as it is seen: nearest pixel, white beyond its edges.
Raster warped(const Raster& raster, const Places& source);

// Paper that sinks into a fold at its left edge: head and foot of that edge are displaced by most_px.
Places at_a_fold(double width, double height, double most_px);

// A camera held at an angle: the page's right edge is larger than its left by the share `nearer`,
// its foot than its head by half of that.
Places at_an_angle(double width, double height, double nearer);

// 1200 x 1200 px at 150 dpi, figures of 14 px height in a table ruled in both directions, 3 px thick:
// rows at y = 110, 180, ... 1090, columns at x = 100, 350, ... 1100 (the edges of the rules).
Raster table_page();

// The raster turned counter-clockwise about its centre, nearest pixel, white beyond its edges.
Raster tilted(const Raster& raster, double counter_clockwise_deg);

// 255 where ink is, from gray: what clean_page makes of it.
Raster ink_of(const Raster& gray);

// A clean page around a gray raster that needs no cleaning.
CleanPage clean_page_of(const Raster& gray, double text_height_px);

// A raster from rows of text, '#' for ink (255) and anything else for none (0).
Raster ink_map(const std::vector<std::string>& rows);

bool is_blank(const Raster& raster, const PixelBox& box, std::uint8_t level);

}  // namespace crossfoot::test
