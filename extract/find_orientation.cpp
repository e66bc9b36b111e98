// Orientation from the layout of the ink, without reading it.
//
// Sideways or not: a glyph's nearest neighbour stands beside it in its line, not above it, because
// letters are nearer to each other than lines are (the nearest-neighbour angles of O'Gorman's
// docstrum, PAMI 1993). Most neighbours left and right: upright or on its head; above and below:
// turned by a quarter.
//
// Which way up: commas and full stops hang at the foot of the digits beside them.
//
//      1,234.56        small ink low beside a glyph: upright       95'7€Z'L   high: on its head
//
// Dots that stand over ink of their own (i, j, dots inside Chinese characters) are left out of
// account. With too few of them, or no clear majority, the answer is marked unsure, and the caller
// may read a few lines both ways. Fails on vertical Chinese typesetting, which is taken for turned.
#include "extract/find_orientation.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <unordered_map>
#include <vector>

#include "extract/components.h"

namespace crossfoot {
namespace {

// Body text of disclosures is set in 5 to 16 pt; its glyphs have these sizes.
constexpr double kSmallestGlyphPt = 3, kLargestGlyphPt = 20;
constexpr std::size_t kFewestGlyphs = 20;  // fewer say nothing

// In glyph sizes.
constexpr double kGlyph = 0.55;           // at least, for a component to be a glyph
constexpr double kMark = 0.3;             // at most, for a comma or full stop; rings of % are larger
constexpr double kSmallestMark = 0.08;    // specks are smaller
constexpr double kNeighbourhood = 2;      // how far a neighbour is looked for
constexpr double kBeside = 0.35;          // white between a digit and the comma beside it
constexpr double kFoot = 0.7;             // part of the glyph's height below which its foot is

// Evidence for which way up the page is.
constexpr int kFewestMarks = 8;
constexpr double kClearMajority = 4;

struct Part {
  cv::Rect box;
  double x, y;
  int size() const { return std::max(box.width, box.height); }
};

std::vector<Part> parts_of(const cv::Mat& ink) {
  std::vector<Part> parts;
  for (const InkPart& part : Components(ink).parts()) {
    const cv::Rect& box = part.box;
    parts.push_back({box, box.x + box.width / 2.0, box.y + box.height / 2.0});
  }
  return parts;
}

// Buckets of the size of a neighbourhood, so that neighbours stand in at most nine of them.
class Neighbours {
 public:
  Neighbours(const std::vector<Part>& parts, double reach) : parts_(parts), reach_(reach) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      buckets_[key(bucket(parts[i].x), bucket(parts[i].y))].push_back(i);
    }
  }

  // Calls visit for each part in the buckets around a point.
  template <class Visit>
  void around(double x, double y, Visit visit) const {
    for (int by = bucket(y) - 1; by <= bucket(y) + 1; ++by) {
      for (int bx = bucket(x) - 1; bx <= bucket(x) + 1; ++bx) {
        const auto found = buckets_.find(key(bx, by));
        if (found == buckets_.end()) continue;
        for (const std::size_t i : found->second) visit(parts_[i]);
      }
    }
  }

 private:
  int bucket(double v) const { return static_cast<int>(v / reach_); }
  static std::int64_t key(int x, int y) {
    return static_cast<std::int64_t>(y) * (std::int64_t{1} << 32) + x;
  }
  const std::vector<Part>& parts_;
  double reach_;
  std::unordered_map<std::int64_t, std::vector<std::size_t>> buckets_;
};

bool is_sideways(const std::vector<Part>& glyphs, double size) {
  // A neighbour at less than 30 degrees from an axis is in its direction.
  constexpr double kSlope = 1.7;
  const Neighbours neighbours(glyphs, kNeighbourhood * size);
  int beside = 0, above = 0;
  for (const Part& glyph : glyphs) {
    double nearest = kNeighbourhood * size, dx = 0, dy = 0;
    neighbours.around(glyph.x, glyph.y, [&](const Part& other) {
      const double distance = std::hypot(other.x - glyph.x, other.y - glyph.y);
      if (&other == &glyph || distance >= nearest) return;
      nearest = distance;
      dx = std::abs(other.x - glyph.x);
      dy = std::abs(other.y - glyph.y);
    });
    if (dx > kSlope * dy) ++beside;
    if (dy > kSlope * dx) ++above;
  }
  return above > beside;
}

// Marks at the foot and at the head of the glyphs beside them, in a page whose lines run in x.
std::pair<int, int> marks_at_foot_and_head(const std::vector<Part>& parts,
                                           const std::vector<Part>& glyphs, double size) {
  const Neighbours near_parts(parts, kNeighbourhood * size);
  const Neighbours near_glyphs(glyphs, kNeighbourhood * size);
  int foot = 0, head = 0;
  for (const Part& mark : parts) {
    if (mark.size() > kMark * size || mark.size() < kSmallestMark * size) continue;
    bool over_ink = false;
    near_parts.around(mark.x, mark.y, [&](const Part& other) {
      const bool overlaps = other.box.x < mark.box.x + mark.box.width &&
                            mark.box.x < other.box.x + other.box.width;
      over_ink |= &other != &mark && overlaps && std::abs(other.y - mark.y) < size;
    });
    if (over_ink) continue;
    double nearest = kBeside * size, at = 0.5;
    near_glyphs.around(mark.x, mark.y, [&](const Part& glyph) {
      const double white = std::max(glyph.box.x - mark.box.x - mark.box.width,
                                    mark.box.x - glyph.box.x - glyph.box.width);
      const bool level = mark.y > glyph.box.y - kMark * size &&
                         mark.y < glyph.box.y + glyph.box.height + kMark * size;
      if (!level || white >= nearest) return;
      nearest = white;
      at = (mark.y - glyph.box.y) / glyph.box.height;
    });
    if (at > kFoot) ++foot;
    if (at < 1 - kFoot) ++head;
  }
  return {foot, head};
}

// The parts of the page turned counter-clockwise by a quarter.
void turn_back_a_quarter(std::vector<Part>& parts) {
  for (Part& part : parts) {
    part.box = {part.box.y, -part.box.x - part.box.width, part.box.height, part.box.width};
    std::swap(part.x, part.y);
    part.y = -part.y;
  }
}

std::vector<Part> glyphs_of(const std::vector<Part>& parts, double size) {
  std::vector<Part> glyphs;
  for (const Part& part : parts) {
    if (part.size() >= kGlyph * size && part.size() <= size / kGlyph) glyphs.push_back(part);
  }
  return glyphs;
}

}  // namespace

Orientation find_orientation(const cv::Mat& ink, double dpi) {
  std::vector<Part> parts = parts_of(ink);
  std::vector<int> sizes;
  for (const Part& part : parts) {
    const double pt = part.size() * 72 / dpi;
    if (pt >= kSmallestGlyphPt && pt <= kLargestGlyphPt) sizes.push_back(part.size());
  }
  if (sizes.size() < kFewestGlyphs) return {};
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  const double size = *middle;
  Orientation orientation;
  std::vector<Part> glyphs = glyphs_of(parts, size);
  if (is_sideways(glyphs, size)) {
    orientation.turned_deg = 90;
    turn_back_a_quarter(parts);
    glyphs = glyphs_of(parts, size);
  }
  const auto [foot, head] = marks_at_foot_and_head(parts, glyphs, size);
  if (head > foot) orientation.turned_deg += 180;
  orientation.up_is_sure = foot + head >= kFewestMarks &&
                           std::max(foot, head) >= kClearMajority * std::min(foot, head);
  return orientation;
}

}  // namespace crossfoot
