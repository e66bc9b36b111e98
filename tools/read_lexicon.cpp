#include "tools/read_lexicon.h"

#include "extract/document.h"

namespace crossfoot {

Result<std::vector<LexiconTerm>> read_lexicon(const std::string& path) {
  if (path.empty()) return std::vector<LexiconTerm>();
  auto bytes = read_input(path);
  if (!bytes) {
    Error error = bytes.error();
    error.remedy = "give a file of terms, one a line, with --lexicon";
    return error;
  }
  return parse_lexicon(*bytes->bytes);
}

}  // namespace crossfoot
