// Tables in a small text notation, and relations as short sentences, so that tests read as a
// specification.
#pragma once

#include <string>
#include <vector>

#include "reconcile/check.h"

namespace crossfoot {

// One line a row, cells between bars, `<` joins the cell on the left, `^` the one above:
//
//     科目编码 | 科目名称 | 合计
//     208     | 社会保障  | 1.00
//     合计     | <        | 1.00
//
// A cell "text ?" is not surely read (confidence 0.7), and "text ? other" lists another reading of
// it at cost 1. Spaces around cells do not count.
Table table_from(const std::string& rows, int header_rows, const std::string& unit = "元",
                 const std::string& id = "t1");

TableDocument document_from(std::vector<Table> tables, std::vector<std::string> paragraphs = {});

// "1:2 = 2:2 + 3:2 ok" for each finding of a kind, with row:column of target and terms ("t2/1:2" in
// another table than the first), "FAILS" where it does not hold; sorted.
std::vector<std::string> sentences(const CheckResult& result, RelationKind kind);

// The cell at a slot, of the first table.
const Cell& cell_at(const CheckResult& result, int row, int col);

}  // namespace crossfoot
