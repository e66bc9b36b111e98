// Counts over the tables of a document, and the summary figures that come from them.
#pragma once

#include <vector>

#include "tools/compare/align_tables.h"
#include "tools/compare/compared_table.h"

namespace crossfoot {

// Sums, so that agreements of several documents add up. Amounts are the expected cells that are
// numbers, texts its other cells that are not empty.
struct Agreement {
  long amounts = 0, amounts_right = 0;
  long suspect = 0;  // amounts whose actual cell is marked suspect
  long silent = 0;   // amounts that are wrong or lost and whose cell is not marked
  long texts = 0, texts_right = 0;
  long characters = 0, character_errors = 0;  // of texts
  long spans_right = 0;                       // of amounts and texts
  long expected_neighbours = 0, actual_neighbours = 0, common_neighbours = 0;
  long expected_tables = 0, actual_tables = 0, matched_tables = 0;
  double tree_similarities = 0;  // summed over the expected tables, 0 for a lost one

  Agreement& operator+=(const Agreement& other);

  // Shares from 0 to 1; 1 where there is nothing to be wrong.
  double cell_accuracy() const;
  double amount_accuracy() const;
  double text_accuracy() const;
  double span_accuracy() const;
  double character_error_rate() const;
  double silent_share() const;
  double suspect_share() const;
  double adjacency_f1() const;
  double detection_f1() const;
  double teds() const;
};

// Of one expected table; `actual` and `alignment` are null for a lost one.
Agreement agreement_of(const ComparedTable& expected, const ComparedTable* actual,
                       const TableAlignment* alignment, const TextPool& pool);
// Of a table that nobody expected.
Agreement agreement_of_added(const ComparedTable& actual);

}  // namespace crossfoot
