#include "tools/read_rules.h"

#include "extract/document.h"

namespace crossfoot {

Result<std::vector<Rule>> read_rules(const std::string& path) {
  if (path.empty()) return std::vector<Rule>();
  auto bytes = read_input(path);
  if (!bytes) {
    Error error = bytes.error();
    error.remedy = "give a file of rules with --rules";
    return error;
  }
  auto parsed = parse_rules(*bytes->bytes);
  if (const auto* error = std::get_if<RuleError>(&parsed)) {
    return Error{ErrorCode::unreadable, path, std::nullopt,
                 "line " + std::to_string(error->line) + ", column " +
                     std::to_string(error->column) + ": " + error->message,
                 "see README.md for the form of a rule"};
  }
  return std::get<std::vector<Rule>>(std::move(parsed));
}

}  // namespace crossfoot
