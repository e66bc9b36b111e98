#include "extract/bend.h"

#include <algorithm>

namespace crossfoot {
namespace {

void turn_upside_down(BendField& field) {
  // -f(-u, -v): the sign of u^(a + 1) * v^b, and one more.
  for (int a = 0; a < BendField::kAlong; ++a) {
    for (int b = 0; b < BendField::kAcross; ++b) {
      if ((a + b) % 2 != 0) field.terms[a][b] = -field.terms[a][b];
    }
  }
  for (BendField::Limits* limits : {&field.along, &field.across}) {
    *limits = {-limits->to, -limits->from};
  }
}

}  // namespace

double BendField::at(double u, double v) const {
  u = std::clamp(u, along.from, along.to);
  v = std::clamp(v, across.from, across.to);
  double sum = 0;  // by Horner's rule
  for (int a = kAlong; a-- > 0;) {
    double inner = 0;
    for (int b = kAcross; b-- > 0;) inner = inner * v + terms[a][b];
    sum = sum * u + inner;
  }
  return sum * u;
}

double BendField::distance(double u, double breadth) const {
  constexpr double kNarrowest = 0.05;  // of the page; less does not tell
  const double seen = (across.to - across.from) / 2;
  if (seen < kNarrowest) return 1;
  return 1 + (at(u, across.to) - at(u, across.from)) / (seen * breadth);
}

std::pair<double, double> Bend::bent(double x, double y) const {
  // With u and v for the bent point:
  //   x - width / 2 = (u * width / 2 + columns(v, u)) * distance(u) of the rows
  // and the same for y. Solved by putting in what is known so far, which converges because fields
  // change by less than a pixel each pixel.
  constexpr int kSteps = 12;
  double u = 2 * x / width - 1, v = 2 * y / height - 1;
  const double straight_u = u, straight_v = v;
  for (int i = 0; i < kSteps; ++i) {
    const double next_u = straight_u / rows.distance(u, height) - columns.at(v, u) / (width / 2);
    v = straight_v / columns.distance(v, width) - rows.at(u, v) / (height / 2);
    u = next_u;
  }
  return {(u + 1) * width / 2, (v + 1) * height / 2};
}

Bend Bend::upside_down() const {
  Bend turned = *this;
  turn_upside_down(turned.rows);
  turn_upside_down(turned.columns);
  return turned;
}

}  // namespace crossfoot
