// Cells whose form alone says that they were misread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reconcile/check.h"
#include "reconcile/table_view.h"

namespace crossfoot {

// False for digits that no one prints so: groups that are not of three (1,23,456), white space
// between digits where a comma or a point was lost (10,000,000 00). True for text that is no
// amount.
bool has_sound_form(std::string_view text);

// "10,000,000 00" -> "10,000,000.00": the text with its last gap as the point, where that makes its
// form sound; nothing for other texts.
std::optional<std::string> with_lost_point(std::string_view text);

struct FormDoubt {
  CellRef cell;
  std::string why;
};

// Texts where the column has figures or codes, and figures that run together with a label. In
// order.
std::vector<FormDoubt> form_doubts(const std::vector<TableView>& views);

}  // namespace crossfoot
