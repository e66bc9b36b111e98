// Joins the subcommands to one command line; what they have in common stands here.
#include "tools/command_line.h"

#include <algorithm>
#include <sstream>

#include "extract/library_versions.h"
#include "ocr/recognizer.h"
#include "tools/nearest.h"
#include "tools/sqlite.h"
#include "tools/subcommand.h"
#include "tools/xlsx_writer.h"

namespace crossfoot {

namespace {

constexpr const char* kExitCodes = R"(
Exit status:
  0  done; for check: every relation holds; for compare: nothing differs
  1  check found a relation that fails, compare a difference
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
  crossfoot review report.pdf -o review.html         scans and tables side by side, to correct
  crossfoot annotate report.pdf -o notes.pdf         the PDF with notes where figures fail
  crossfoot compare known-good.json report.json      what changed since the tables were good
  crossfoot batch archive/ -o results/               all documents of a folder, to be continued

"crossfoot COMMAND --help" tells more of each.)";

std::string joined(const std::vector<std::string>& words, const char* between,
                   const char* before_last) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) all += i + 1 == words.size() ? before_last : between;
    all += words[i];
  }
  return all;
}

std::vector<std::string> names_of(const std::vector<OutputFormat>& formats) {
  std::vector<std::string> names;
  for (const OutputFormat format : formats) names.emplace_back(name_of(format));
  return names;
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Subcommand* subcommand : subcommands()) names.emplace_back(subcommand->name);
  return names;
}

std::string all_commands() { return joined(command_names(), ", ", " and "); }

std::string versions() {
  std::vector<std::string> libraries = library_versions();
  libraries.push_back("libxlsxwriter " + xlsx_version());
  libraries.push_back("SQLite " + sqlite_version());
  return "crossfoot " CROSSFOOT_VERSION "\nTesseract " + tesseract_version() + ", languages " +
         joined(installed_languages(), ", ", ", ") + "\n" + joined(libraries, ", ", ", ");
}

void add_output_options(CLI::App& app, const Subcommand& subcommand, CommandOptions& options,
                        std::optional<OutputFormat>& chosen) {
  if (subcommand.command == Command::batch) {
    app.add_option("-o,--output", options.output,
                   "The folder of the results, and of the journal by which a batch goes on")
        ->type_name("DIR")
        ->required();
  } else {
    app.add_option("-o,--output", options.output,
                   "A file, or a folder: what is one already, ends in / or has no extension")
        ->type_name("FILE|DIR");
  }
  auto* quiet = app.add_flag("-q,--quiet", options.quiet, "Say nothing on stderr but what fails");
  app.add_flag("-v,--verbose", options.verbose, "Say how each page was read")->excludes(quiet);
  if (subcommand.formats.size() < 2) return;
  const std::vector<std::string> names = names_of(subcommand.formats);
  app.add_option_function<std::string>(
         "--format",
         [&chosen](const std::string& name) {
           for (const OutputFormat format : all_formats()) {
             if (name == name_of(format)) chosen = format;
           }
         },
         "What to write; else by the ending of -o, else text")
      ->type_name(joined(names, "|", "|"))
      ->check(CLI::IsMember(names).description(""));
}

// "…; did you mean --format? see crossfoot extract --help"
std::string with_advice(const std::string& problem, const std::optional<std::string>& meant,
                        const std::string& command) {
  return problem + (meant ? "; did you mean " + *meant + "?" : std::string(";")) +
         " see crossfoot " + command + (command.empty() ? "" : " ") + "--help";
}

// What is wrong with a command line, what was perhaps meant, and where to read more.
std::string mistake(const CLI::App& app, const CLI::Error& error) {
  const auto chosen = app.get_subcommands();
  if (chosen.empty()) {
    const std::vector<std::string> rest = app.remaining();
    if (rest.empty()) return with_advice(error.what(), std::nullopt, "");
    return with_advice("there is no command '" + rest.front() + "', only " + all_commands(),
                       nearest(rest.front(), command_names()), "");
  }
  const CLI::App& command = *chosen.front();
  for (const std::string& word : command.remaining()) {
    if (word.rfind("--", 0) != 0) continue;
    std::vector<std::string> options;
    for (const CLI::Option* option : command.get_options()) {
      for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    }
    return with_advice("there is no option " + word,
                       nearest(word.substr(0, word.find('=')), options), command.get_name());
  }
  return with_advice(error.what(), std::nullopt, command.get_name());
}

Answer answer_for(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream out, problem;
  const int code = app.exit(error, out, problem);
  if (code == 0) return {out.str(), ExitCode::all_holds};
  return {problem.str(), ExitCode::usage};
}

std::optional<std::string> contradiction(const Subcommand& subcommand,
                                         const CommandOptions& options) {
  const auto inputs = std::count(options.inputs.begin(), options.inputs.end(), "-");
  if (inputs > 1) return "standard input (-) can be given once";
  if (inputs > 0 && subcommand.command == Command::batch) {
    return "batch reads files, not standard input; --manifest - reads their paths from it";
  }
  if (!options.corrections.empty() && options.inputs.size() > 1) {
    return "--corrections belong to one input";
  }
  std::vector<OutputFormat> formats = subcommand.formats;
  std::string who = subcommand.name;
  if (subcommand.command == Command::extract) {
    const bool compares = !options.expect.empty();
    if (compares) {
      formats = compare_subcommand().formats;
      who += " --expect";
    } else {
      std::erase(formats, OutputFormat::junit);
      std::erase(formats, OutputFormat::html);
    }
  }
  if (std::find(formats.begin(), formats.end(), options.format) == formats.end()) {
    return who + " writes " + joined(names_of(formats), ", ", " or ") + ", not " +
           name_of(options.format);
  }
  return std::nullopt;
}

}  // namespace

const std::vector<const Subcommand*>& subcommands() {
  static const std::vector<const Subcommand*> all = {&extract_subcommand(), &check_subcommand(),
                                                     &rules_subcommand(),   &compare_subcommand(),
                                                     &review_subcommand(),  &annotate_subcommand(),
                                                     &batch_subcommand()};
  return all;
}

CommandLine::CommandLine()
    : app{"Reads tables out of scanned PDF disclosures and reconciles every figure.", "crossfoot"} {
  app.set_version_flag("--version", versions());
  app.require_subcommand(1);
  app.footer(std::string(kMainExamples) + "\n" + kExitCodes);
  app.failure_message([this](const CLI::App*, const CLI::Error& error) {
    return "crossfoot: " + mistake(app, error) + "\n";
  });
  for (const Subcommand* subcommand : subcommands()) {
    CLI::App* added = app.add_subcommand(subcommand->name, subcommand->description);
    subcommand->add_options(*added, options);
    add_output_options(*added, *subcommand, options, format);
    added->footer(std::string(subcommand->examples) + "\n" + kExitCodes);
  }
}

std::variant<CommandOptions, Answer> parse_command_line(int argc, const char* const* argv) {
  CommandLine line;
  CommandOptions& options = line.options;
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return answer_for(line.app, error);
  }
  const std::string chosen = line.app.get_subcommands().front()->get_name();
  for (const Subcommand* subcommand : subcommands()) {
    if (chosen != subcommand->name) continue;
    options.command = subcommand->command;
    if (!line.format && options.output) line.format = format_of_name(*options.output);
    options.format = line.format.value_or(subcommand->formats.front());
    if (const auto problem = contradiction(*subcommand, options)) {
      return Answer{"crossfoot: " + *problem + "\n", ExitCode::usage};
    }
  }
  return options;
}

}  // namespace crossfoot
