// `crossfoot annotate` on the command line.
#include "tools/subcommand.h"

namespace crossfoot {
namespace {

constexpr const char* kExamples = R"(
Examples:
  crossfoot annotate report.pdf -o annotated.pdf
      the same PDF with frames around failing (red), suspect (yellow) and repaired (blue) cells,
      each with a note, and bookmarks to the findings
  crossfoot annotate scan.pdf --text-layer -o searchable.pdf
      and with the text that was read, invisible, so that the scan can be searched)";

void add_options(CLI::App& app, CommandOptions& options) {
  add_document_options(app, options);
  add_figure_options(app, options);
  app.add_flag("--text-layer", options.text_layer,
               "Add the recognised text of scanned pages, invisible, to search and to copy");
}

}  // namespace

const Subcommand& annotate_subcommand() {
  static const Subcommand subcommand{
      Command::annotate,
      "annotate",
      "Writes a copy of a PDF with notes where figures fail or are in doubt.",
      kExamples,
      {OutputFormat::pdf},
      add_options};
  return subcommand;
}

}  // namespace crossfoot
