#pragma once

#include <vector>

#include "extract/text_source.h"
#include "reconcile/table.h"

namespace crossfoot {

// Joins the lines of running text to paragraphs, in the order of the lines. A line begins a new one
// when it is indented, when the line before ends short of the right margin, or when the distance to
// it is larger than within a paragraph. lines: top to bottom, then left to right.
std::vector<Paragraph> join_paragraphs(const std::vector<TextLine>& lines, const CleanPage& page,
                                       int page_number);

}  // namespace crossfoot
