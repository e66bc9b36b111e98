// Finds the relations a document implies, checks them with exact arithmetic, and says of every
// figure what is known about it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reconcile/amount.h"
#include "reconcile/table.h"

namespace crossfoot {

// A cell by the index of its table in TableDocument::tables and its top left slot.
struct CellRef {
  int table = 0, row = 0, col = 0;
  auto operator<=>(const CellRef&) const = default;
};

enum class RelationKind {
  row_sum, column_sum, hierarchy, balance, cross_table, narrative, ratio, score, rule
};

// Why a relation is believed: hard when the document implies it, soft when it is only plausible.
enum class Strength { hard, soft };

struct Term {
  CellRef cell;
  int sign = 1;
};

// target = sum of sign x term.
struct Relation {
  RelationKind kind = RelationKind::row_sum;
  Strength strength = Strength::hard;
  CellRef target;
  std::vector<Term> terms;
  std::string reason;  // what in the document says so, for a person: "208 = 20805 + 20808"
};

enum class Verdict { source_error, reading_error, rounding, unexplained };

// A relation after it was checked. Amounts are absent only where they do not fit 18 digits.
struct Finding {
  Relation relation;
  bool holds = false;
  std::optional<Verdict> verdict;  // only where it does not hold
  Amount stated, computed, difference, tolerance;
  std::vector<CellRef> culprits;
  std::string message;
};

struct CheckSummary {
  int relations = 0, hold = 0, fail = 0;
  int amounts = 0, proved = 0, repaired = 0, suspect = 0;
};

struct CheckResult {
  TableDocument document;  // the input with status and why set on its cells
  std::vector<Finding> findings;
  CheckSummary summary;
};

// Pure: the same document gives the same result. O(n log n) in the number of cells.
CheckResult check(TableDocument document);

const char* name_of(RelationKind kind);  // "row-sum"
const char* name_of(Verdict verdict);    // "source-error"
const char* name_of(CellStatus status);  // "proved"

}  // namespace crossfoot
