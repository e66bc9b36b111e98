// Line images of a folder with a truth.tsv: file, printed text, font family.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "extract/raster.h"

namespace crossfoot {

struct LineFile {
  std::string file, truth, family;
  Raster image;
};

inline Raster read_pgm(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string magic;
  int width = 0, height = 0, most = 0;
  in >> magic >> width >> height >> most;
  in.get();
  if (!in || magic != "P5" || most != 255) throw std::runtime_error(path + ": not an 8-bit PGM");
  Raster image{width, height, 1, 300, 300, {}};
  image.pixels.resize(static_cast<std::size_t>(width) * height);
  in.read(reinterpret_cast<char*>(image.pixels.data()),
          static_cast<std::streamsize>(image.pixels.size()));
  if (!in) throw std::runtime_error(path + ": ends too early");
  return image;
}

inline std::vector<LineFile> read_line_files(const std::string& folder) {
  std::ifstream truth(folder + "/truth.tsv");
  std::vector<LineFile> lines;
  std::string row;
  while (std::getline(truth, row)) {
    std::istringstream fields(row);
    LineFile line;
    std::getline(fields, line.file, '\t');
    std::getline(fields, line.truth, '\t');
    std::getline(fields, line.family, '\t');
    line.image = read_pgm(folder + "/" + line.file);
    lines.push_back(std::move(line));
  }
  return lines;
}

inline std::vector<Raster> images_of(const std::vector<LineFile>& lines) {
  std::vector<Raster> images;
  for (const LineFile& line : lines) images.push_back(line.image);
  return images;
}

}  // namespace crossfoot
