#pragma once

#include <vector>

#include "extract/page_tables.h"

namespace crossfoot {

// Joins tables that continue on the next page and gives the document: tables named t1, t2, … in
// order, pages and paragraphs in page order. readings: ascending by page number. join: false leaves
// the parts of a table on several pages tables of their own.
TableDocument stitch_pages(std::vector<PageReading> readings, bool join = true);

}  // namespace crossfoot
