// Any bytes as a rule file, applied to a small document.
#include <cstdint>
#include <string_view>

#include "reconcile/check.h"
#include "reconcile/rules.h"
#include "tests/fuzz/made_tables.h"
#include "tests/fuzz/must.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossfoot;
  const auto parsed = parse_rules({reinterpret_cast<const char*>(data), size});
  const auto* rules = std::get_if<std::vector<Rule>>(&parsed);
  if (rules == nullptr) return 0;
  const std::string written = rules_to_toml(*rules);
  const auto again = parse_rules(written);
  const auto* same = std::get_if<std::vector<Rule>>(&again);
  test::must(same != nullptr && rules_to_toml(*same) == written, "rules are read as written");
  for (std::size_t i = 0; i < rules->size(); ++i) {
    test::must((*same)[i].name == (*rules)[i].name, "a rule keeps its name");
  }
  CheckOptions options;
  options.rules = *rules;
  check(test::small_account(), options);
  return 0;
}
