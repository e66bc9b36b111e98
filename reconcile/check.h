// Finds the relations a document implies, checks them with exact arithmetic, and says of every
// figure what is known about it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "reconcile/amount.h"
#include "reconcile/rules.h"
#include "reconcile/table.h"

namespace crossfoot {

// A cell by the index of its table in TableDocument::tables and its top left slot.
struct CellRef {
  int table = 0, row = 0, col = 0;
  auto operator<=>(const CellRef&) const = default;
};

// A figure inside running text: bytes [begin, end) of TableDocument::text[paragraph].text.
struct TextRef {
  int paragraph = 0, begin = 0, end = 0;
  auto operator<=>(const TextRef&) const = default;
};

using FigureRef = std::variant<CellRef, TextRef>;

enum class RelationKind {
  row_sum,
  column_sum,
  hierarchy,
  balance,
  cross_table,
  narrative,
  ratio,
  score,
  rule
};

// Why a relation is believed: hard when the document implies it, soft when it is only plausible.
enum class Strength { hard, soft };

// How the terms make the target.
enum class Form {
  sum,      // target = sum of sign x term
  ratio,    // target = 100 x (sum of sign x term) / (sum of sign x divisor term), a percentage
  product,  // target = product of the terms / 100, a weight times a percentage
  about,    // as sum, within twice its tolerance
  at_most,  // target <= sum of sign x term
};

struct Term {
  FigureRef figure;
  int sign = 1;
  bool divisor = false;  // only in Form::ratio
};

struct Relation {
  RelationKind kind = RelationKind::row_sum;
  Strength strength = Strength::hard;
  Form form = Form::sum;
  FigureRef target;
  std::vector<Term> terms;
  std::string reason;  // what in the document says so, for a person: "208 = 20805 + 20808"

  // Target and terms, in this order.
  std::vector<FigureRef> figures() const;
};

enum class Verdict { source_error, reading_error, rounding, unexplained };

// A relation after it was checked. Amounts are in the target's unit; they are absent only where
// they do not fit 18 digits.
struct Finding {
  Relation relation;
  bool holds = false;
  std::optional<Verdict> verdict;  // only where it does not hold
  std::optional<Amount> stated, computed, difference, tolerance;
  std::vector<FigureRef> culprits;  // figures whose change alone would restore the relations
  std::string message;
};

struct CheckSummary {
  int relations = 0, hold = 0, fail = 0;
  int amounts = 0;  // figures in tables that are money, counts or rates: not codes, dates, notes
  int proved = 0, repaired = 0, suspect = 0, corrected = 0;
  int covered =
      0;  // of them in a hard relation that holds: the proof coverage is covered / amounts
};

struct CheckResult {
  TableDocument document;  // the input with amount, status and why set on its cells
  std::vector<Finding> findings;
  CheckSummary summary;
  std::vector<std::string>
      missing;  // a line for each figure that a rule names and the document lacks
};

struct CheckOptions {
  bool repair = true;  // change misread figures where arithmetic and alternatives leave one reading
  std::vector<Rule> rules{};  // of the user, checked besides what the document implies
};

// Pure: the same document gives the same result. O(n log n) in the number of
// cells.
CheckResult check(TableDocument document, const CheckOptions& options = {});

const char* name_of(RelationKind kind);  // "row-sum"
const char* name_of(Verdict verdict);    // "source-error"
const char* name_of(CellStatus status);  // "proved"

}  // namespace crossfoot
