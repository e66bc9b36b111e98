// Compares the tables of two versions of a document.
#pragma once

#include <optional>
#include <vector>

#include "tools/compare/agreement.h"
#include "tools/compare/align_tables.h"
#include "tools/compare/differences.h"
#include "reconcile/table.h"

namespace crossfoot {

// A pair of tables, or one that has no partner.
struct TableComparison {
  std::optional<int> expected, actual;  // index in the documents' tables; at least one is there
  TableAlignment alignment;             // empty for a table without partner
  std::vector<Difference> differences;  // of a pair

  bool is_lost() const { return !actual; }
  bool is_added() const { return !expected; }
  bool is_equal() const { return expected && actual && differences.empty(); }
};

struct Comparison {
  std::vector<TableComparison> tables;  // the expected ones in their order, then the added ones
  Agreement agreement;                  // always exact, whatever the options let pass

  bool is_equal() const;
};

// Pure. With `only_amounts` a lost or added table without any amount is left out.
Comparison compare(const TableDocument& expected, const TableDocument& actual,
                   const CompareOptions& options = {});

}  // namespace crossfoot
