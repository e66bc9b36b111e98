// What a command line asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "tools/page_ranges.h"

namespace crossfoot {

enum class Command { extract, check };

enum class OutputFormat { text, csv, json, md };

struct CommandOptions {
  Command command = Command::extract;
  std::vector<std::string> inputs;  // paths, "-" for standard input; never empty
  std::vector<PageRange> pages;     // empty: all
  OutputFormat format = OutputFormat::text;
  std::optional<std::string> output;  // -o; standard output without
  OcrMode ocr = OcrMode::automatic;
  std::string languages = "chi_sim+eng";
  std::string password;
  int jobs = 1;
  std::string rules;  // of check: a file of the user's rules, "" for none
};

// "txt", "csv", "json", "md": how files of a format end.
const char* extension_of(OutputFormat format);
// The format of a file name by its ending, where it has one of these.
std::optional<OutputFormat> format_of_name(const std::string& file_name);

}  // namespace crossfoot
