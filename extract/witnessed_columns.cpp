// A column ends where more rows are white, with text on both sides, than have text across:
//
//   Name of project  Repair of the north pier        one row is white at the edge of "End", two run
//   Start            2020.1.1   End       2020.12.31  across (a paragraph over three columns); a
//   row Reason           the pier was built in 1931 and   that is white is a sure witness only
//   where all
//                    has not been mended since        its cells are known, hence only with ruled
//                    rows
//
// kWitnesses rows must be white for each that runs across. A cell that lies in such white as a
// whole is a column's only entry. Two neighbouring bands that no row fills both, and that no rule's
// end parts, are one: a centred head over figures at the right edge.
//
// whitespace_columns.h lets one line in nine run across, which is right for statements, where long
// labels are few, and wrong for forms, where half of the rows are paragraphs.
#include "extract/witnessed_columns.h"

#include <algorithm>
#include <cmath>

namespace crossfoot {
namespace {

constexpr int kWitnesses = 2;  // white rows for each row that runs across

// What is white in all rows that bear witness, in text heights: as between columns of many rows.
constexpr double kNarrowestWhite = 0.45;

// In text heights: what a text of one line is high at most, and the least from one line to another.
constexpr double kOneLine = 1.75, kOtherLine = 0.4;

using Rows = std::vector<std::vector<PixelBox>>;

// What the rows with white somewhere between their texts bear witness to.
struct White {
  int rows = 0;
  double narrowest = 0;  // of a row, from text to text
  bool two_texts = false;
};

// Between two neighbouring ends of texts, anywhere on the page.
struct Stretch {
  double x0 = 0, x1 = 0;
  White white;
  int across = 0;  // rows
  bool is_open = false;
};

bool has_divider(const std::vector<double>& dividers, double x0, double x1) {
  return std::any_of(dividers.begin(), dividers.end(),
                     [&](double x) { return x >= x0 && x <= x1; });
}

// One text would go on in its line before it is wrapped: two of several lines are two, and so is one
// of a line that stands at none of the other's first or last.
bool are_two_texts(const PixelBox& left, const PixelBox& right, double h) {
  if (std::min(left.height(), right.height()) > kOneLine * h) return true;
  return std::abs(left.y0 - right.y0) > kOtherLine * h &&
         std::abs(left.y1 - right.y1) > kOtherLine * h;
}

std::vector<Stretch> stretches_of(const Rows& rows, const std::vector<double>& dividers,
                                  double h) {
  std::vector<double> ends;
  for (const auto& row : rows) {
    for (const PixelBox& cell : row) {
      ends.push_back(cell.x0);
      ends.push_back(cell.x1);
    }
  }
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  std::vector<Stretch> stretches;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    Stretch stretch{ends[i - 1], ends[i], {}, 0, false};
    for (const auto& row : rows) {
      const PixelBox *left = nullptr, *right = nullptr;
      bool across = false;
      for (const PixelBox& cell : row) {
        if (cell.x1 <= stretch.x0) {
          if (left == nullptr || cell.x1 > left->x1) left = &cell;
        } else if (cell.x0 >= stretch.x1) {
          if (right == nullptr || cell.x0 < right->x0) right = &cell;
        } else {
          across = true;
        }
      }
      stretch.across += across ? 1 : 0;
      if (left == nullptr || right == nullptr || across) continue;
      White& white = stretch.white;
      const double own = right->x0 - left->x1;
      white.narrowest = white.rows == 0 ? own : std::min(white.narrowest, own);
      ++white.rows;
      white.two_texts = white.two_texts || are_two_texts(*left, *right, h);
    }
    stretch.is_open = stretch.white.rows > kWitnesses * stretch.across ||
                      (stretch.across == 0 && has_divider(dividers, stretch.x0, stretch.x1));
    stretches.push_back(stretch);
  }
  return stretches;
}

// White between two bands separates where each witness's own, from text to text, is as wide as it must
// be with so many, and enough of it is white in all rows. Between what must be two texts any white does.
std::vector<ColumnBand> bands_between(const std::vector<Stretch>& stretches,
                                      const std::vector<double>& dividers, double h) {
  std::vector<ColumnBand> bands;
  White seen;  // since the last band
  for (const Stretch& stretch : stretches) {
    if (stretch.is_open) {
      seen.rows = std::max(seen.rows, stretch.white.rows);
      seen.narrowest = std::max(seen.narrowest, stretch.white.narrowest);
      seen.two_texts = seen.two_texts || stretch.white.two_texts;
      continue;
    }
    const double white = bands.empty() ? 0 : stretch.x0 - bands.back().x1;
    const bool apart =
        bands.empty() ||
        (white > 0 && ((white >= kNarrowestWhite * h &&
                        (seen.two_texts || seen.narrowest >= needed_white(seen.rows, h))) ||
                       has_divider(dividers, bands.back().x1, stretch.x0)));
    if (apart) {
      bands.push_back({stretch.x0, stretch.x1});
    } else {
      bands.back().x1 = stretch.x1;
    }
    seen = {};
  }
  return bands;
}

// Cells that lie in the white between bands make bands of their own.
void add_only_entries(std::vector<ColumnBand>& bands, const Rows& rows) {
  std::vector<ColumnBand> entries;
  for (const auto& row : rows) {
    for (const PixelBox& cell : row) {
      const double x0 = cell.x0, x1 = cell.x1;
      const bool inside = std::none_of(bands.begin(), bands.end(), [&](const ColumnBand& band) {
        return band.x0 < x1 && band.x1 > x0;
      });
      if (inside) entries.push_back({x0, x1});
    }
  }
  std::sort(entries.begin(), entries.end(),
            [](const ColumnBand& a, const ColumnBand& b) { return a.x0 < b.x0; });
  std::vector<ColumnBand> own;
  for (const ColumnBand& entry : entries) {
    if (!own.empty() && entry.x0 < own.back().x1) {
      own.back().x1 = std::max(own.back().x1, entry.x1);
    } else {
      own.push_back(entry);
    }
  }
  bands.insert(bands.end(), own.begin(), own.end());
  std::sort(bands.begin(), bands.end(),
            [](const ColumnBand& a, const ColumnBand& b) { return a.x0 < b.x0; });
}

bool are_both_filled(const ColumnBand& a, const ColumnBand& b, const Rows& rows) {
  const auto fills = [](const PixelBox& cell, const ColumnBand& band) {
    return cell.x0 < band.x1 && cell.x1 > band.x0;
  };
  return std::any_of(rows.begin(), rows.end(), [&](const std::vector<PixelBox>& row) {
    bool in_a = false, in_b = false;
    for (const PixelBox& cell : row) {
      in_a = in_a || (fills(cell, a) && !fills(cell, b));
      in_b = in_b || (fills(cell, b) && !fills(cell, a));
    }
    return in_a && in_b;
  });
}

// Nearest neighbours first.
void join_complements(std::vector<ColumnBand>& bands, const Rows& rows,
                      const std::vector<double>& dividers) {
  for (;;) {
    std::size_t best = 0;
    double least = 0;
    for (std::size_t i = 1; i < bands.size(); ++i) {
      const double white = bands[i].x0 - bands[i - 1].x1;
      if (has_divider(dividers, bands[i - 1].x1, bands[i].x0) ||
          are_both_filled(bands[i - 1], bands[i], rows)) {
        continue;
      }
      if (best == 0 || white < least) {
        best = i;
        least = white;
      }
    }
    if (best == 0) return;
    bands[best - 1].x1 = bands[best].x1;
    bands.erase(bands.begin() + static_cast<std::ptrdiff_t>(best));
  }
}

}  // namespace

std::vector<ColumnBand> witnessed_columns(const Rows& rows, const std::vector<double>& dividers,
                                          double text_height_px) {
  std::vector<ColumnBand> bands =
      bands_between(stretches_of(rows, dividers, text_height_px), dividers, text_height_px);
  add_only_entries(bands, rows);
  join_complements(bands, rows, dividers);
  return bands;
}

}  // namespace crossfoot
