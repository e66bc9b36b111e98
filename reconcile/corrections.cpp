#include "reconcile/corrections.h"

#include <algorithm>

namespace crossfoot {
namespace {

Cell* find_cell(const Correction& correction, TableDocument& document) {
  for (Table& table : document.tables) {
    if (table.id != correction.table) continue;
    for (Cell& cell : table.cells) {
      if (cell.row == correction.row && cell.col == correction.col) return &cell;
    }
  }
  return nullptr;
}

std::string place_of(const Correction& correction) {
  return "table " + correction.table + ", row " + std::to_string(correction.row) + ", column " +
         std::to_string(correction.col);
}

}  // namespace

std::vector<std::string> apply_corrections(const std::vector<Correction>& corrections,
                                           TableDocument& document) {
  std::vector<std::string> problems;
  for (const Correction& correction : corrections) {
    Cell* cell = find_cell(correction, document);
    if (cell == nullptr) {
      problems.push_back("there is no cell at " + place_of(correction));
      continue;
    }
    const std::string reading = cell->read_as.value_or(cell->text);
    if (correction.was && *correction.was != reading) {
      problems.push_back(place_of(correction) + " reads '" + reading + "', the correction is of '" +
                         *correction.was + "'");
      continue;
    }
    cell->read_as = reading;
    cell->text = correction.text;
    cell->lines = std::max(cell->lines, correction.text.empty() ? 0 : 1);
    cell->amount = parse_amount(correction.text);
    cell->confidence = 1;
    cell->alternatives.clear();
    cell->status = CellStatus::corrected;
    cell->why = "corrected by hand; read as " + (reading.empty() ? "nothing" : reading);
  }
  return problems;
}

}  // namespace crossfoot
