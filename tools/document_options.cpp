// The options of subcommands that read documents.
#include <algorithm>
#include <cmath>
#include <map>
#include <thread>

#include "tools/subcommand.h"

namespace crossfoot {
namespace {

constexpr double kBytesPerMegabyte = 1 << 20;
constexpr double kPixelsPerMegapixel = 1e6;
constexpr int kMostJobs = 256;  // beyond any machine this runs on; catches a mistyped number

const std::map<std::string, OcrMode> kOcrModes = {
    {"auto", OcrMode::automatic}, {"always", OcrMode::always}, {"never", OcrMode::never}};

int all_cores() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

std::string check_pages(const std::string& text) {
  if (parse_page_ranges(text)) return {};
  return "'" + text + "' is not a list of pages such as 1-3,7 or 5-";
}

// CLI11's own says of 0 that it is not in range 0.000000 to 1797… (309 digits).
std::string check_positive(const std::string& text) {
  double value = 0;
  if (CLI::detail::lexical_cast(text, value) && value > 0 && std::isfinite(value)) return {};
  return "'" + text + "' is not a number above 0";
}

}  // namespace

void add_document_options(CLI::App& app, CommandOptions& options) {
  options.jobs = all_cores();
  app.add_option("INPUT", options.inputs,
                 "PDF, PNG, JPEG or TIFF files, or crossfoot.tables/1 JSON; - is standard input")
      ->type_name("")
      ->required();
  app.add_option_function<std::string>(
         "--pages",
         [&options](const std::string& pages) { options.pages = *parse_page_ranges(pages); },
         "Only these pages, such as 1-3,7 or 5-")
      ->type_name("PAGES")
      ->check(CLI::Validator(check_pages, ""));
  app.add_option_function<std::string>(
         "--ocr", [&options](const std::string& mode) { options.ocr = kOcrModes.at(mode); },
         "auto: recognise pages without a trustworthy text layer; always: all pages; never: none")
      ->type_name("auto|always|never")
      ->check(CLI::IsMember(kOcrModes).description(""))
      ->default_str("auto");
  app.add_option("--lang", options.languages,
                 "Languages of the text, Tesseract's names joined by +")
      ->type_name("LANGS")
      ->capture_default_str();
  app.add_option("--password", options.password, "Password of encrypted PDFs");
  app.add_option("--jobs", options.jobs, "Pages read at the same time (default: all cores)")
      ->check(CLI::Range(1, kMostJobs).description(""))
      ->type_name("N");
  app.add_flag("--deterministic", options.deterministic,
               "The same bytes on every machine: no vector instructions that only some have; "
               "a fiftieth slower");
  app.add_option("--page-timeout", options.limits.seconds,
                 "Seconds after which a page is given up")
      ->check(CLI::Validator(check_positive, ""))
      ->type_name("S")
      ->capture_default_str();
  app.add_option("--max-pages", options.most_pages, "Pages above which an input is refused")
      ->check(CLI::Validator(check_positive, ""))
      ->type_name("N")
      ->capture_default_str();
  app.add_option_function<double>(
         "--max-pixels",
         [&options](const double& megapixels) {
           options.most_pixels = megapixels * kPixelsPerMegapixel;
         },
         "Millions of pixels above which an image, or a page that is drawn, is refused")
      ->check(CLI::Validator(check_positive, ""))
      ->type_name("MP")
      ->default_str(std::to_string(std::lround(options.most_pixels / kPixelsPerMegapixel)));
  app.add_option_function<double>(
         "--page-memory",
         [&options](const double& megabytes) {
           options.limits.memory_bytes = static_cast<std::size_t>(megabytes * kBytesPerMegabyte);
         },
         "Megabytes of memory for each page that is being read; 0 for no limit")
      ->check(CLI::NonNegativeNumber.description(""))
      ->type_name("MB")
      ->default_str(std::to_string(options.limits.memory_bytes >> 20));
}

void add_figure_options(CLI::App& app, CommandOptions& options) {
  app.add_option("--corrections", options.corrections,
                 "What was corrected on the review page and downloaded from it")
      ->type_name("FILE");
  app.add_option("--lexicon", options.lexicon,
                 "Terms that labels may be, one a line, optionally CODE<tab>TERM; settles labels "
                 "that were read with doubt")
      ->type_name("FILE");
  app.add_flag("!--no-repair", options.repair,
               "Leave misread figures as they were read, where arithmetic would mend them");
}

}  // namespace crossfoot
