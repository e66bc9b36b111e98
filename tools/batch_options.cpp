// `crossfoot batch` on the command line.
#include "tools/subcommand.h"

namespace crossfoot {
namespace {

constexpr const char* kExamples = R"(
Examples:
  crossfoot batch archive/ -o results/
      every PDF and image below archive/, results/9f/NAME-9f86d081884c7d65/tables.json and
      findings.json of each, results/summary.csv and summary.json of all
  crossfoot batch -o results/
      goes on after a stop, a crash or a loss of power: only what is missing is done
  crossfoot batch -o results/ --retry-failed
  crossfoot batch 'archive/20*/*.pdf' -o results/ --format csv
  find archive -name '*.pdf' | crossfoot batch --manifest - -o results/
  crossfoot batch --manifest files.txt -o results/ --shard 3/8    on the third of eight machines
  crossfoot batch -o results/ --summary                           at the end, of all eight

A content is read once, whatever number of files hold it. Failing relations stand in findings.json
and in the summary; the exit status tells whether all documents could be read.)";

std::string check_shard(const std::string& text) {
  return parse_shard(text) ? "" : "'" + text + "' is no shard such as 3/8";
}

void add_options(CLI::App& app, CommandOptions& options) {
  add_document_options(app, options);
  app.get_option("INPUT")->required(false)->description(
      "Folders, patterns or files: PDF, PNG, JPEG, TIFF or crossfoot.tables/1 JSON; none: goes on "
      "with what was begun");
  app.add_option("--manifest", options.manifest,
                 "A file of paths, one a line, or of lines of sha256sum; - is standard input")
      ->type_name("FILE");
  app.add_option_function<std::string>(
         "--shard", [&options](const std::string& shard) { options.shard = *parse_shard(shard); },
         "Only share K of N, by the hash of the content; each share has its own journal")
      ->type_name("K/N")
      ->check(CLI::Validator(check_shard, ""));
  app.add_flag("--retry-failed", options.retry_failed,
               "Also do what failed, or was incomplete, in an earlier run");
  app.add_flag("--summary", options.summary,
               "Only write the summary, of all shards; what they have not done is pending");
  add_figure_options(app, options);
  app.remove_option(app.get_option("--corrections"));  // they belong to one document
  add_rules_option(app, options);
  add_safe_csv_option(app, options);
}

}  // namespace

const Subcommand& batch_subcommand() {
  static const Subcommand subcommand{
      Command::batch,
      "batch",
      "Reads and checks the documents of an archive, each once, and can be stopped at any moment.",
      kExamples,
      {OutputFormat::json, OutputFormat::csv, OutputFormat::md, OutputFormat::text,
       OutputFormat::xlsx},
      add_options};
  return subcommand;
}

}  // namespace crossfoot
