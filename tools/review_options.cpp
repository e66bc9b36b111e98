// `crossfoot review` on the command line.
#include "tools/subcommand.h"

namespace crossfoot {
namespace {

constexpr const char* kExamples = R"(
Examples:
  crossfoot review report.pdf -o review.html
      open review.html in a browser: pages on the left, tables on the right, a click on one shows
      the place on the other; n and p walk through what needs a look
  crossfoot check report.pdf --corrections report.corrections.json
      with what was corrected on that page and downloaded from it)";

void add_options(CLI::App& app, CommandOptions& options) {
  add_document_options(app, options);
  add_figure_options(app, options);
}

}  // namespace

const Subcommand& review_subcommand() {
  static const Subcommand subcommand{
      Command::review,
      "review",
      "Writes a page for the browser: scans and tables side by side, to look at and to correct.",
      kExamples,
      {OutputFormat::html},
      add_options};
  return subcommand;
}

}  // namespace crossfoot
