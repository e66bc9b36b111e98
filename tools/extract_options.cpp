// `crossfoot extract` on the command line.
#include "tools/subcommand.h"

namespace crossfoot {
namespace {

constexpr const char* kExamples = R"(
Examples:
  crossfoot extract report.pdf
  crossfoot extract report.pdf --pages 1-3,7 --format md
  crossfoot extract scans/*.tif --lang eng --format csv -o tables/
      writes tables/NAME-p003-t2.csv for the second table that begins on page 3 of NAME.tif
  crossfoot extract report.pdf -o report.json
      one file with everything: pages, tables, cells with places and confidence, paragraphs
  crossfoot extract report.pdf -o report.xlsx
      a workbook: a sheet for each table, the findings, doubtful cells coloured with the reason
  crossfoot extract report.pdf --pages 3 --debug stages/
      also writes stages/report/page-003-1-cleaned.png, ...: where a page went wrong
  curl -s https://example.org/report.pdf | crossfoot extract - --format csv
  crossfoot extract reports/*.pdf --expect known-good/ --update
      keeps known-good/NAME.json of each; without --update says what differs from them, as text,
      json, junit or html, and ends with 1 where something does

In text, "?" marks a figure that is suspect and "*" one that was repaired.
In CSV and Markdown the text of a merged cell stands in its top left slot.)";

void add_options(CLI::App& app, CommandOptions& options) {
  add_document_options(app, options);
  add_figure_options(app, options);
  app.add_flag("!--no-stitch", options.stitch,
               "Leave the parts of a table that goes on over pages apart");
  app.add_option("--debug", options.debug,
                 "Also write pictures of the stages of each page: DIR/NAME/page-003-1-cleaned.png, "
                 "-2-rulings, -3-grid, -4-cells")
      ->type_name("DIR");
  add_safe_csv_option(app, options);
  auto* expect = app.add_option("--expect", options.expect,
                                "A folder of known-good tables, NAME.json or CSV; writes what "
                                "differs from them instead of the tables")
                     ->type_name("DIR");
  app.add_flag("--update", options.update, "With --expect: write the known-good tables instead")
      ->needs(expect);
  add_compare_options(app, options);
  for (const char* name : {"--tolerance", "--ignore-text-width", "--only"}) {
    app.get_option(name)->needs(expect);
  }
}

}  // namespace

void add_safe_csv_option(CLI::App& app, CommandOptions& options) {
  app.add_flag("--safe-csv", options.safe_csv,
               "In CSV, put ' before a text that a spreadsheet would take for a formula");
}

const Subcommand& extract_subcommand() {
  static const Subcommand subcommand{
      Command::extract,
      "extract",
      "Reads the tables of documents and writes them as text, CSV, JSON, Markdown or Excel.",
      kExamples,
      {OutputFormat::text, OutputFormat::csv, OutputFormat::json, OutputFormat::md,
       OutputFormat::xlsx, OutputFormat::junit, OutputFormat::html},
      add_options};
  return subcommand;
}

}  // namespace crossfoot
