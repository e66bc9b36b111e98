#include "tools/progress_line.h"

#include <cmath>
#include <cstdio>

namespace crossfoot {

std::string duration(double seconds) {
  const long whole = std::lround(seconds);
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

std::string progress_line(std::string_view input, int done, int total, double seconds) {
  return progress_line(input, "page", done, total, 0, seconds);
}

std::string progress_line(std::string_view what, std::string_view unit, int done, int total,
                          int before, double seconds) {
  const std::string one(unit), many = one + "s";
  const std::string line = std::string(what) + ": " + std::to_string(done) + " of " +
                           std::to_string(total) + " " + (total == 1 ? one : many);
  constexpr double kFirst_s = 1;  // before that a rate is a guess
  if (done <= before || done >= total || seconds < kFirst_s) return line;
  const double rate = (done - before) / seconds;
  char number[32];
  std::snprintf(number, sizeof number, "%.1f", rate >= 1 ? rate : 1 / rate);
  return line + ", " + number + (rate >= 1 ? " " + many + "/s" : " s/" + one) + ", " +
         duration((total - done) / rate) + " left";
}

}  // namespace crossfoot
