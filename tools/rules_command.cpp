// input -> tables -> relations that hold -> rules that name their figures -> a rule file
#include "tools/rules_command.h"

#include "reconcile/check.h"
#include "reconcile/rule_relations.h"
#include "tools/each_input.h"
#include "tools/read_tables.h"

namespace crossfoot {
namespace {

constexpr const char* kHeading =
    "# What holds in a document, by crossfoot rules suggest. Keep what must hold in the next one:\n"
    "#     crossfoot check NEXT.pdf --rules THIS.toml\n"
    "# A figure is [words of the table's title | the row's code or label | the column's heading].\n"
    "\n";

}  // namespace

void run_rules(const CommandOptions& options, Console& console) {
  TableReader reader(options, console);
  for_each_input(options, console, [&](const Input& input, const OutputTarget& target) {
    auto document = reader.read(input.path);
    if (!document) return;
    const auto rules = suggest_rules(check(std::move(*document), {.repair = options.repair}));
    if (rules.empty()) console.note(input.path + ": no relations were found that rules can state");
    target.write(input.stem + ".rules.toml", kHeading + rules_to_toml(rules), console);
  });
}

}  // namespace crossfoot
