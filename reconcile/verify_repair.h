// Checks a repair a second time, by code that shares nothing with the search for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reconcile/check.h"

namespace crossfoot {

// Why the repaired cell of `document` is not borne out by the relations, or nothing when it is: its
// text differs from what was read, and more of the sums it stands in hold than fail for the texts
// as they are printed in the document now.
std::optional<std::string> repair_defect(const TableDocument& document, const CellRef& repaired,
                                         const std::vector<Relation>& relations);

}  // namespace crossfoot
