// Columns from white that runs through the whole body, not line by line:
//
//   Freight and carriage    1,204   (1,310)        pieces per x:  ███████████   █████   ███████
//   Wages                     877        -    ──▶  bands:         [0        ]   [1  ]   [2    ]
//   Depreciation of plant      48       51
//
// The profile counts, for every x, the lines with a piece there. Where next to none has, columns are
// apart. "Next to none" allows a line in kTolerated to run across (a long label, a section heading),
// because one such line would otherwise join two columns for good. Lines of a paragraph in a cell that
// spans columns, as forms have them, are left out from the start. How wide the white must be depends
// on how many lines agree on it: a space repeated in two lines is chance, in five lines it is not.
//
// Lines are counted, not pixels, so a column with one entry in the whole table is still a band; if
// only one line crosses elsewhere the entry must not be taken for a crossing, which is why the
// tolerance applies only to pieces that reach over bands that others keep apart.
// (T-Recs, Kieninger 1998, joins words that overlap in x from line to line, which fails at the first
// long label; profiles over the region are the method of Hu et al. 2000 and Nurminen 2013.)
#include "extract/whitespace_columns.h"

#include <algorithm>
#include <cmath>

namespace crossfoot {
namespace {

// A line in this many may run across.
constexpr int kTolerated = 9;

// White between columns, in text heights, for two lines and for kManyLines or more.
constexpr double kWidestWhite = 1.2, kNarrowestWhite = 0.45;
constexpr int kManyLines = 6;
constexpr int kFewestLines = 3;  // that show columns against a narrow gap, or against a paragraph

// A piece of text wider than this share of the region may be a paragraph across columns.
constexpr double kParagraph = 0.5;

// What a piece may reach into a band's end and still not be of it, in text heights.
constexpr double kTrifle = 0.5;

using Lines = std::vector<std::vector<BodyPiece>>;

std::vector<ColumnBand> bands_of(const Lines& lines, const std::vector<bool>& left_out,
                                 const std::vector<double>& dividers, double white) {
  std::vector<ColumnBand> stretches;
  std::size_t at = 0;
  for (const auto& line : lines) {
    for (const BodyPiece& piece : line) {
      if (!left_out[at++]) {
        stretches.push_back({static_cast<double>(piece.box.x0), static_cast<double>(piece.box.x1)});
      }
    }
  }
  std::sort(stretches.begin(), stretches.end(),
            [](const ColumnBand& a, const ColumnBand& b) { return a.x0 < b.x0; });
  std::vector<ColumnBand> bands;
  for (const ColumnBand& stretch : stretches) {
    const bool divided = !bands.empty() &&
                         std::any_of(dividers.begin(), dividers.end(), [&](double x) {
                           return x >= bands.back().middle() && x <= stretch.middle() &&
                                  x >= bands.back().x1 - white && x <= stretch.x0 + white;
                         });
    if (bands.empty() || divided || stretch.x0 - bands.back().x1 >= white) {
      bands.push_back(stretch);
    } else {
      bands.back().x1 = std::max(bands.back().x1, stretch.x1);
    }
  }
  return bands;
}

int crossed_by(const PixelBox& piece, const std::vector<ColumnBand>& bands) {
  return static_cast<int>(std::count_if(bands.begin(), bands.end(), [&](const ColumnBand& band) {
    return std::min<double>(band.x1, piece.x1) - std::max<double>(band.x0, piece.x0) > 0;
  }));
}

// Which pieces, line after line, are paragraphs in a cell that spans columns of the other lines.
std::vector<bool> paragraphs_across(const Lines& lines, const std::vector<double>& dividers,
                                    double white) {
  std::vector<const BodyPiece*> pieces;
  for (const auto& line : lines) {
    for (const BodyPiece& piece : line) pieces.push_back(&piece);
  }
  if (pieces.empty()) return {};
  int x0 = pieces.front()->box.x0, x1 = x0;
  for (const BodyPiece* piece : pieces) {
    x0 = std::min(x0, piece->box.x0);
    x1 = std::max(x1, piece->box.x1);
  }
  std::vector<bool> wide;
  int others = 0;  // lines of several pieces without a wide one
  for (const auto& line : lines) {
    const std::size_t begin = wide.size();
    for (const BodyPiece& piece : line) {
      wide.push_back(!piece.is_figure && piece.box.width() > kParagraph * (x1 - x0));
    }
    others += line.size() > 1 && std::find(wide.begin() + static_cast<std::ptrdiff_t>(begin),
                                           wide.end(), true) == wide.end();
  }
  if (others < kFewestLines) return std::vector<bool>(pieces.size(), false);
  const std::vector<ColumnBand> bands = bands_of(lines, wide, dividers, white);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    wide[i] = wide[i] && crossed_by(pieces[i]->box, bands) >= 2;
  }
  return wide;
}

// A column of figures close behind one of labels: line after line has a piece of its own on either
// side of the gap, and nothing but figures stand on the right one. Two words of a label that happen
// to be cut in every line (Q1  2010) hold letters on both sides.
bool is_figures_column(const ColumnBand& left, const ColumnBand& right, const Lines& lines) {
  int both = 0, either = 0;
  for (const auto& line : lines) {
    bool in_left = false, in_right = false;
    for (const BodyPiece& piece : line) {
      in_left = in_left || (piece.box.x0 >= left.x0 && piece.box.x1 <= left.x1);
      if (piece.box.x0 < right.x0 || piece.box.x1 > right.x1) continue;
      in_right = true;
      if (!piece.is_figure) return false;
    }
    both += in_left && in_right ? 1 : 0;
    either += in_left || in_right ? 1 : 0;
  }
  return both >= kFewestLines && 3 * both >= 2 * either;
}

// Bands that stand closer than columns do are one, unless the right one is a column of figures.
std::vector<ColumnBand> joined(const std::vector<ColumnBand>& narrow, const Lines& lines,
                               const std::vector<double>& dividers, double white) {
  std::vector<ColumnBand> bands;
  for (const ColumnBand& band : narrow) {
    const bool divided = !bands.empty() &&
                         std::any_of(dividers.begin(), dividers.end(), [&](double x) {
                           return x >= bands.back().middle() && x <= band.middle();
                         });
    if (bands.empty() || divided || band.x0 - bands.back().x1 >= white ||
        is_figures_column(bands.back(), band, lines)) {
      bands.push_back(band);
    } else {
      bands.back().x1 = band.x1;
    }
  }
  return bands;
}

}  // namespace

