// {"schema": "crossfoot.corrections/1", "source": "report.pdf", "corrections": [
//   {"table": "t3", "row": 9, "col": 2, "was": "58,107,2S3.45", "text": "58,107,253.45"}]}
//
// A cell is named by its place, counted from 0, and by what was read there, so that corrections of
// an older reading are noticed.
#include "tools/read_corrections.h"

#include <nlohmann/json.hpp>

#include "extract/document.h"

namespace crossfoot {

Result<std::vector<Correction>> corrections_from_json(std::string_view bytes,
                                                      const std::string& name) {
  std::vector<Correction> corrections;
  try {
    const auto json = nlohmann::json::parse(bytes);
    if (json.at("schema") != "crossfoot.corrections/1") throw std::runtime_error("other schema");
    for (const auto& entry : json.at("corrections")) {
      Correction correction;
      entry.at("table").get_to(correction.table);
      entry.at("row").get_to(correction.row);
      entry.at("col").get_to(correction.col);
      if (entry.contains("was")) correction.was = entry.at("was").get<std::string>();
      entry.at("text").get_to(correction.text);
      corrections.push_back(std::move(correction));
    }
  } catch (const std::exception& exception) {
    return Error{ErrorCode::unreadable, name, std::nullopt,
                 std::string("is no file of corrections: ") + exception.what(),
                 "give what the review page has downloaded"};
  }
  return corrections;
}

Result<std::vector<Correction>> read_corrections(const std::string& path) {
  if (path.empty()) return std::vector<Correction>();
  const auto bytes = read_input(path);
  if (!bytes) return bytes.error();
  return corrections_from_json(*bytes->bytes, path);
}

}  // namespace crossfoot
