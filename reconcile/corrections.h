// What a person, who looked at the page, says is printed in a cell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reconcile/table.h"

namespace crossfoot {

struct Correction {
  std::string table;  // id
  int row = 0, col = 0;
  std::optional<std::string> was;  // what had been read; a cell that reads otherwise is another one
  std::string text;                // what is printed
};

// Sets the texts before the document is checked: status corrected, fully confident, no
// alternatives, the reading kept in `read_as`. A correction that does not fit the document changes
// nothing; a sentence about each of those comes back.
std::vector<std::string> apply_corrections(const std::vector<Correction>& corrections,
                                           TableDocument& document);

}  // namespace crossfoot
