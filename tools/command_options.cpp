#include "tools/command_options.h"

#include <filesystem>

namespace crossfoot {

const char* extension_of(OutputFormat format) {
  switch (format) {
    case OutputFormat::text:
      return "txt";
    case OutputFormat::csv:
      return "csv";
    case OutputFormat::json:
      return "json";
    case OutputFormat::md:
      return "md";
  }
  return "txt";
}

std::optional<OutputFormat> format_of_name(const std::string& file_name) {
  const std::string ending = std::filesystem::path(file_name).extension().string();
  for (const OutputFormat format :
       {OutputFormat::text, OutputFormat::csv, OutputFormat::json, OutputFormat::md}) {
    if (ending == std::string(".") + extension_of(format)) return format;
  }
  return std::nullopt;
}

}  // namespace crossfoot
