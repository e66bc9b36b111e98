// Lines from the horizontal projection of ink.
//
// Rows of pixels with ink form bands; a band is a line. Two things go wrong with that, and both are
// told by height, measured in text heights (that of a digit):
//   - a character with white inside (二, 三, 一 alone, i, :) makes several flat bands. A flat band
//     joins its nearer neighbour as long as both together are no higher than a line;
//   - touching lines make one high band. It is cut at the emptiest row near each multiple of the
//     line height.
//
// Works on regions the width of a cell or of a deskewed page; a tilt of more than a text height over
// the region's width merges lines.
#include "extract/text_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace crossfoot {
namespace {

// In text heights; a CJK character is 1.3 high, with descenders and brackets a line reaches 1.6.
constexpr double kFlat = 0.62;
constexpr double kHighestLine = 1.75;
constexpr double kTouching = 2.3;    // higher than any single line of body text
constexpr double kLinePitch = 1.75;  // from line to line at the tightest setting
constexpr double kFlatJoin = 0.75;   // white between a flat band and the one it belongs to
constexpr double kPieceGap = 2.6;    // wider than two full-width spaces

struct Band {
  int y0 = 0, y1 = 0;
  int height() const { return y1 - y0; }
};

std::vector<int> row_profile(const Raster& ink, const PixelBox& region) {
  std::vector<int> profile(region.height(), 0);
  for (int y = region.y0; y < region.y1; ++y) {
    const std::uint8_t* row = ink.row(y);
    profile[y - region.y0] =
        static_cast<int>(std::count(row + region.x0, row + region.x1, std::uint8_t{255}));
  }
  return profile;
}

std::vector<Band> bands_of(const std::vector<int>& profile) {
  std::vector<Band> bands;
  const int height = static_cast<int>(profile.size());
  for (int y = 0; y < height; ++y) {
    if (profile[y] == 0) continue;
    const int begin = y;
    while (y < height && profile[y] > 0) ++y;
    bands.push_back({begin, y});
  }
  return bands;
}

void join_flat_bands(std::vector<Band>& bands, double text_height) {
  for (std::size_t i = 0; i < bands.size() && bands.size() > 1;) {
    if (bands[i].height() >= kFlat * text_height) {
      ++i;
      continue;
    }
    const auto gap_to = [&](std::size_t a, std::size_t b) {  // a above b
      const bool fits = bands[b].y1 - bands[a].y0 <= kHighestLine * text_height &&
                        bands[b].y0 - bands[a].y1 <= kFlatJoin * text_height;
      return fits ? bands[b].y0 - bands[a].y1 : -1;
    };
    const int above = i > 0 ? gap_to(i - 1, i) : -1;
    const int below = i + 1 < bands.size() ? gap_to(i, i + 1) : -1;
    if (above < 0 && below < 0) {
      ++i;
      continue;
    }
    const std::size_t upper = below < 0 || (above >= 0 && above <= below) ? i - 1 : i;
    bands[upper].y1 = bands[upper + 1].y1;
    bands.erase(bands.begin() + static_cast<std::ptrdiff_t>(upper) + 1);
    i = upper;
  }
}

std::vector<Band> cut_high_bands(const std::vector<Band>& bands, const std::vector<int>& profile,
                                 double text_height) {
  std::vector<Band> lines;
  for (Band band : bands) {
    while (band.height() > kTouching * text_height) {
      // The emptiest row where the first line must end.
      const int from = band.y0 + static_cast<int>(0.8 * text_height);
      const int to = std::min(band.y1 - static_cast<int>(0.6 * text_height),
                              band.y0 + static_cast<int>(kLinePitch * 1.25 * text_height));
      const auto emptiest = std::min_element(profile.begin() + from, profile.begin() + to);
      const int cut = static_cast<int>(emptiest - profile.begin());
      const int fullest =
          *std::max_element(profile.begin() + band.y0, profile.begin() + band.y1);
      // Large type has no thin row: it stays whole.
      if (*emptiest > fullest / 4) break;
      lines.push_back({band.y0, cut});
      band.y0 = cut + 1;
    }
    lines.push_back(band);
  }
  return lines;
}

// Smallest box around the ink of the band; empty when there is none.
PixelBox trimmed(const Raster& ink, PixelBox box) {
  int left = box.x1, right = box.x0, top = box.y1, bottom = box.y0;
  for (int y = box.y0; y < box.y1; ++y) {
    const std::uint8_t* row = ink.row(y);
    for (int x = box.x0; x < box.x1; ++x) {
      if (row[x] == 0) continue;
      left = std::min(left, x);
      right = std::max(right, x + 1);
      top = std::min(top, y);
      bottom = std::max(bottom, y + 1);
    }
  }
  if (right <= left) return {box.x0, box.y0, box.x0, box.y0};
  return {left, top, right, bottom};
}

// Cuts a line at columns of white wider than kPieceGap.
void cut_pieces(const Raster& ink, const PixelBox& line, double text_height,
                std::vector<PixelBox>& pieces) {
  std::vector<bool> inked(line.width(), false);
  for (int y = line.y0; y < line.y1; ++y) {
    const std::uint8_t* row = ink.row(y) + line.x0;
    for (int x = 0; x < line.width(); ++x) {
      if (row[x] != 0) inked[x] = true;
    }
  }
  int begin = 0, white = 0;
  for (int x = 0; x <= line.width(); ++x) {
    const bool end = x == line.width();
    if (!end && !inked[x]) {
      ++white;
      continue;
    }
    if (white > kPieceGap * text_height) {
      pieces.push_back(trimmed(ink, {line.x0 + begin, line.y0, line.x0 + x - white, line.y1}));
      begin = x;
    }
    white = 0;
    if (end) pieces.push_back(trimmed(ink, {line.x0 + begin, line.y0, line.x0 + x, line.y1}));
  }
}

}  // namespace

std::vector<PixelBox> split_lines(const Raster& ink, const PixelBox& region,
                                  double text_height_px) {
  if (region.empty()) return {};
  const std::vector<int> profile = row_profile(ink, region);
  std::vector<Band> bands = bands_of(profile);
  join_flat_bands(bands, text_height_px);
  std::vector<PixelBox> lines;
  for (const Band& band : cut_high_bands(bands, profile, text_height_px)) {
    const PixelBox line = trimmed(
        ink, {region.x0, region.y0 + band.y0, region.x1, region.y0 + band.y1});
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

std::vector<PixelBox> split_pieces(const Raster& ink, const PixelBox& region,
                                   double text_height_px) {
  std::vector<PixelBox> pieces;
  for (const PixelBox& line : split_lines(ink, region, text_height_px)) {
    cut_pieces(ink, line, text_height_px, pieces);
  }
  std::erase_if(pieces, [](const PixelBox& piece) { return piece.empty(); });
  return pieces;
}

}  // namespace crossfoot
