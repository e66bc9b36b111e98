// The code that names each row of a panel.
#pragma once

#include <string>
#include <vector>

#include "reconcile/table_view.h"

namespace crossfoot {

// In the order of `rows`, which panel_rows gave for the panel: digits only, three or more, "" where
// a row has no code. O(rows log rows).
std::vector<std::string> row_codes(const TableView& view, const Segment& segment,
                                   const Panel& panel, const std::vector<PanelRow>& rows);

}  // namespace crossfoot
