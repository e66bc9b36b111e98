#include "tools/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <sstream>
#include <thread>

#include "ocr/recognizer.h"

namespace crossfoot {

namespace {

constexpr int kMostJobs = 256;  // beyond any machine this runs on; catches a mistyped number

constexpr const char* kExitCodes = R"(
Exit status:
  0  done; for check: every relation holds
  1  check found a relation that fails
  2  the command line asks for what cannot be (an option, a page number, an output path)
  3  an input, or a page of one, could not be read; the rest was done
  4  language data or another dependency is missing
  5  a defect of crossfoot
Of several inputs the highest applies. Data goes to stdout, messages go to stderr.)";

constexpr const char* kMainExamples = R"(
Examples:
  crossfoot extract report.pdf                       the tables of a report, on the terminal
  crossfoot extract report.pdf --format csv -o out/  one CSV file for each table, in out/
  crossfoot check report.pdf                         which figures add up, and which do not

"crossfoot extract --help" and "crossfoot check --help" tell more.)";

constexpr const char* kExtractExamples = R"(
Examples:
  crossfoot extract report.pdf
  crossfoot extract report.pdf --pages 1-3,7 --format md
  crossfoot extract scans/*.tif --lang eng --format csv -o tables/
      writes tables/NAME-p003-t2.csv for the second table that begins on page 3 of NAME.tif
  crossfoot extract report.pdf -o report.json
      one file with everything: pages, tables, cells with places and confidence, paragraphs
  curl -s https://example.org/report.pdf | crossfoot extract - --format csv

In text, "?" marks a figure that is suspect and "*" one that was repaired.
In CSV and Markdown the text of a merged cell stands in its top left slot.)";

constexpr const char* kCheckExamples = R"(
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

struct Choices {
  std::string pages, format, ocr = "auto";
  std::string output;
};

const std::map<std::string, OcrMode> kOcrModes = {
    {"auto", OcrMode::automatic}, {"always", OcrMode::always}, {"never", OcrMode::never}};
const std::map<std::string, OutputFormat> kFormats = {{"text", OutputFormat::text},
                                                      {"csv", OutputFormat::csv},
                                                      {"json", OutputFormat::json},
                                                      {"md", OutputFormat::md}};

int all_cores() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

std::string check_pages(const std::string& text) {
  if (parse_page_ranges(text)) return {};
  return "'" + text + "' is not a list of pages such as 1-3,7 or 5-";
}

void add_common_options(CLI::App& command, CommandOptions& options, Choices& choices) {
  command
      .add_option("INPUT", options.inputs,
                  "PDF, PNG, JPEG or TIFF files, or crossfoot.tables/1 JSON; - is standard input")
      ->type_name("")
      ->required();
  command.add_option("--pages", choices.pages, "Only these pages, such as 1-3,7 or 5-")
      ->type_name("PAGES")
      ->check(CLI::Validator(check_pages, ""));
  command
      .add_option("-o,--output", choices.output,
                  "A file, or a folder: what is one already, ends in / or has no extension")
      ->type_name("FILE|DIR");
  command
      .add_option("--ocr", choices.ocr,
                  "auto: recognise pages without a trustworthy text layer; always: all pages; "
                  "never: none")
      ->type_name("auto|always|never")
      ->check(CLI::IsMember(kOcrModes).description(""))
      ->capture_default_str();
  command
      .add_option("--lang", options.languages,
                  "Languages of the text, Tesseract's names joined by +")
      ->type_name("LANGS")
      ->capture_default_str();
  command.add_option("--password", options.password, "Password of encrypted PDFs");
  command.add_option("--jobs", options.jobs, "Pages read at the same time (default: all cores)")
      ->check(CLI::Range(1, kMostJobs).description(""))
      ->type_name("N");
}

CLI::App* add_command(CLI::App& app, CommandOptions& options, Choices& choices, const char* name,
                      const char* description, std::vector<std::string> formats,
                      const std::string& footer) {
  CLI::App* command = app.add_subcommand(name, description);
  add_common_options(*command, options, choices);
  std::string shown;
  for (const std::string& format : formats) shown += (shown.empty() ? "" : "|") + format;
  command
      ->add_option("--format", choices.format, "What to write; else by the ending of -o, else text")
      ->type_name(shown)
      ->check(CLI::IsMember(std::move(formats)).description(""));
  command->footer(footer);
  return command;
}

Answer answer_for(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream out, problem;
  const int code = app.exit(error, out, problem);
  if (code == 0) return {out.str(), ExitCode::all_holds};
  return {problem.str(), ExitCode::usage};
}

// The part of a command line that CLI11 cannot judge option by option.
void finish(CommandOptions& options, const Choices& choices) {
  if (!choices.pages.empty()) options.pages = *parse_page_ranges(choices.pages);
  if (!choices.output.empty()) options.output = choices.output;
  options.ocr = kOcrModes.at(choices.ocr);
  if (!choices.format.empty()) {
    options.format = kFormats.at(choices.format);
  } else if (options.output) {
    options.format = format_of_name(*options.output).value_or(OutputFormat::text);
  }
}

std::optional<std::string> contradiction(const CommandOptions& options) {
  const auto inputs = std::count(options.inputs.begin(), options.inputs.end(), "-");
  if (inputs > 1) return "standard input (-) can be given once";
  const bool tables_only =
      options.format == OutputFormat::csv || options.format == OutputFormat::md;
  if (options.command == Command::check && tables_only) {
    return "check writes text or json; its -o cannot end in ." +
           std::string(extension_of(options.format));
  }
  return std::nullopt;
}

}  // namespace

std::variant<CommandOptions, Answer> parse_command_line(int argc, const char* const* argv) {
  CLI::App app{"Reads tables out of scanned PDF disclosures and reconciles every figure.",
               "crossfoot"};
  CommandOptions options;
  options.jobs = all_cores();
  Choices choices;
  app.set_version_flag("--version",
                       "crossfoot " CROSSFOOT_VERSION " (Tesseract " + tesseract_version() + ")");
  app.require_subcommand(1);
  app.footer(std::string(kMainExamples) + "\n" + kExitCodes);
  app.failure_message([&app](const CLI::App*, const CLI::Error& error) {
    const auto chosen = app.get_subcommands();
    if (chosen.empty() && !app.remaining().empty()) {
      return "crossfoot: there is no command '" + app.remaining().front() +
             "', only extract and check; see crossfoot --help\n";
    }
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    return "crossfoot: " + std::string(error.what()) + "; see crossfoot" + command + " --help\n";
  });
  add_command(app, options, choices, "extract",
              "Reads the tables of documents and writes them as text, CSV, JSON or Markdown.",
              {"text", "csv", "json", "md"}, std::string(kExtractExamples) + "\n" + kExitCodes);
  CLI::App* check =
      add_command(app, options, choices, "check",
                  "Reads the tables of documents and says which of their figures add up.",
                  {"text", "json"}, std::string(kCheckExamples) + "\n" + kExitCodes);
  check->add_option("--rules", options.rules, "A file of your own rules, checked besides")
      ->type_name("FILE");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return answer_for(app, error);
  }
  options.command = check->parsed() ? Command::check : Command::extract;
  finish(options, choices);
  if (const auto problem = contradiction(options)) {
    return Answer{"crossfoot: " + *problem + "\n", ExitCode::usage};
  }
  return options;
}

}  // namespace crossfoot
