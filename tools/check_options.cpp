// `crossfoot check` on the command line.
#include "tools/subcommand.h"

namespace crossfoot {
namespace {

constexpr const char* kExamples = R"(
Examples:
  crossfoot check report.pdf
  crossfoot check report.json                 tables that were extracted before, or edited
  crossfoot check *.pdf --format json > findings.json
  crossfoot check report.pdf --rules budget.toml
      with rules of your own:
        [[rule]]
        name = "balance"
        check = "[收支总表 | 支出总计 | 预算数] = [收支总表 | 收入总计 | 预算数]"
  crossfoot check report.pdf --pages 5-9 || echo "look at the findings")";

void add_options(CLI::App& app, CommandOptions& options) {
  add_document_options(app, options);
  add_figure_options(app, options);
  add_rules_option(app, options);
}

}  // namespace

void add_rules_option(CLI::App& app, CommandOptions& options) {
  app.add_option("--rules", options.rules, "A file of your own rules, checked besides")
      ->type_name("FILE");
}

const Subcommand& check_subcommand() {
  static const Subcommand subcommand{
      Command::check,
      "check",
      "Reads the tables of documents and says which of their figures add up.",
      kExamples,
      {OutputFormat::text, OutputFormat::json},
      add_options};
  return subcommand;
}

}  // namespace crossfoot
