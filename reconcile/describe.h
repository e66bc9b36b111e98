// Words for figures and findings.
#pragma once

#include <string>

#include "reconcile/check.h"
#include "reconcile/table_view.h"

namespace crossfoot {

// "58,107,253.45"
std::string grouped(const Amount& amount);

// Where a figure stands: "210 卫生健康支出 / 合计", or the words around it in the text.
struct Place {
  int page = 0;
  std::string table;   // title or id, "text" for running text
  std::string row;     // row label with its code
  std::string column;  // column header
};
Place place_of(const FigureRef& figure, const TableDocument& document);

// One sentence for a finding: what is stated, what was computed, by what.
std::string message_for(const Finding& finding, const TableDocument& document);

}  // namespace crossfoot
