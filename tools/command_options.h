// What a command line asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/compare/differences.h"
#include "extract/extract.h"
#include "extract/workers/worker_pool.h"
#include "tools/page_ranges.h"
#include "tools/shard.h"

namespace crossfoot {

enum class Command { extract, check, rules, compare, review, annotate, batch };

enum class OutputFormat { text, csv, json, md, xlsx, junit, html, pdf, toml };

struct CommandOptions {
  Command command = Command::extract;
  // Paths, "-" for standard input; never empty but for batch, where folders and patterns stand too.
  std::vector<std::string> inputs;
  std::vector<PageRange> pages;     // empty: all
  OutputFormat format = OutputFormat::text;
  std::optional<std::string> output;  // -o; standard output without
  OcrMode ocr = OcrMode::automatic;
  std::string languages = "chi_sim+eng";
  std::string password;
  int jobs = 1;
  WorkerLimits limits;  // of what reads a page
  int most_pages = 10'000;  // of one input
  double most_pixels = OpenOptions().most_pixels;  // of an image or a page
  bool deterministic = false;  // the same bytes whatever the processor
  bool quiet = false, verbose = false;
  bool text_layer = false;  // of annotate: add what was read as invisible text
  std::string corrections;  // a file of what was corrected on the review page, "" for none
  std::string lexicon;      // a file of terms that labels may be, "" for none
  std::string rules;        // of check and batch: a file of the user's rules, "" for none
  bool repair = true;       // change misread figures where arithmetic leaves one reading
  bool safe_csv = false;    // in CSV, no field that a spreadsheet takes for a formula
  bool stitch = true;       // of extract: a table that goes on over pages is one table
  std::string debug;        // of extract: a folder for pictures of the stages, "" for none
  std::string expect;      // of extract: a folder of known-good tables to compare with, "" for none
  bool update = false;     // of extract: write them instead
  CompareOptions compare;  // of compare, and of extract with `expect`
  std::string manifest;       // of batch: a file of paths, "" for none
  Shard shard;                // of batch: the share of the documents to do
  bool retry_failed = false;  // of batch: also what failed before
  bool summary = false;       // of batch: only join the shards' journals into one summary

  // All inputs together make one result, not one each.
  bool makes_one_result() const { return command == Command::compare || !expect.empty(); }
};

// What --ocr calls it: "auto", "always", "never".
const char* name_of(OcrMode mode);
// What --format calls it: "text", "csv", ….
const char* name_of(OutputFormat format);
// "txt", "csv", "json", "md", "xml", "html": how files of a format end.
const char* extension_of(OutputFormat format);
// All of them; for each one name and one ending.
const std::vector<OutputFormat>& all_formats();
// The format of a file name by its ending, where it has one of these.
std::optional<OutputFormat> format_of_name(const std::string& file_name);

}  // namespace crossfoot
