#include "tools/output_names.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <set>

namespace crossfoot {

std::vector<std::string> output_stems(const std::vector<std::string>& inputs) {
  std::vector<std::string> stems;
  std::set<std::string> taken;
  for (const std::string& input : inputs) {
    std::string stem = input == "-" ? "stdin" : std::filesystem::path(input).stem().string();
    const std::string wanted = stem;
    for (int n = 2; !taken.insert(stem).second; ++n) stem = wanted + "-" + std::to_string(n);
    stems.push_back(stem);
  }
  return stems;
}

std::vector<std::string> table_file_names(const std::string& stem, const std::vector<Table>& tables,
                                          const std::string& extension) {
  std::vector<std::string> names;
  std::map<int, int> tables_of_page;
  for (const Table& table : tables) {
    const int page = table.parts.empty() ? 0 : table.parts.front().page;
    char place[48];
    std::snprintf(place, sizeof place, "-p%03d-t%d.", page, ++tables_of_page[page]);
    names.push_back(stem + place + extension);
  }
  return names;
}

}  // namespace crossfoot
