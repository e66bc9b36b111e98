#include "tools/table_heading.h"

namespace crossfoot {

std::string table_heading(const Table& table) {
  std::string heading = table.title.empty() ? table.id : table.title;
  if (!table.unit.empty()) heading += " (" + table.unit + ")";
  const std::vector<int> pages = table.pages();
  if (pages.size() == 1) heading += ", page " + std::to_string(pages.front());
  if (pages.size() > 1) {
    heading += ", pages " + std::to_string(pages.front()) + "-" + std::to_string(pages.back());
  }
  return heading;
}

}  // namespace crossfoot
