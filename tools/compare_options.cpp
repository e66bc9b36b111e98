// `crossfoot compare` on the command line.
#include "tools/subcommand.h"

namespace crossfoot {
namespace {

constexpr const char* kExamples = R"(
Examples:
  crossfoot compare known-good/report.json report.json
  crossfoot compare known-good/ extracted/ --format junit -o differences.xml
      folders: files of the same name are compared; NAME-p003-t2.csv is a table of NAME
  crossfoot compare old.json new.json --only amounts --tolerance 0.01
  crossfoot compare old.json new.json -o differences.html

Rows and columns are aligned, so that a lost row is one difference.)";

std::string check_tolerance(const std::string& text) {
  const auto amount = parse_amount(text);
  return amount && amount->units >= 0 ? "" : "'" + text + "' is no amount such as 0.01";
}

void add_options(CLI::App& app, CommandOptions& options) {
  const auto add_path = [&](const char* name, const char* description) {
    app.add_option_function<std::string>(
           name, [&options](const std::string& path) { options.inputs.push_back(path); },
           description)
        ->type_name("")
        ->required();
  };
  add_path("EXPECTED", "Known-good tables: a crossfoot.tables/1 JSON or a CSV file, or a folder");
  add_path("ACTUAL", "The tables to judge: the same");
  add_compare_options(app, options);
}

}  // namespace

void add_compare_options(CLI::App& app, CommandOptions& options) {
  app.add_option_function<std::string>(
         "--tolerance",
         [&options](const std::string& text) { options.compare.tolerance = parse_amount(text); },
         "Amounts that differ by no more are equal")
      ->type_name("AMOUNT")
      ->check(CLI::Validator(check_tolerance, ""));
  app.add_flag("--ignore-text-width", options.compare.ignore_text_width,
               "Full- and half-width forms, and white space, are equal");
  app.add_option_function<std::string>(
         "--only", [&options](const std::string&) { options.compare.only_amounts = true; },
         "Report nothing but amounts, and rows, columns and tables that hold some")
      ->type_name("amounts")
      ->check(CLI::IsMember({"amounts"}).description(""));
}

const Subcommand& compare_subcommand() {
  static const Subcommand subcommand{
      Command::compare,
      "compare",
      "Says what differs between known-good tables and others.",
      kExamples,
      {OutputFormat::text, OutputFormat::json, OutputFormat::junit, OutputFormat::html},
      add_options};
  return subcommand;
}

}  // namespace crossfoot
