// The names of kinds, verdicts and states as the formats print them.
#include "reconcile/check.h"

namespace crossfoot {

const char* name_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::row_sum:
      return "row-sum";
    case RelationKind::column_sum:
      return "column-sum";
    case RelationKind::hierarchy:
      return "hierarchy";
    case RelationKind::balance:
      return "balance";
    case RelationKind::cross_table:
      return "cross-table";
    case RelationKind::narrative:
      return "narrative";
    case RelationKind::ratio:
      return "ratio";
    case RelationKind::score:
      return "score";
    case RelationKind::rule:
      return "rule";
  }
  return "";
}

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::source_error:
      return "source-error";
    case Verdict::reading_error:
      return "reading-error";
    case Verdict::rounding:
      return "rounding";
    case Verdict::unexplained:
      return "unexplained";
  }
  return "";
}

const char* name_of(CellStatus status) {
  switch (status) {
    case CellStatus::read:
      return "read";
    case CellStatus::proved:
      return "proved";
    case CellStatus::repaired:
      return "repaired";
    case CellStatus::suspect:
      return "suspect";
    case CellStatus::corrected:
      return "corrected";
  }
  return "";
}

}  // namespace crossfoot
