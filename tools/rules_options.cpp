// `crossfoot rules` on the command line.
#include "tools/subcommand.h"

namespace crossfoot {
namespace {

constexpr const char* kExamples = R"(
Examples:
  crossfoot rules suggest report-2023.pdf -o budget.toml
      writes what holds in this year's report
  crossfoot check report-2024.pdf --rules budget.toml
      says which of it does not hold in the next one
  crossfoot rules suggest report.json            tables that were extracted before, or edited

Relations that hold and whose figures can be told apart by the words of their table's title, their
row and their column are written, without years where they mean no other figure without.)";

void add_options(CLI::App& app, CommandOptions& options) {
  app.add_option_function<std::string>(
         "ACTION", [](const std::string&) {},
         "suggest: write the relations found in a document as a file for check --rules")
      ->type_name("")
      ->required()
      ->check(CLI::IsMember({"suggest"}).description(""));
  add_document_options(app, options);
  add_figure_options(app, options);
}

}  // namespace

const Subcommand& rules_subcommand() {
  static const Subcommand subcommand{Command::rules,
                                     "rules",
                                     "Writes the relations found in documents as a file of rules.",
                                     kExamples,
                                     {OutputFormat::toml},
                                     add_options};
  return subcommand;
}

}  // namespace crossfoot
