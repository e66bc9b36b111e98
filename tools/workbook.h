// A checked document as a workbook (.xlsx).
#pragma once

#include <string>

#include "extract/result.h"
#include "reconcile/check.h"

namespace crossfoot {

// Three kinds of sheets. "Document": its facts, the pages, the list of tables with links.
// "Findings": the relations that fail, stated, computed, difference, with links to the cells. One
// sheet for each table, beginning at A1: merged cells, frozen header rows, figures as numbers in
// the format they are printed in, codes as text. Repaired, suspect and failing cells are coloured
// and say why in a comment. The bytes of the file. Errors: usage for a table that is larger than a
// sheet; unwritable.
Result<std::string> workbook_of(const CheckResult& result);

}  // namespace crossfoot
