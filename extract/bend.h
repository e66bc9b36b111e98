// How far what is printed straight is from straight on a page seen at an angle or bent by a fold.
#pragma once

#include <array>
#include <utility>

namespace crossfoot {

// u: along, v: across, both -1 to 1 over the page. Displacement across, in px, of what runs along:
// the sum of terms[a][b] * u^(a + 1) * v^b, so that nothing moves where u is 0.
struct BendField {
  static constexpr int kAlong = 6, kAcross = 4;
  using Terms = std::array<std::array<double, kAcross>, kAlong>;
  // Coordinates beyond are held at these limits: outside of what was seen the field is constant.
  struct Limits {
    double from = -1, to = 1;
  };
  Terms terms{};
  Limits along, across;

  double at(double u, double v) const;
  // How much closer together than at u = 0 things stand across at u, on a page that is `breadth` px
  // across: above 1 where the page is further away.
  double distance(double u, double breadth) const;
};

// A page of width x height px. Rows run along x and are displaced in y, columns the other way
// round. Columns are moved apart where rows stand closer together, and rows where columns do.
struct Bend {
  double width = 0, height = 0;
  BendField rows, columns;

  // Where on the bent page a point of the straight page is, in px.
  std::pair<double, double> bent(double x, double y) const;
  // The bend of the same page on its head.
  Bend upside_down() const;
};

}  // namespace crossfoot
