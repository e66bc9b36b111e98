// input -> tables -> relations and whether they hold -> a report for people or for programs
#include "tools/check_command.h"

#include "reconcile/check.h"
#include "tools/check_report.h"
#include "tools/each_input.h"
#include "tools/findings_json.h"
#include "tools/read_rules.h"
#include "tools/read_tables.h"

namespace crossfoot {

void run_check(const CommandOptions& options, Console& console) {
  auto rules = read_rules(options.rules);
  if (!rules) return console.fail(rules.error());
  CheckOptions check_options;
  check_options.repair = options.repair;
  check_options.rules = std::move(*rules);
  TableReader reader(options, console);
  for_each_input(options, console, [&](const Input& input, const OutputTarget& target) {
    auto document = reader.read(input.path);
    if (!document) return;
    const CheckResult result = check(std::move(*document), check_options);
    const bool colour = console.colour() && target.is_standard_output();
    const bool json = options.format == OutputFormat::json;
    target.write(input.stem + (json ? ".findings.json" : ".findings.txt"),
                 json ? findings_to_json(result) : check_report(result, colour), console);
    if (result.summary.fail > 0) console.raise(ExitCode::findings);
  });
}

}  // namespace crossfoot
