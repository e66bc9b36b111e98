// The searches for relations. Each looks for one kind of structure and appends what it believes.
#pragma once

#include <vector>

#include "reconcile/check.h"
#include "reconcile/figures.h"
#include "reconcile/table_view.h"

namespace crossfoot {

struct ItemColumn;

struct DocumentView {
  const TableDocument& document;
  const std::vector<TableView>& views;
  const std::vector<ItemColumn>& columns;
  Figures& figures;  // searches add the figures they read in sentences and in mixed cells
};

using Relations = std::vector<Relation>;

// Within a row: a column headed 合计, 小计, total … is the sum of its siblings in the header tree.
void find_row_sums(const DocumentView& document, Relations& relations);
// Down a column: a code's figure is the sum of the codes it is a prefix of, headings above codes
// sum what they head, and total rows sum the roots.
void find_code_sums(const DocumentView& document, Relations& relations);
// Down a column without codes: total rows and enumerated headings.
void find_total_rows(const DocumentView& document, Relations& relations);
// Down a column without words: a figure that is the running sum of those above it.
void find_running_sums(const DocumentView& document, Relations& relations);
// Two sides of one table with the same total. Reads the total rows found before.
void find_balances(const DocumentView& document, Relations& relations);
// The whole budget in forms and lists of projects. Reads the balances found before; gives forms
// without a unit theirs.
void find_whole_budget(const DocumentView& document, Relations& relations);
// The same item twice in a table of years, and opening = last year's closing.
void find_repeated_rows(const DocumentView& document, Relations& relations);
// The same item in two tables.
void find_cross_table(const DocumentView& document, Relations& relations);
// Fields and indicators of forms against figures of alike names; adds the figures it reads in
// cells.
void find_indicators(const DocumentView& document, Relations& relations);
// Blanks where another table has a figure. Reads the relations between tables found before.
void find_blanks(const DocumentView& document, Relations& relations);
// Sentences of the text against themselves and against the tables.
void find_narrative(const DocumentView& document, Relations& relations);
// Within a row: columns of differences, growth, completion and shares.
void find_comparison_columns(const DocumentView& document, Relations& relations);
// Percentages, scores and weights.
void find_ratios(const DocumentView& document, Relations& relations);

// All of them; one relation for one target and set of terms. Order: by search, then by place.
Relations infer_relations(const DocumentView& document);

}  // namespace crossfoot
