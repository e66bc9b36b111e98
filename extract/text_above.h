// What the lines above the first table of a page say of whether the last one goes on there.
#pragma once

#include <string>
#include <vector>

#include "reconcile/table.h"

namespace crossfoot {

enum class TextAbove {
  nothing,   // or what every page has: its number, a running header
  marked,    // the heading again, and that it goes on: 续表, (continued)
  repeated,  // the heading again: this table, or another of its kind
  heading,   // text of its own: another table
};

// above: the lines above the table. above_before: those above the table that may go on. page_before:
// the paragraphs of the page on which that one ends. O(lines^2).
TextAbove text_above(const std::vector<Paragraph>& above,
                     const std::vector<Paragraph>& above_before,
                     const std::vector<Paragraph>& page_before);

}  // namespace crossfoot
