#include "tools/page_ranges.h"

#include <algorithm>
#include <charconv>

namespace crossfoot {
namespace {

std::optional<int> page_number(std::string_view text) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number < 1) return std::nullopt;
  return number;
}

std::optional<PageRange> page_range(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = page_number(text.substr(0, dash));
  if (!first) return std::nullopt;
  if (dash == std::string_view::npos) return PageRange{*first, *first};
  if (dash + 1 == text.size()) return PageRange{*first, std::nullopt};
  const auto last = page_number(text.substr(dash + 1));
  if (!last || *last < *first) return std::nullopt;
  return PageRange{*first, *last};
}

}  // namespace

std::optional<std::vector<PageRange>> parse_page_ranges(std::string_view text) {
  std::vector<PageRange> ranges;
  while (true) {
    const std::size_t comma = text.find(',');
    const auto range = page_range(text.substr(0, comma));
    if (!range) return std::nullopt;
    ranges.push_back(*range);
    if (comma == std::string_view::npos) return ranges;
    text.remove_prefix(comma + 1);
  }
}

std::string to_string(const std::vector<PageRange>& ranges) {
  std::string text;
  for (const PageRange& range : ranges) {
    text += (text.empty() ? "" : ",") + std::to_string(range.first);
    if (range.last == range.first) continue;
    text += range.last ? "-" + std::to_string(*range.last) : "-";
  }
  return text;
}

ChosenPages choose_pages(const std::vector<PageRange>& ranges, int page_count) {
  ChosenPages chosen;
  std::vector<bool> wanted(page_count + 1, ranges.empty());
  for (const PageRange& range : ranges) {
    const int last = std::min(range.last.value_or(page_count), page_count);
    for (int page = range.first; page <= last; ++page) wanted[page] = true;
    if (range.first > page_count) {
      chosen.missing.push_back(range);
    } else if (range.last && *range.last > page_count) {
      chosen.missing.push_back({page_count + 1, range.last});
    }
  }
  for (int page = 1; page <= page_count; ++page) {
    if (wanted[page]) chosen.pages.push_back(page);
  }
  return chosen;
}

}  // namespace crossfoot
