// Whether a document says that its figures are rounded.
#pragma once

#include <optional>

#include "reconcile/table.h"

namespace crossfoot {

// The page of the first note that says so, in a paragraph or a cell; nothing without one. Linear in
// the text.
std::optional<int> rounding_note_page(const TableDocument& document);

}  // namespace crossfoot