double needed_white(std::size_t n_lines, double text_height_px) {
  const double share = std::clamp((static_cast<double>(n_lines) - 2) / (kManyLines - 2), 0.0, 1.0);
  return (kWidestWhite + (kNarrowestWhite - kWidestWhite) * share) * text_height_px;
}

std::vector<ColumnBand> whitespace_columns(const Lines& lines, const std::vector<double>& dividers,
                                           double text_height_px) {
  std::vector<const PixelBox*> pieces;
  for (const auto& line : lines) {
    for (const BodyPiece& piece : line) pieces.push_back(&piece.box);
  }
  const double white = needed_white(lines.size(), text_height_px);
  std::vector<bool> left_out = paragraphs_across(lines, dividers, white);
  std::vector<ColumnBand> bands = bands_of(lines, left_out, dividers, white);
  // Leaves out, one at a time, the piece whose absence parts most bands, while few run across.
  const int tolerated = static_cast<int>(lines.size()) / kTolerated;
  for (int n = 0; n < tolerated; ++n) {
    std::size_t best = pieces.size(), most = bands.size();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (left_out[i]) continue;
      left_out[i] = true;
      const auto parted = bands_of(lines, left_out, dividers, white);
      left_out[i] = false;
      // It must cross white that stays between two bands, not be a band's only entry.
      if (parted.size() > most && crossed_by(*pieces[i], parted) >= 2) {
        most = parted.size();
        best = i;
      }
    }
    if (best == pieces.size()) break;
    left_out[best] = true;
    bands = bands_of(lines, left_out, dividers, white);
  }
  return joined(bands_of(lines, left_out, dividers, kNarrowestWhite * text_height_px), lines,
                dividers, white);
}

BandRange bands_under(const std::vector<ColumnBand>& bands, double x0, double x1,
                      double text_height_px) {
  BandRange range{-1, -1};
  int nearest = 0;
  double nearest_distance = 0;
  for (int i = 0; i < static_cast<int>(bands.size()); ++i) {
    const double shared = std::min(x1, bands[i].x1) - std::max(x0, bands[i].x0);
    const double trifle = std::min({kTrifle * text_height_px, (x1 - x0) / 2,
                                    (bands[i].x1 - bands[i].x0) / 2});
    if (shared > trifle) {
      if (range.first < 0) range.first = i;
      range.last = i;
    }
    const double distance = -shared;
    if (i == 0 || distance < nearest_distance) {
      nearest = i;
      nearest_distance = distance;
    }
  }
  if (range.first < 0) return {nearest, nearest};
  return range;
}

}  // namespace crossfoot
