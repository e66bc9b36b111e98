// Page numbers as a user writes them: "1-3,7", "5-".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

// Pages first..last, both included, from 1. Without `last` it goes to the end of the document.
struct PageRange {
  int first = 1;
  std::optional<int> last;
  bool operator==(const PageRange&) const = default;
};

// Nothing where the text is not a list of pages: "", "0", "3-1", "1,,2", "x".
std::optional<std::vector<PageRange>> parse_page_ranges(std::string_view text);

// As a user writes them.
std::string to_string(const std::vector<PageRange>& ranges);

struct ChosenPages {
  std::vector<int> pages;          // that the document has; ascending, each once
  std::vector<PageRange> missing;  // that it has not
};

// No ranges choose all pages.
ChosenPages choose_pages(const std::vector<PageRange>& ranges, int page_count);

}  // namespace crossfoot
