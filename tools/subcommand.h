// The subcommands of the command: each states its name, its help and its options in a file of its
// own, `NAME_options.cpp`; command_line.cpp joins them.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tools/command_options.h"

namespace crossfoot {

struct Subcommand {
  Command command = Command::extract;
  const char* name = "";
  const char* description = "";  // a sentence
  const char* examples = "";
  std::vector<OutputFormat> formats;  // what --format takes; the first is the default
  // Everything but --format and -o, which all subcommands share. May set callbacks that check what
  // one option alone cannot tell: CLI::ValidationError.
  void (*add_options)(CLI::App& app, CommandOptions& options) = nullptr;
};

const Subcommand& extract_subcommand();
const Subcommand& check_subcommand();
const Subcommand& rules_subcommand();
const Subcommand& compare_subcommand();
const Subcommand& review_subcommand();
const Subcommand& annotate_subcommand();
const Subcommand& batch_subcommand();

// In the order of --help.
const std::vector<const Subcommand*>& subcommands();

// The whole command line, before it has been parsed.
struct CommandLine {
  CommandLine();
  CommandLine(const CommandLine&) = delete;  // the options' callbacks refer to it
  CommandLine& operator=(const CommandLine&) = delete;

  CLI::App app;
  CommandOptions options;
  std::optional<OutputFormat> format;  // of --format; else -o or the subcommand settles it
};

// The options of subcommands that read documents: INPUT..., --pages, --ocr, --lang, --password,
// --jobs.
void add_document_options(CLI::App& app, CommandOptions& options);
// What is done to what was read: --corrections, --lexicon, --no-repair.
void add_figure_options(CLI::App& app, CommandOptions& options);
// --rules.
void add_rules_option(CLI::App& app, CommandOptions& options);
// --safe-csv.
void add_safe_csv_option(CLI::App& app, CommandOptions& options);
// --tolerance, --ignore-text-width, --only.
void add_compare_options(CLI::App& app, CommandOptions& options);

}  // namespace crossfoot
