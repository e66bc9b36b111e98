// The unit of a table that prints none, by the figures it shares with tables that do.
#pragma once

#include <vector>

#include "reconcile/figures.h"
#include "reconcile/item_rows.h"
#include "reconcile/table_view.h"

namespace crossfoot {

// Gives figures of tables without a money unit the unit (千元, 万元) in which they agree with the
// same items of other tables; leaves them as they are where none agrees. O(figures log figures).
void find_missing_units(const std::vector<TableView>& views, const std::vector<ItemColumn>& columns,
                        Figures& figures);

}  // namespace crossfoot
