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
  std::string line = std::string(input) + ": " + std::to_string(done) + " of " +
                     std::to_string(total) + (total == 1 ? " page" : " pages");
  constexpr double kFirst_s = 1;  // before that a rate is a guess
  if (done == 0 || done >= total || seconds < kFirst_s) return line;
  const double rate = done / seconds;
  char text[48];
  if (rate >= 1) {
    std::snprintf(text, sizeof text, ", %.1f pages/s", rate);
  } else {
    std::snprintf(text, sizeof text, ", %.1f s/page", 1 / rate);
  }
  return line + text + ", " + duration((total - done) / rate) + " left";
}

}  // namespace crossfoot
